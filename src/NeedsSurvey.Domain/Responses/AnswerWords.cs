using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>One line of an answer in words; the heading is a row's label in grids, else empty.</summary>
public readonly record struct AnswerLine(string Heading, string Words);

// For people: the check-answers page, the receipt page, piped labels, reading one response. Plain text, encoded by whoever shows it.
// For programs there is the canonical JSON.

/// <summary>Says answers in words, in a language of the survey.</summary>
public static class AnswerWords
{
    /// <summary>"Prefer not to say", as an answer.</summary>
    public static string Declined(string language) => KnownLanguages.For(language).Answers.Declined;

    /// <summary>The end of a best–worst set that matters most, where the survey has no words of its own for it.</summary>
    public static string Most(string language) => KnownLanguages.For(language).Answers.Most;

    /// <summary>The other end.</summary>
    public static string Least(string language) => KnownLanguages.For(language).Answers.Least;

    /// <summary>The answer on one line: "Rent, A boat"; rows of grids with their labels. Empty for no answer.</summary>
    public static string OneLine(CompiledItem item, Answer? answer, string language) =>
        string.Join(KnownLanguages.For(language).Comma, Lines(item, answer, language)
            .Select(line => line.Heading.Length == 0 ? line.Words : $"{line.Heading}: {line.Words}"));

    /// <summary>The answer line by line: each choice, each place, each row. Empty for no answer.</summary>
    public static IReadOnlyList<AnswerLine> Lines(CompiledItem item, Answer? answer, string language)
    {
        return answer switch
        {
            null => [],
            Answer.Declined => Line(Declined(language)),
            Answer.Text text => Line(text.Words),
            Answer.Whole whole => Line(ReaderCulture.Count(whole.Value, language)),
            Answer.Number number => Line(ReaderCulture.Number(number.Value, language)),
            Answer.Day day => Line(ReaderCulture.Day(day.Value, language)),
            Answer.Clock clock => Line(clock.Value.ToString("HH:mm", CultureInfo.InvariantCulture)),
            Answer.One one => Line(Choice(item, one.Choice, one.Other, language)),
            Answer.Many many => [.. many.Choices.Select(name => new AnswerLine("", Choice(item, name, many.Other, language)))],
            Answer.Ranking ranking => [.. ranking.Choices.Select((name, place) =>
                new AnswerLine((place + 1).ToString(CultureInfo.InvariantCulture), Choice(item, name, null, language)))],
            Answer.NeedRatings grid => [.. grid.Rows.Select(row => new AnswerLine(Row(item, row.Row, language), Ratings((NeedGridQuestion)item.Item, row, item, language)))],
            Answer.MatrixRows matrix => [.. matrix.Rows.Select(row =>
                new AnswerLine(Row(item, row.Row, language), row.Choice is null ? Declined(language) : Choice(item, row.Choice, null, language)))],
            Answer.BestWorst sets => Picks((BestWorstQuestion)item.Item, sets, item, language),
            Answer.Point point => Line(FormattableString.Invariant($"{point.Latitude}, {point.Longitude}")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static AnswerLine[] Line(string words) => [new("", words)];

    private static string Choice(CompiledItem item, string name, string? other, string language) =>
        name == CompiledItem.OtherChoice && other is not null ? other : item.Choice(name)?.Label.In(language, item.FirstLanguage) ?? name;

    private static string Row(CompiledItem item, string name, string language) =>
        item.RowOrder(name) is >= 0 and var order ? item.Rows[order].Label.In(language, item.FirstLanguage) : name;

    private static string Ratings(NeedGridQuestion grid, NeedRating row, CompiledItem item, string language) => string.Join(" · ",
        new[] { Point(grid.Importance, row.Importance, item, language), Point(grid.Satisfaction, row.Satisfaction, item, language) }.OfType<string>());

    private static string? Point(GridAspect aspect, Rating? rating, CompiledItem item, string language) => rating switch
    {
        null => null,
        { Declined: true } => Declined(language),
        { Value: var value } => aspect.Scale.FirstOrDefault(point => point.Value == value)?.Label.In(language, item.FirstLanguage)
            ?? value.ToString(CultureInfo.InvariantCulture),
    };

    private static List<AnswerLine> Picks(BestWorstQuestion question, Answer.BestWorst answer, CompiledItem item, string language)
    {
        var lines = new List<AnswerLine>();
        foreach (var pick in answer.Sets)
        {
            if (pick?.Best is { } best) lines.Add(new(question.BestLabel?.In(language, item.FirstLanguage) ?? Most(language), Choice(item, best, null, language)));
            if (pick?.Worst is { } worst) lines.Add(new(question.WorstLabel?.In(language, item.FirstLanguage) ?? Least(language), Choice(item, worst, null, language)));
        }
        return lines;
    }
}
