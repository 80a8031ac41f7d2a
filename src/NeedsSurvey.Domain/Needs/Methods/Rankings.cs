// All ranking methods: which can be offered for the data, and one method's order.
using System.Diagnostics;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Ranks needs by any method of methods.md §1; each formula is in the file named after its method.</summary>
public static class Rankings
{
    /// <summary>
    /// The methods that the answers allow, in the order in which they are offered. Hanlon takes a panel: see <see cref="Hanlon"/>.
    /// </summary>
    public static IReadOnlyList<RankingMethod> Offered(NeedAnswers data) =>
        [.. Enum.GetValues<RankingMethod>().Where(m => m != RankingMethod.Hanlon && IsOffered(data, m))];

    /// <summary>Every offered method's ranking, to show side by side: they differ, and that is said.</summary>
    public static IReadOnlyList<NeedRanking> All(NeedAnswers data) => [.. Offered(data).Select(m => Of(data, m))];

    /// <summary>One method's ranking. Needs nobody answered stand last without score or rank.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The method is for panels (Hanlon).</exception>
    public static NeedRanking Of(NeedAnswers data, RankingMethod method)
    {
        var scoring = ScoringOf(data, method);
        var needs = data.Needs.Count;
        var terms = Enumerable.Range(0, scoring.Sums).Select(_ => new sbyte[data.Count]).ToArray();
        var scores = new double[needs];
        var counts = new ShownCount[needs];
        var weights = new double[needs];
        var figures = new NeedFigure[needs][];
        for (var need = 0; need < needs; need++)
        {
            foreach (var column in terms)
                Array.Clear(column);
            scoring.Terms(data, need, terms);
            var plain = Sum(terms, []);
            var sums = data.Weighted ? Sum(terms, data.Weights) : plain;
            scores[need] = scoring.Score(sums);
            counts[need] = ShownCount.Number((int)scoring.N(plain));
            var scored = !double.IsNaN(scores[need]);
            weights[need] = scored ? scoring.RawWeight(scores[need], sums) : 0;
            figures[need] = scored ? [.. scoring.Figures.Select(f => f.From(sums, plain)).Where(f => f.Value is not double.NaN)] : [];
        }
        return Assemble(scoring, data.Needs, data.Weighted, scores, counts, weights, figures);
    }

    internal static NeedScoring ScoringOf(NeedAnswers data, RankingMethod method) =>
        method switch
        {
            RankingMethod.Prevalence => Prevalence.Scoring,
            RankingMethod.Borich => Borich.Scoring,
            RankingMethod.RankedDiscrepancy => RankedDiscrepancy.Scoring,
            RankingMethod.ImportancePerformance => ImportancePerformance.Scoring,
            RankingMethod.ImportanceSatisfaction => ImportanceSatisfaction.Scoring,
            RankingMethod.Concerns => ConcernsReport.ScoringFor(data),
            RankingMethod.BestWorst => BestWorst.Scoring,
            RankingMethod.Pairwise => PairwiseVotes.Scoring,
            RankingMethod.MeanRank => RankingQuestion.Scoring,
            RankingMethod.GroupConsensus => GroupConsensus.ScoringFor(data),
            RankingMethod.Hanlon => throw new ArgumentOutOfRangeException(
                nameof(method),
                method,
                "Hanlon ranks a panel's ratings, not answers."
            ),
            _ => throw new UnreachableException(),
        };

    /// <summary>Puts needs in order.</summary>
    /// <param name="inWords">Needs whose score is the middle of what words allow: it orders and weighs them but is not shown.</param>
    /// <param name="most">Those of them that nearly all stated, whose place is told although their score is not.</param>
    internal static NeedRanking Assemble(
        NeedScoring scoring,
        IReadOnlyList<NeedItem> needs,
        bool weighted,
        double[] scores,
        ShownCount[] counts,
        double[] rawWeights,
        NeedFigure[][] figures,
        bool[]? inWords = null,
        bool[]? most = null
    )
    {
        var ranks = new int[needs.Count];
        var order = new int[needs.Count];
        Ranks.Competition(scores, scoring.HigherMeansGreaterNeed, ranks);
        Ranks.Order(scores, scoring.HigherMeansGreaterNeed, order);
        var weights = Weights(rawWeights);
        bool HasScore(int need) => !double.IsNaN(scores[need]) && inWords?[need] is not true;
        return new(
            scoring.Method,
            scoring.Code,
            scoring.Name,
            scoring.Explanation,
            scoring.Unit,
            scoring.HigherMeansGreaterNeed,
            weighted,
            [
                .. order.Select(i => new RankedNeed(
                    needs[i].Id,
                    needs[i].Name,
                    HasScore(i) ? scores[i] : null,
                    counts[i],
                    HasScore(i) || most?[i] is true ? ranks[i] : null,
                    weights[i],
                    figures[i]
                )),
            ]
        );
    }

    private static bool IsOffered(NeedAnswers data, RankingMethod method) =>
        method switch
        {
            RankingMethod.GroupConsensus => data.GroupNames.Count > 0 && data.Has(NeedMeasure.Agreement),
            _ => ScoringOf(data, method).Reads.All(data.Has),
        };

    private static double[] Sum(sbyte[][] terms, ReadOnlySpan<double> weights)
    {
        var sums = new double[terms.Length];
        for (var s = 0; s < terms.Length; s++)
        {
            var column = terms[s];
            if (weights.IsEmpty)
            {
                long total = 0;
                foreach (var term in column)
                    total += term;
                sums[s] = total;
            }
            else
            {
                var total = 0.0;
                for (var r = 0; r < column.Length; r++)
                    total += weights[r] * column[r];
                sums[s] = total;
            }
        }
        return sums;
    }

    // Scores scaled to a total of 1. When no need has a positive weight, none can be preferred: all count the same.
    private static double[] Weights(double[] raw)
    {
        var total = raw.Sum();
        return total > 0 ? [.. raw.Select(w => w / total)] : [.. raw.Select(_ => 1.0 / raw.Length)];
    }
}
