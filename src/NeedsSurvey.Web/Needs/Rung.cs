using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Needs;

/// <summary>One need of an order, as a bar with its words.</summary>
/// <param name="Rank">Its place, with a full stop; a dash without one.</param>
/// <param name="Length">Of the longest bar: 0 to 1.</param>
/// <param name="Colour">One of the stylesheet's fills.</param>
/// <param name="Value">The score as it is printed.</param>
/// <param name="Base">Who stands behind it.</param>
public sealed record Rung(string Rank, Said Name, double Length, string Colour, string Value, string Base)
{
    /// <summary>
    /// How long a score's bar is. A score on the other side of zero speaks against a need, and has none: by its size alone it would stand
    /// for one. Of a mean place, the nearer to the first the longer: a need has one point of each need that it stands before, and its own.
    /// A share is as long as in results, of everybody.
    /// </summary>
    public static double LengthOf(NeedRanking ranking, double? score)
    {
        if (ranking.Method == RankingMethod.Prevalence)
            return score ?? 0;
        var longest = ranking.Rows.Max(row => Towards(row.Score));
        return longest > 0 ? Math.Max(0, Towards(score) / longest) : 0;

        double Towards(double? of) =>
            of is not { } known ? 0
            : ranking.HigherMeansGreaterNeed ? known
            : ranking.Method == RankingMethod.MeanRank ? ranking.Rows.Count(row => row.Score is not null) + 1 - known
            : -known;
    }

    /// <summary>What stands in the place of a bar, a score and its base: a share in words has no length.</summary>
    public string? InWords { get; init; }

    /// <summary>What is said of it in a few words that stand out.</summary>
    public string? Tag { get; init; }

    /// <summary>What is said of it besides, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the order leaves open about it.</summary>
    public string? Unsettled { get; init; }
}
