// The one shape in which every method hands over its order of needs, so that pages, JSON and CSV show
// any method the same way and several side by side.
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>The methods offered. They differ on purpose, and the pages say so.</summary>
public enum RankingMethod
{
    Prevalence,
    Borich,
    RankedDiscrepancy,
    ImportancePerformance,
    ImportanceSatisfaction,
    Concerns,
    BestWorst,
    Pairwise,
    MeanRank,
    GroupConsensus,
    Hanlon,
}

/// <summary>One method's order of needs.</summary>
/// <param name="Method">The method.</param>
/// <param name="Code">Its stable word in URLs, JSON and CSV, e.g. <c>ranked_discrepancy</c>.</param>
/// <param name="Name">Its name, as printed.</param>
/// <param name="Explanation">One line in plain words: what the score means.</param>
/// <param name="Unit">Unit of the score, e.g. "share of those asked".</param>
/// <param name="HigherMeansGreaterNeed">False where a lower score is the greater need (Ranked Discrepancy, mean rank).</param>
/// <param name="Weighted">Whether respondents' weights entered the scores; <see cref="RankedNeed.N"/> never is weighted.</param>
/// <param name="Rows">Greatest need first; needs without a score last, in catalogue order. A share told in words stands where the middle of
/// the words puts it.</param>
public sealed record NeedRanking(
    RankingMethod Method,
    string Code,
    string Name,
    string Explanation,
    string Unit,
    bool HigherMeansGreaterNeed,
    bool Weighted,
    IReadOnlyList<RankedNeed> Rows
);

/// <summary>One need's place.</summary>
/// <param name="Need">Id of the need.</param>
/// <param name="Name">Its name.</param>
/// <param name="Score">In the ranking's unit; null when nobody gave what the method needs, and where safe figures have words.</param>
/// <param name="N">People (or votes, or panel members) behind the score, unweighted; few where a safe base is below k.</param>
/// <param name="Rank">1 = greatest need; equal scores share a rank (1, 2, 2, 4); null without a score, but for what nearly all
/// stated.</param>
/// <param name="Weight">Share of the total that goals inherit (methods.md §5); the rows' weights add up to 1.</param>
/// <param name="Figures">What stands behind the score, in words and numbers, e.g. mean importance.</param>
public sealed record RankedNeed(
    string Need,
    string Name,
    double? Score,
    ShownCount N,
    int? Rank,
    double Weight,
    IReadOnlyList<NeedFigure> Figures
)
{
    /// <summary>Of a share where the sample design allows one, the same as results have; null for other methods.</summary>
    public Interval? Interval { get; init; }

    /// <summary>The community's share, which the interval is about, where strata count by their sizes; else null.</summary>
    public double? Community { get; init; }

    internal RankedNeed With(ShownInterval? shown) => this with { Interval = shown?.Interval, Community = shown?.Community };
}

/// <summary>A figure behind a score.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Label">As printed.</param>
/// <param name="Value">Null where a safe figure is told in words.</param>
/// <param name="Count">The number of people, of a figure that counts them; the words, where a share has no value.</param>
/// <param name="Kind">How the value is read.</param>
public readonly record struct NeedFigure(
    string Code,
    string Label,
    double? Value,
    ShownCount? Count = null,
    NeedFigureKind Kind = NeedFigureKind.Value
);

/// <summary>What a figure behind a score is.</summary>
public enum NeedFigureKind
{
    /// <summary>Anything that is worked out from the sums and is none of the others.</summary>
    Value,

    /// <summary>People in a sum, unweighted.</summary>
    People,

    /// <summary>The share of a sum's base that is in it.</summary>
    Share,

    /// <summary>How often something was: shown, picked, won.</summary>
    Times,
}
