using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// Numbers and days as a reader of any BCP 47 code writes them, with or without words of the program's own: 1,234.5 and 3 May 2026;
/// 1.234,5 and 3 de mayo de 2026.
/// </summary>
public static class ReaderCulture
{
    /// <summary>The culture of a code; the invariant one when the code is of no known language.</summary>
    public static CultureInfo Of(string code)
    {
        if (KnownLanguages.Find(code) is { } language && (!language.RegionsDiffer || language.Code == code))
            return language.Culture;
        try
        {
            return CultureInfo.GetCultureInfo(code);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    /// <summary>A day in words; ISO for a culture whose own calendar counts other years than the person typed.</summary>
    public static string Day(DateOnly day, string code)
    {
        var culture = Of(code);
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day.ToString(PatternOf(code), culture);
    }

    /// <summary>A whole number: 1,204.</summary>
    public static string Count(long n, string code) => n.ToString("N0", Of(code));

    /// <summary>A number with as many decimals as it has: 1,234.5.</summary>
    public static string Number(decimal n, string code) => n.ToString("#,##0.############################", Of(code));

    private static string PatternOf(string code) =>
        KnownLanguages.Find(code)?.DayPattern ?? OtherLanguages.DayPatterns.GetValueOrDefault(KnownLanguages.Primary(code), "d MMMM yyyy");
}
