// What staff thought the community needs, locked before fielding, against what it said. It does not
// lock anything: that a prediction cannot change after the first response is the operation's and the database's business.
namespace NeedsSurvey.Domain.Needs;

/// <summary>One need in both orders.</summary>
/// <param name="Predicted">Rank predicted; null when staff left it out.</param>
/// <param name="Stated">Rank in the community's order; null without answers.</param>
/// <param name="Difference">Predicted − stated: positive = the community puts it higher than staff thought.</param>
public sealed record HearingGapRow(string Need, string Name, int? Predicted, int? Stated, int? Difference);

/// <summary>How far staff's prediction was from what people said.</summary>
/// <param name="K">Size of the top compared: 3, or the number predicted if that is smaller.</param>
/// <param name="Overlap">Needs in both tops.</param>
/// <param name="TauB">Kendall τ-b over needs in both orders; null when there is no order to compare.</param>
/// <param name="Rows">All needs, in the community's order.</param>
public sealed record HearingGap(int K, int Overlap, double? TauB, IReadOnlyList<HearingGapRow> Rows)
{
    /// <summary>Compares a locked prediction with a ranking.</summary>
    /// <param name="predicted">Need ids, greatest need first, each once; may cover only some needs.</param>
    /// <param name="stated">The community's ranking by any method.</param>
    /// <param name="k">Size of the top.</param>
    /// <exception cref="ArgumentException">A need is predicted twice.</exception>
    public static HearingGap Of(IReadOnlyList<string> predicted, NeedRanking stated, int k = 3)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < predicted.Count; i++)
            if (!places.TryAdd(predicted[i], i + 1))
                throw new ArgumentException($"The need '{predicted[i]}' is predicted twice.", nameof(predicted));

        var top = Math.Min(k, predicted.Count);
        HearingGapRow[] rows =
        [
            .. stated.Rows.Select(row =>
            {
                int? place = places.TryGetValue(row.Need, out var p) ? p : null;
                return new HearingGapRow(row.Need, row.Name, place, row.Rank, place - row.Rank);
            }),
        ];
        HearingGapRow[] both = [.. rows.Where(r => r.Difference is not null)];
        return new(
            top,
            rows.Count(r => r.Predicted <= top && r.Stated <= top),
            KendallTau.B([.. both.Select(r => (double)r.Predicted!)], [.. both.Select(r => (double)r.Stated!)]),
            rows
        );
    }
}
