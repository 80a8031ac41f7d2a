using System.Globalization;

namespace NeedsSurvey.Domain.Responses;

// The runtime's Arabic culture writes Latin digits between Arabic marks (1٬234٫5), which nobody writes: on phones that reads as 1'234,5.

/// <summary>Numbers and days as a reader of a language writes them: 1,234.5 and 3 May 2026; 1.234,5 and 3 de mayo de 2026.</summary>
public static class ReaderCulture
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Arabic = WithLatinMarks("ar");

    /// <summary>The culture of a BCP 47 code; the invariant one when the code is of no known language.</summary>
    public static CultureInfo Of(string language)
    {
        if (language == "en") return English;
        if (language.Split('-')[0] == "ar") return Arabic;
        try
        {
            return CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.InvariantCulture;
        }
    }

    /// <summary>A day in words; ISO for a culture whose own calendar counts other years than the person typed.</summary>
    public static string Day(DateOnly day, string language)
    {
        var culture = Of(language);
        if (culture.DateTimeFormat.Calendar is not GregorianCalendar) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return day.ToString(language.Split('-')[0] is "es" or "pt" ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy", culture);
    }

    /// <summary>A whole number: 1,204.</summary>
    public static string Count(long n, string language) => n.ToString("N0", Of(language));

    /// <summary>A number with as many decimals as it has: 1,234.5.</summary>
    public static string Number(decimal n, string language) => n.ToString("#,##0.############################", Of(language));

    private static CultureInfo WithLatinMarks(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        return CultureInfo.ReadOnly(culture);
    }
}
