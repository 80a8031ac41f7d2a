using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>The one-line title under which organisers find a survey; respondents see the definition's own, in their language.</summary>
internal static class SurveyTitle
{
    private const int Most = 200;

    /// <summary>The definition's title in its first language, on one line.</summary>
    public static string Of(SurveyDefinition definition)
    {
        var words = string.Join(
            ' ',
            definition
                .Title.In(definition.Languages is [var first, ..] ? first : "en")
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        return words.Length switch
        {
            0 => "Untitled survey",
            > Most => words[..Most],
            _ => words,
        };
    }

    /// <summary>A copy's title, told apart from the original's.</summary>
    public static string CopyOf(string title) => title.Length + 7 <= Most ? title + " (copy)" : title[..(Most - 7)] + " (copy)";

    /// <summary>The title of a survey that asks the same again.</summary>
    public static string NextRoundOf(string title) => title[..Math.Min(title.Length, Most - NextRound.Length)] + NextRound;

    private const string NextRound = ", next round";

    public static Problem.Invalid? Fault(string title) =>
        title switch
        {
            { Length: > Most } => new Problem.Invalid("title", "too_long", $"Use a title of at most {Most} characters."),
            _ when title.Any(char.IsControl) => new Problem.Invalid(
                "title",
                "control_character",
                "Use a title on one line, without control characters."
            ),
            _ => null,
        };
}
