using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A decimal number, or a point of a range; without trailing zeros.</summary>
public sealed record NumberAnswer(decimal Value) : Answer
{
    internal override void Write(Utf8JsonWriter writer) => writer.WriteNumberValue(Value);

    internal override Logic.Value ToValue() => Logic.Value.Of((double)Value);
}

/// <summary>Any JSON number that a decimal holds.</summary>
internal class NumberAnswerType : AnswerType<NumberAnswer>
{
    internal static readonly NumberAnswerType Instance = new();

    internal override string CellMeaning => "Number.";

    internal override Answer? Read(JsonElement json, Place at, FaultList faults) => ReadNumber(json, at, faults);

    private protected static NumberAnswer? ReadNumber(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json))
            return null;
        if (json.ValueKind != JsonValueKind.Number)
            NumberFaults.NotRead(json, at, faults, "number_needed");
        else if (!json.TryGetDecimal(out var number))
            faults.Add(at, "number_too_large");
        else if (!TypedNumber.HoldsAll(json.GetRawText(), number))
            faults.Add(at, "number_too_long");
        else
            return new(AnswerReader.Plain(number));
        return null;
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, NumberAnswer answer, Speech speech) =>
        AnswerWords.Line(ReaderCulture.Number(answer.Value, speech.Language));

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form) => FormNumber.Write(writer, form.Value);

    /// <summary>
    /// With the reader's decimal mark, and never with exactly three decimals, which would read as thousands when it is sent again.
    /// </summary>
    private protected override void Fill(FilledQuestion form, NumberAnswer answer)
    {
        var text = answer.Value.ToString(ReaderCulture.Of(form.Language));
        form.Put([answer.Value.Scale == 3 ? text + "0" : text]);
    }
}
