using System.Globalization;
using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Domain.Responses;

// Buddhist 2567 and Persian 1403 are 2024, and as Gregorian years they are days that nobody can mean. A day so far from today is asked
// for again, with what it would be in the other calendars, and never converted unasked: 1403 is 2024 in the Persian calendar and 1983 in
// the Islamic one. An author who asks about such days sets a limit on that side (expressions.md), and no day within it is doubted.

/// <summary>Days so far from today that their year was probably counted otherwise, or mistyped.</summary>
internal static class FarDates
{
    private const int YearsBack = 200;
    private const int YearsAhead = 100;

    // What is offered: days that people speak of in surveys, from the birth of the oldest to plans.
    private const int LikelyBack = 130;
    private const int LikelyAhead = 20;

    /// <summary>Whether it lies far before today; null when it is near enough.</summary>
    internal static bool? IsBefore(DateOnly day, DateOnly today) =>
        day.Year < today.Year - YearsBack ? true
        : day.Year > today.Year + YearsAhead ? false
        : null;

    /// <summary>The same figures as days of other calendars that the reader may use, as far as they are likely.</summary>
    internal static IReadOnlyList<DateOnly> Offered(DateOnly day, DateOnly today, string language)
    {
        return
        [
            .. OtherCalendars
                .Of(language)
                .Append(OtherCalendars.Buddhist)
                .Distinct()
                .Select(calendar => Converted(day, calendar))
                .OfType<DateOnly>()
                .Where(found => found.Year >= today.Year - LikelyBack && found.Year <= today.Year + LikelyAhead),
        ];
    }

    private static DateOnly? Converted(DateOnly day, Calendar calendar)
    {
        var last = calendar.GetYear(calendar.MaxSupportedDateTime);
        if (day.Year < calendar.GetYear(calendar.MinSupportedDateTime) || day.Year >= last)
            return null;
        return day.Day <= calendar.GetDaysInMonth(day.Year, day.Month)
            ? DateOnly.FromDateTime(calendar.ToDateTime(day.Year, day.Month, day.Day, 0, 0, 0, 0))
            : null;
    }
}
