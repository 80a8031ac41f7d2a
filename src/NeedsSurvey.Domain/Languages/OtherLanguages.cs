using System.Collections.Frozen;
using System.Globalization;

namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// What is known of languages that a survey may be written in and the program has no words for. A language's own class comes before it.
/// </summary>
internal static class OtherLanguages
{
    /// <summary>Primary parts of the codes of languages that are written from right to left.</summary>
    internal static readonly FrozenSet<string> RightToLeft = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "arc",
        "ckb",
        "dv",
        "fa",
        "he",
        "khw",
        "ks",
        "ps",
        "sd",
        "ug",
        "ur",
        "yi"
    );

    /// <summary>The choice that a person fills in with words of their own, see <see cref="StandardAnswers.Other"/>.</summary>
    internal static readonly IReadOnlyDictionary<string, string> SomethingElse = new Dictionary<string, string>
    {
        ["fr"] = "Autre chose",
        ["pt"] = "Outra coisa",
    };

    /// <summary>Days in words, where <c>d MMMM yyyy</c> is not how it is written.</summary>
    internal static readonly IReadOnlyDictionary<string, string> DayPatterns = new Dictionary<string, string>
    {
        ["pt"] = "d 'de' MMMM 'de' yyyy",
    };

    /// <summary>Calendars of their readers, where they are not any (<see cref="OtherCalendars"/>).</summary>
    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<Calendar>> Calendars = new Dictionary<
        string,
        IReadOnlyList<Calendar>
    >
    {
        ["fa"] = [OtherCalendars.Persian],
        ["ps"] = [OtherCalendars.Persian],
        ["prs"] = [OtherCalendars.Persian],
        ["ur"] = [OtherCalendars.Islamic],
    };
}
