using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A time of day, to the minute.</summary>
public sealed record TimeAnswer(TimeOnly Value) : Answer
{
    internal override void Write(Utf8JsonWriter writer) => writer.WriteStringValue(Text);

    internal override Logic.Value ToValue() => Logic.Value.Of(Value);

    /// <summary><c>HH:mm</c>.</summary>
    internal string Text => Value.ToString("HH:mm", CultureInfo.InvariantCulture);
}

/// <summary><c>HH:mm</c> in JSON and in words; in a form as <see cref="TypedTime"/> reads it.</summary>
internal sealed class TimeAnswerType : AnswerType<TimeAnswer>
{
    internal static readonly TimeAnswerType Instance = new();

    internal override string CellMeaning => "Time of day.";

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json))
            return null;
        if (
            json.ValueKind == JsonValueKind.String
            && JsonText.TryRead(json, out var text)
            && TimeOnly.TryParseExact(TypedText.Trimmed(text), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        )
            return new TimeAnswer(time);
        return AnswerReader.Fault(faults, at, "time_needed");
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, TimeAnswer answer, Speech speech) =>
        AnswerWords.Line(answer.Text);

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form) =>
        FormJson.Text(writer, TypedTime.Read(form.Value) is { } time ? new TimeAnswer(time).Text : form.Value);

    private protected override void Fill(FilledQuestion form, TimeAnswer answer) => form.Put([answer.Text]);
}
