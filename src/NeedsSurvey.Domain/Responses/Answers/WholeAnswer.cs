using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A whole number.</summary>
public sealed record WholeAnswer(long Value) : Answer
{
    internal override void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Value);

    internal override Logic.Value ToValue() => Logic.Value.Of((double)Value);
}

/// <summary>A JSON number without decimals that 64 bits hold: 12 and 12.0.</summary>
internal sealed class WholeAnswerType : AnswerType<WholeAnswer>
{
    internal static readonly WholeAnswerType Instance = new();

    internal override string CellMeaning => "Number.";

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json))
            return null;
        if (json.ValueKind != JsonValueKind.Number)
            NumberFaults.NotRead(json, at, faults, "whole_number_needed");
        else if (json.TryGetInt64(out var whole))
            return new WholeAnswer(whole);
        else if (!json.TryGetDecimal(out var number))
            faults.Add(at, "number_too_large");
        else if (number != decimal.Truncate(number) || !TypedNumber.HoldsAll(json.GetRawText(), number))
            faults.Add(at, "whole_number_needed");
        else if (number is < long.MinValue or > long.MaxValue)
            faults.Add(at, "number_too_large");
        else
            return new WholeAnswer((long)number);
        return null;
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, WholeAnswer answer, Speech speech) =>
        AnswerWords.Line(ReaderCulture.Count(answer.Value, speech.Language));

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form) => FormNumber.Write(writer, form.Value, Marks.Thousands);

    private protected override void Fill(FilledQuestion form, WholeAnswer answer) =>
        form.Put([answer.Value.ToString(CultureInfo.InvariantCulture)]);
}
