// How dates and times are read and written. Inside expressions a day is a number: days since 1970-01-01, with a fraction for the time.
// Time zones are applied where texts are read (an offset in the text) and nowhere else.
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

internal static class CalendarText
{
    public static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    private static readonly double FirstDay = -EpochDay;
    private static readonly double LastDay = DateOnly.MaxValue.DayNumber - EpochDay;

    // Of no kind: a wall-clock time is neither UTC nor this machine's.
    private static readonly DateTime Epoch = new(1970, 1, 1);
    private const long TicksPerMillisecond = TimeSpan.TicksPerMillisecond;

    /// <summary>Whether the number of days lies in the years 1 to 9999.</summary>
    public static bool InRange(double days) => days >= FirstDay && days < LastDay + 1;

    /// <summary>The wall-clock time of a number of days, to the millisecond; out-of-range days are brought to the nearest end.</summary>
    public static DateTime ToDateTime(double days)
    {
        if (double.IsNaN(days))
            return Epoch;
        var milliseconds = Math.Round(Math.Clamp(days, FirstDay, LastDay) * 86_400_000.0);
        return Epoch.AddTicks((long)milliseconds * TicksPerMillisecond);
    }

    public static string FormatDate(double days) => ToDateTime(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string FormatDateTime(double days) =>
        ToDateTime(days).ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    public static string FormatTime(double fraction)
    {
        var time = ToDateTime(fraction);
        var format =
            time.Millisecond != 0 ? "HH:mm:ss.fff"
            : time.Second != 0 ? "HH:mm:ss"
            : "HH:mm";
        return time.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads <c>2024-09-30</c>, <c>2024-09-30T14:05</c>, with seconds, fractions and an offset if given.</summary>
    /// <param name="text">The text; spaces around it are ignored.</param>
    /// <param name="zone">An instant with an offset is shown on this zone's clock.</param>
    /// <param name="days">Days since 1970-01-01; a fraction if a time was given.</param>
    /// <param name="hasTime">Whether a time was given.</param>
    public static bool TryParse(ReadOnlySpan<char> text, TimeZoneInfo zone, out double days, out bool hasTime)
    {
        text = text.Trim();
        days = double.NaN;
        var at = text.IndexOf('T');
        hasTime = at > 0;
        if (!TryParseDay(hasTime ? text[..at] : text, out var day))
            return false;
        days = day.DayNumber - EpochDay;
        if (!hasTime)
            return true;
        if (!TryParseTime(text[(at + 1)..], out var fraction, out var offset))
            return false;
        days += fraction;
        if (offset is { } given)
        {
            // Days at the very ends of the calendar have no instant in every zone; the wall-clock time stands then.
            var wall = ToDateTime(days);
            if (wall.Year is > 1 and < 9999)
                days = (TimeZoneInfo.ConvertTime(new DateTimeOffset(wall, given), zone).DateTime - Epoch).TotalDays;
        }
        return true;
    }

    /// <summary>Reads <c>14:05</c>, <c>14:05:59.999</c>, with an offset if given, as a fraction of a day.</summary>
    public static bool TryParseTime(ReadOnlySpan<char> text, out double fraction, out TimeSpan? offset)
    {
        fraction = double.NaN;
        if (!TrySplitOffset(text.Trim(), out var clock, out offset))
            return false;
        var colon = clock.IndexOf(':');
        if (colon is not (1 or 2) || !TryDigits(clock[..colon], out var hours) || hours > 23)
            return false;
        var rest = clock[(colon + 1)..];
        if (rest.Length < 2 || !TryDigits(rest[..2], out var minutes) || minutes > 59)
            return false;
        double seconds = 0;
        if (rest.Length > 2)
        {
            if (rest[2] != ':' || rest.Length < 5 || !char.IsAsciiDigit(rest[3]) || !char.IsAsciiDigit(rest[4]))
                return false;
            seconds = NumberText.Parse(rest[3..]);
            if (!(seconds < 60))
                return false;
        }
        fraction = (hours * 3600 + minutes * 60 + seconds) / 86_400;
        return true;
    }

    private static bool TrySplitOffset(ReadOnlySpan<char> text, out ReadOnlySpan<char> clock, out TimeSpan? offset)
    {
        clock = text;
        offset = null;
        if (text.EndsWith('Z'))
        {
            clock = text[..^1];
            offset = TimeSpan.Zero;
            return true;
        }
        var sign = text.LastIndexOfAny('+', '-');
        if (sign < 0)
            return true;
        clock = text[..sign];
        var digits = text[(sign + 1)..];
        int hours,
            minutes = 0;
        var read = digits.Length switch
        {
            2 => TryDigits(digits, out hours),
            5 => TryDigits(digits[..2], out hours) & digits[2] == ':' & TryDigits(digits[3..], out minutes),
            4 => TryDigits(digits[..2], out hours) & TryDigits(digits[2..], out minutes),
            _ => TryDigits([], out hours),
        };
        if (!read || hours > 13 || minutes > 59)
            return false;
        var span = new TimeSpan(hours, minutes, 0);
        offset = text[sign] == '-' ? -span : span;
        return true;
    }

    private static bool TryParseDay(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length is < 8 or > 10 || text[4] != '-' || !TryDigits(text[..4], out var year))
            return false;
        var rest = text[5..];
        var dash = rest.IndexOf('-');
        if (dash is not (1 or 2) || !TryDigits(rest[..dash], out var month) || !TryDigits(rest[(dash + 1)..], out var date))
            return false;
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            number = number * 10 + (c - '0');
        }
        return text.Length is > 0 and <= 4;
    }
}
