using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// Sets for ranks from safe scores. Nothing is resampled, because responses are not read: the critical value is that of as many normal
/// (for few people: Student's) variables as there are ordered pairs, however they are related (Bonferroni), and the standard error of a
/// difference is the sum of both, which holds whatever the covariance. Both make the sets wider than those of the true figures.
/// </summary>
internal static class SafeRankSets
{
    private const double Confidence = .90;
    private const int First = 3;

    /// <param name="items">All needs.</param>
    /// <param name="scores">Theirs, in the same order.</param>
    /// <param name="higherFirst">Whether the highest score is the greatest need.</param>
    public static RankConfidence Of(IReadOnlyList<NeedItem> items, IReadOnlyList<SafeScore> scores, bool higherFirst)
    {
        int[] known = [.. Enumerable.Range(0, items.Count).Where(i => scores[i].Known)];
        var count = known.Length;
        double[] estimates = [.. known.Select(i => higherFirst ? scores[i].Score : -scores[i].Score)];
        double Error(int j, int k) => scores[known[j]].Error + scores[known[k]].Error;
        var fewest = known.Length > 0 ? known.Min(i => scores[i].People) : 0;
        var (together, critical) = Sets(count * (count - 1));
        var (own, _) = Sets(2 * (count - 1));
        bool Settled(int j, int k) => estimates[j] - estimates[k] > critical * Error(j, k) && !Ranks.Same(estimates[j], estimates[k]);

        var (order, ranks) = (new int[count], new int[count]);
        Ranks.Order(estimates, true, order);
        Ranks.Competition(estimates, true, ranks);
        return new(
            0,
            0,
            Confidence,
            First,
            critical,
            [
                .. order.Select(j => new RankSet(
                    items[known[j]].Id,
                    items[known[j]].Name,
                    scores[known[j]] is { InWords: true, IsMost: false } ? null : ranks[j],
                    own[j].Low,
                    own[j].High,
                    together[j].Low,
                    together[j].High,
                    RankSets.TopOf(together[j].Low, together[j].High, First)
                )),
                .. RankSets.Unscored(items, known, First),
            ],
            [
                .. order.Zip(order.Skip(1), (a, b) =>
                    new RankNeighbours(
                        items[known[a]].Id,
                        items[known[b]].Id,
                        Math.Max(0, estimates[a] - estimates[b]),
                        Error(a, b),
                        Settled(a, b)
                    )
                ),
            ]
        );

        (IReadOnlyList<(int Low, int High)> Sets, double Critical) Sets(int pairs)
        {
            if (pairs <= 0)
                return ([.. known.Select(_ => (1, 1))], double.NaN);
            var bar = StudentT.Quantile(1 - (1 - Confidence) / pairs, Math.Max(1, fewest - 1));
            return (RankSets.FromDifferences(estimates, Error, bar), bar);
        }
    }
}
