// Why this file exists: a ranking in a public report must not tell what three people said. It applies the survey's small-cell
// rule to a ranking; the members' own pages show the ranking as it is.
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>A ranking safe to publish.</summary>
/// <param name="Ranking">Rows that may be shown, ranked and weighted among themselves; then hidden rows without any figure.</param>
/// <param name="Hidden">Ids of needs whose figures are withheld, by name.</param>
public sealed record PublicRanking(NeedRanking Ranking, IReadOnlyList<string> Hidden)
{
    /// <summary>
    /// Withholds a need when fewer than k people stand behind it, or (prevalence) when those who stated it, or those who did not, are a
    /// small cell. Ranks and weights are then given afresh, because a gap in them would say where the hidden need stands.
    /// </summary>
    public static PublicRanking Of(NeedRanking ranking, SmallCells rule)
    {
        bool Hide(RankedNeed row) =>
            row.N > 0 && (row.N < rule.Threshold || (ranking.Method == RankingMethod.Prevalence && IsSmallPart(row)));

        bool IsSmallPart(RankedNeed row)
        {
            var stated = (int)row.Figures.Single(f => f.Code == "stated").Value;
            return rule.Hides(stated) || rule.Hides(row.N - stated);
        }

        RankedNeed[] shown = [.. ranking.Rows.Where(r => !Hide(r))];
        RankedNeed[] hidden = [.. ranking.Rows.Where(Hide).OrderBy(r => r.Name, StringComparer.Ordinal)];
        if (hidden.Length == 0)
            return new(ranking, []);
        var total = shown.Sum(r => r.Weight);
        var ranks = new int[shown.Length];
        Ranks.Competition([.. shown.Select(r => r.Score ?? double.NaN)], ranking.HigherMeansGreaterNeed, ranks);
        return new(
            ranking with
            {
                Rows =
                [
                    .. shown.Select(
                        (r, i) => r with { Rank = r.Rank is null ? null : ranks[i], Weight = total > 0 ? r.Weight / total : 0 }
                    ),
                    .. hidden.Select(r => r with { Score = null, N = 0, Rank = null, Weight = 0, Figures = [] }),
                ],
            },
            [.. hidden.Select(r => r.Need)]
        );
    }
}
