using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>One line of an answer in words; the heading is a row's label in grids, else empty.</summary>
public readonly record struct AnswerLine(string Heading, string Words);

/// <summary>How an answer is said.</summary>
/// <param name="Language">A language of the survey.</param>
/// <param name="Fill">
/// Puts answers into the survey's own words where they name them (<see cref="Piping"/>); null where nothing was answered.
/// </param>
public readonly record struct Speech(string Language, Func<LocalText, string>? Fill = null)
{
    public static implicit operator Speech(string language) => new(language);

    /// <summary>Words of an item's choices, rows and scales; null for none.</summary>
    internal string? Say(LocalText? text, CompiledItem item) =>
        text is null ? null
        : Fill is null ? text.In(Language, item.FirstLanguage)
        : Fill(text);
}

// For people: the check-answers page, the receipt page, piped labels, reading one response. Plain text, encoded by whoever shows it.
// For programs there is the canonical JSON.

/// <summary>Says answers in words, in a language of the survey.</summary>
public static class AnswerWords
{
    /// <summary>"Prefer not to say" or "I do not know", as an answer.</summary>
    public static string Missing(MissingAnswer missing, string language) =>
        KnownLanguages.For(language).Answers is var words && missing == MissingAnswer.Declined ? words.Declined : words.Unknown;

    /// <summary>The end of a best–worst set that matters most, where the survey has no words of its own for it.</summary>
    public static string Most(string language) => KnownLanguages.For(language).Answers.Most;

    /// <summary>The other end.</summary>
    public static string Least(string language) => KnownLanguages.For(language).Answers.Least;

    /// <summary>The answer on one line: "Rent, A boat"; rows of grids with their labels. Empty for no answer.</summary>
    public static string OneLine(CompiledItem item, Answer? answer, Speech speech) =>
        string.Join(
            KnownLanguages.For(speech.Language).Comma,
            Lines(item, answer, speech).Select(line => line.Heading.Length == 0 ? line.Words : $"{line.Heading}: {line.Words}")
        );

    /// <summary>The answer line by line: each choice, each place, each row. Empty for no answer.</summary>
    public static IReadOnlyList<AnswerLine> Lines(CompiledItem item, Answer? answer, Speech speech) =>
        answer switch
        {
            null => [],
            MissingAnswer missing => Line(Missing(missing, speech.Language)),
            _ => ((Question)item.Item).AnswerType.Lines(item, answer, speech),
        };

    /// <summary>As <see cref="Lines"/>, for what the answer says about one part: a row of a need grid, a best–worst set.</summary>
    public static IReadOnlyList<AnswerLine> PartLines(CompiledItem item, Answer? answer, int part, Speech speech) =>
        answer switch
        {
            null or MissingAnswer => Lines(item, answer, speech),
            _ => Lines(item, ((Question)item.Item).AnswerType.Part(item, answer, part), speech),
        };

    /// <summary>An answer that is one line.</summary>
    internal static AnswerLine[] Line(string words) => [new("", words)];

    /// <summary>A choice in words; one's own words in place of "other".</summary>
    internal static string Choice(CompiledItem item, string name, string? other, Speech speech) =>
        name == CompiledItem.OtherChoice && other is not null ? other : speech.Say(item.Choice(name)?.Label, item) ?? name;

    /// <summary>A row in words.</summary>
    internal static string Row(CompiledItem item, string name, Speech speech) =>
        item.RowOrder(name) is >= 0 and var order ? speech.Say(item.Rows[order].Label, item)! : name;
}
