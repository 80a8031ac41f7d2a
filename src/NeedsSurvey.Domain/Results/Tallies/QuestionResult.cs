// What is shown of a question's counts, made by ResultRules.

namespace NeedsSurvey.Domain.Results;

/// <summary>What people did with a question: the five states, parts of everybody who is looked at.</summary>
/// <param name="Answered">Gave an answer; the base of every share.</param>
/// <param name="Skipped">Saw it and left it.</param>
/// <param name="NotAsked">Never saw it.</param>
/// <param name="Declined">"Prefer not to say".</param>
/// <param name="Unknown">"I do not know".</param>
public sealed record AskedCounts(ShownCount Answered, ShownCount Skipped, ShownCount NotAsked, ShownCount Declined, ShownCount Unknown);

/// <summary>People who chose something.</summary>
/// <param name="Code">Of the choice, bin or year.</param>
/// <param name="Share">Of those who answered the question; null where the count is told in words.</param>
/// <param name="Interval">Only where the survey's sample design allows one.</param>
/// <param name="Community">
/// The community's share, which the interval is about, where strata count by their sizes; null where it is <paramref name="Share"/>, and in
/// safe figures.
/// </param>
public sealed record ChoiceCount(string Code, string Label, ShownCount Count, double? Share, Interval? Interval, double? Community = null)
{
    /// <summary>
    /// Those who answered and were offered the choice, whom the share is of; null where (nearly) all who answered were. A version or a
    /// filter may have offered others.
    /// </summary>
    public ShownCount? OfferedTo { get; init; }
}

/// <summary>A choice in a ranking question.</summary>
/// <param name="MeanPlace">
/// Over all who ranked and were offered it; a choice left out shares the mean of the places left. Null where it would be made of guesses.
/// </param>
/// <param name="MeanRange">Where the mean may be, however the counts told in words are filled and with the noise; null for true figures.
/// </param>
public sealed record RankedChoice(
    string Code,
    string Label,
    ShownCount First,
    double? FirstShare,
    ShownCount InTop,
    double? TopShare,
    double? MeanPlace,
    Interval? MeanRange
)
{
    /// <inheritdoc cref="ChoiceCount.OfferedTo"/>
    public ShownCount? OfferedTo { get; init; }
}

/// <summary>A choice of a best–worst question: people who called it best, and worst, in any set; shares of those who answered a set with
/// it.</summary>
public sealed record BestWorstCount(string Code, string Label, ShownCount Best, double? BestShare, ShownCount Worst, double? WorstShare)
{
    /// <inheritdoc cref="ChoiceCount.OfferedTo"/>
    public ShownCount? OfferedTo { get; init; }
}

/// <summary>A need in a need grid: means over the ratings as they are shown; null where they are too few or mostly told in
/// words.</summary>
public sealed record RatedRow(
    string Row,
    string Label,
    double? Importance,
    ShownCount ImportanceN,
    double? Satisfaction,
    ShownCount SatisfactionN
);

/// <summary>A row of a matrix; no choices where too few answered it.</summary>
public sealed record MatrixCounts(string Row, string Label, ShownCount N, IReadOnlyList<ChoiceCount> Choices);

/// <summary>
/// Numbers, in bars. Mean and quartiles of safe figures follow from the bars that are shown: there is a mean where each bar is one value,
/// and a quartile where it is in the same bar however the counts told in words are filled. No smallest and no largest value.
/// </summary>
/// <param name="MedianBar">The bar that holds the median, where it is certain.</param>
public sealed record NumberSummary(
    double? Mean,
    double? LowerQuartile,
    double? Median,
    double? UpperQuartile,
    string? MedianBar,
    IReadOnlyList<ChoiceCount> Bins
);

/// <summary>The ends between which some versions asked for a number.</summary>
/// <param name="Versions">Their numbers, rising.</param>
/// <param name="From">The least number that there could be.</param>
/// <param name="To">The greatest one.</param>
public sealed record AskedScale(IReadOnlyList<int> Versions, double From, double To);

/// <summary>What people said to one question. Nothing but the states where fewer than k answered.</summary>
public sealed record QuestionResult
{
    public required string Name { get; init; }
    public required string Label { get; init; }

    /// <summary>As in the survey's definition: <c>select_one</c>…</summary>
    public required string Type { get; init; }

    /// <summary>An answer is exactly one choice: a row or a column of a cross-tab.</summary>
    public bool PicksOne { get; init; }

    /// <summary>An answer is any number of choices: a column of a cross-tab.</summary>
    public bool PicksSeveral { get; init; }

    /// <summary>It is answered in words of one's own.</summary>
    public bool IsInWords { get; init; }

    /// <summary>Its words are a story: coders read them, and they stand among the open answers.</summary>
    public bool IsStory { get; init; }
    public required IReadOnlyList<int> Versions { get; init; }

    /// <summary>Not in the newest version any more.</summary>
    public required bool IsRetired { get; init; }
    public required AskedCounts Counts { get; init; }

    /// <summary>Those who answered: the number that shares are of. 0 where there is no result.</summary>
    public int Base { get; init; }

    /// <summary>The choices have an order of their own: a scale, years, bins.</summary>
    public bool IsOrdered { get; init; }
    public IReadOnlyList<ChoiceCount>? Choices { get; init; }
    public IReadOnlyList<RankedChoice>? Ranking { get; init; }
    public IReadOnlyList<RatedRow>? Grid { get; init; }

    /// <summary>The highest point of a grid's scale; 1 for other types.</summary>
    public int ScaleTop { get; init; } = 1;

    /// <summary>Its lowest point, where a bar begins; 0 for other types.</summary>
    public int ScaleBottom { get; init; }

    /// <summary>
    /// Ratings that were given on another scale, of the other aspect or by another version, are among a grid's, carried over to this one;
    /// those of a range are carried over to the first of <see cref="Scales"/>.
    /// </summary>
    public bool IsCarriedOver { get; init; }

    /// <summary>
    /// The ends between which versions asked for a number, the first version's first; null where all were alike. Numbers that were not
    /// carried over (<see cref="IsCarriedOver"/>) count as they were given.
    /// </summary>
    public IReadOnlyList<AskedScale>? Scales { get; init; }
    public IReadOnlyList<MatrixCounts>? Matrix { get; init; }
    public NumberSummary? Numbers { get; init; }
    public IReadOnlyList<BestWorstCount>? BestWorst { get; init; }

    /// <summary>Whether any share of it has a range.</summary>
    public bool HasRanges() =>
        (Choices ?? Numbers?.Bins ?? Matrix?.SelectMany(row => row.Choices) ?? []).Any(choice => choice.Interval is not null);
}
