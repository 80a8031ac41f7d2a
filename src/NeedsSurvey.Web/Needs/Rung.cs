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
    /// for one.
    /// </summary>
    public static double LengthOf(NeedRanking ranking, double? score)
    {
        // A place: the smaller it is, the more people need it, and the longer the bar.
        if (ranking.Method == RankingMethod.MeanRank)
        {
            var places = ranking.Rows.Where(row => row.Score is not null).Select(row => row.Score!.Value).DefaultIfEmpty(1).ToList();
            return score is { } place ? (places.Max() + 1 - place) / (places.Max() + 1 - places.Min()) : 0;
        }
        var towards = ranking.Method == RankingMethod.RankedDiscrepancy ? -1 : 1;
        var longest = ranking.Rows.Max(row => towards * (row.Score ?? 0));
        return longest > 0 ? Math.Max(0, towards * (score ?? 0) / longest) : 0;
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
