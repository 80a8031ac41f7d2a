// The functions on dates and times. A day is a number (days since 1970-01-01), so that dates can be subtracted and compared.
using System.Globalization;
using System.Text;

namespace NeedsSurvey.Domain.Logic;

internal static class CalendarFunctions
{
    public static Value Today(ReadOnlySpan<Value> values, EvaluationContext context) => Value.Of(context.Today);

    public static Value Now(ReadOnlySpan<Value> values, EvaluationContext context) => Value.Of(context.Now.DateTime);

    /// <summary>The day of a text, number or time stamp; the empty text stays empty.</summary>
    public static Value Date(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var moment = InstantOf(values[0].First, context);
        return moment.IsFault || moment.IsEmpty ? moment : Value.DateOfDays(Math.Floor(moment.Raw));
    }

    public static Value DateAndTime(ReadOnlySpan<Value> values, EvaluationContext context) => InstantOf(values[0].First, context);

    public static Value DecimalDateTime(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var moment = InstantOf(values[0].First, context);
        return moment.IsFault || moment.IsEmpty ? moment : Value.Of(moment.Raw);
    }

    /// <summary>The fraction of the day that has passed: 0.25 at six in the morning.</summary>
    public static Value DecimalTime(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var value = values[0].First;
        if (value.IsEmpty)
            return value;
        if (value.Kind == ValueKind.Text)
        {
            if (CalendarText.TryParseTime(value.ToText(), out var fraction, out _))
                return Value.Of(fraction);
            value = InstantOf(value, context);
        }
        return value.IsCalendar
            ? Value.Of(value.Raw - Math.Floor(value.Raw))
            : Value.Fault($"'{Shorten(value.ToText())}' is not a time. Write times as hours:minutes, such as 14:05.");
    }

    /// <summary>A date and time, the empty value (of no answer, or of NaN, which comes of calculating with none), or a fault.</summary>
    private static Value InstantOf(Value value, EvaluationContext context)
    {
        switch (value.Kind)
        {
            case ValueKind.Empty or ValueKind.Fault:
                return value;
            case ValueKind.Number when double.IsNaN(value.Raw):
                return Value.Empty;
            case ValueKind.Date or ValueKind.DateTime or ValueKind.Number when CalendarText.InRange(value.Raw):
                return Value.DateTimeOfDays(value.Raw);
            case ValueKind.Text when CalendarText.TryParse(value.ToText(), context.Zone, out var days, out _):
                return Value.DateTimeOfDays(days);
            default:
                return Value.Fault($"'{Shorten(value.ToText())}' is not a date. Write dates as year-month-day, such as 2024-09-30.");
        }
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>
    /// ODK XForms: %Y %y year, %m %n month (02, 2), %b short name of the month, %d %e day, %H %h hour, %M minute, %S second,
    /// %3 millisecond, %a short name of the weekday, %% a percent sign. Texts and numbers are read as dates first; no value stays none.
    /// </summary>
    public static Value FormatDate(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var value = values[0].First;
        var moment = value.Kind == ValueKind.Time ? Value.DateTimeOfDays(value.Raw) : InstantOf(value, context);
        if (moment.IsFault || moment.IsEmpty)
            return moment;
        var at = CalendarText.ToDateTime(moment.Raw);
        var format = values[1].ToText();
        var result = new StringBuilder();
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                result.Append(format[i]);
            }
            else if (i + 1 == format.Length)
            {
                return Value.Fault("A date's format cannot end in %.");
            }
            else if (Part(format[++i], at, context.Culture) is { } part)
            {
                result.Append(part);
            }
            else
            {
                return Value.Fault($"%{format[i]} is not part of a date. Use %Y %m %d %H %M %S, or %b and %a for names.");
            }
        }
        return result.Length > TextFunctions.LongestResult ? TextFunctions.TooLong() : Value.Of(result.ToString());
    }

    private static string? Part(char code, DateTime at, CultureInfo culture) =>
        code switch
        {
            'Y' => at.ToString("yyyy", CultureInfo.InvariantCulture),
            'y' => at.ToString("yy", CultureInfo.InvariantCulture),
            'm' => at.ToString("MM", CultureInfo.InvariantCulture),
            'n' => at.Month.ToString(CultureInfo.InvariantCulture),
            'b' => culture.DateTimeFormat.GetAbbreviatedMonthName(at.Month),
            'd' => at.ToString("dd", CultureInfo.InvariantCulture),
            'e' => at.Day.ToString(CultureInfo.InvariantCulture),
            'H' => at.ToString("HH", CultureInfo.InvariantCulture),
            'h' => at.Hour.ToString(CultureInfo.InvariantCulture),
            'M' => at.ToString("mm", CultureInfo.InvariantCulture),
            'S' => at.ToString("ss", CultureInfo.InvariantCulture),
            '3' => at.ToString("fff", CultureInfo.InvariantCulture),
            'a' => culture.DateTimeFormat.GetAbbreviatedDayName(at.DayOfWeek),
            '%' => "%",
            _ => null,
        };
}
