using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>A day.</summary>
public sealed record DateAnswer(DateOnly Value) : Answer
{
    internal override void Write(Utf8JsonWriter writer) =>
        writer.WriteStringValue(Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    internal override Logic.Value ToValue() => Logic.Value.Of(Value);
}

/// <summary>ISO 8601 in JSON; one field, or day, month and year in a form.</summary>
internal sealed class DateAnswerType : AnswerType<DateAnswer>
{
    internal static readonly DateAnswerType Instance = new();

    internal override string CellMeaning => "Day, ISO 8601.";

    private static readonly string[] Parts = ["day", "month", "year"];

    internal override Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (AnswerReader.IsEmpty(json))
            return null;
        if (
            json.ValueKind == JsonValueKind.String
            && JsonText.TryRead(json, out var text)
            && DateOnly.TryParseExact(TypedText.Trimmed(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
            return new DateAnswer(day);
        return AnswerReader.Fault(faults, at, "date_needed");
    }

    internal override bool Doubt(Answer answer, Place at, bool isMet, DateOnly today, FaultList faults)
    {
        var day = ((DateAnswer)answer).Value;
        if (FarDates.IsBefore(day, today) is not { } before)
            return false;
        var offered = FarDates.Offered(day, today, faults.Language);
        if (at.Item.Limits.Set(before) && (isMet || offered.Count == 0))
            return false;
        faults.AddFarDate(at, day, offered);
        return true;
    }

    private protected override IReadOnlyList<AnswerLine> Say(CompiledItem item, DateAnswer answer, Speech speech) =>
        AnswerWords.Line(ReaderCulture.Day(answer.Value, speech.Language));

    internal override void FromForm(Utf8JsonWriter writer, FormQuestion form) => FormJson.Text(writer, Text(form));

    /// <summary>
    /// ISO text from one field or from day, month and year; what is no date, or has a year of two digits, goes on as it was typed, with
    /// the day first, so that it reads as no date.
    /// </summary>
    private static string? Text(FormQuestion form)
    {
        if (form.Value is { } whole)
            return TypedDate.Read(whole)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? whole;
        var (typedDay, typedMonth, typedYear) = (form.Part("day"), form.Part("month"), form.Part("year"));
        if (typedDay is null && typedMonth is null && typedYear is null)
            return null;
        return
            TypedDate.Day(typedDay) is { } day
            && TypedDate.Month(typedMonth) is { } month
            && FormNumber.TryWhole(typedYear, out var year)
            && year >= 1000
            ? FormattableString.Invariant($"{year:D4}-{month:D2}-{day:D2}")
            : $"{typedDay} {typedMonth} {typedYear}";
    }

    internal override IEnumerable<string> FormParts(CompiledItem item) => Parts;

    private protected override void Fill(FilledQuestion form, DateAnswer answer)
    {
        form.Put("day", answer.Value.Day.ToString(CultureInfo.InvariantCulture));
        form.Put("month", answer.Value.Month.ToString(CultureInfo.InvariantCulture));
        form.Put("year", answer.Value.Year.ToString(CultureInfo.InvariantCulture));
    }
}
