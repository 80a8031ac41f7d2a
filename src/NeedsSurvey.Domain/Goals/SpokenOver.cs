using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Goals;

/// <summary>
/// Words that speak over people: "give them a voice", "hard to reach". A quiet hint where goals and reasons are written, never a fault.
/// </summary>
public static partial class SpokenOver
{
    /// <summary>Those that stand in these words, as they are written, each once.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string?> words) =>
        [
            .. words
                .SelectMany(text => Phrases().Matches(text ?? "").Select(found => found.Value.ToLowerInvariant()))
                .Distinct(StringComparer.Ordinal),
        ];

    // English, Spanish, Arabic.
    [GeneratedRegex(
        @"\b(help(ing)? them|giv(e|ing) (them )?a voice( to)?|voiceless|empower(s|ed|ing|ment)?|vulnerable|hard[- ]to[- ]reach"
            + @"|beneficiar(y|ies)|ayudarl[eoa]s|dar(les)? voz|empoder\w*|vulnerables?|beneficiari[oa]s?|sin voz)\b"
            + @"|مساعدتهم|إعطاءهم صوتًا|تمكينهم|المستضعفين|المستفيدين",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Phrases();
}
