using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

/// <summary>Calendars that people count years by besides the Gregorian one.</summary>
internal static class OtherCalendars
{
    internal static readonly Calendar Persian = new PersianCalendar();
    internal static readonly Calendar Islamic = new UmAlQuraCalendar();
    internal static readonly Calendar Buddhist = new ThaiBuddhistCalendar();

    /// <summary>Where it is not known by which.</summary>
    internal static readonly IReadOnlyList<Calendar> Any = [Persian, Islamic, Buddhist];

    /// <summary>Those of the readers of a language, whether the program has words for it or not.</summary>
    internal static IReadOnlyList<Calendar> Of(string code) =>
        KnownLanguages.Find(code)?.Calendars ?? OtherLanguages.Calendars.GetValueOrDefault(KnownLanguages.Primary(code), Any);
}
