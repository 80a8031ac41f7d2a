// Says how settled an order of needs is. Bootstrap percentiles of ranks say too much where needs are close (.95 where
// .84 is true); sets from tests of all pairwise differences hold whatever the true order.
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>
/// Confidence sets for ranks. Two needs are told apart where their difference exceeds a critical number of standard errors; that number
/// is the quantile of the greatest such ratio over all pairs in resamples of respondents, step by step (<see cref="PairTests"/>). A
/// need's set runs from 1 + the needs surely before it to their number less the needs surely behind it.
/// Source: Mogstad, Romano, Shaikh &amp; Wilhelm 2024, "Inference for Ranks with Applications to Mobility across Neighbourhoods and
/// Academic Achievement across Countries". Resamples follow the draw (<see cref="RankResampler"/>): within strata, of whole clusters,
/// with weights and raking, less where much of a finite community was heard.
/// </summary>
public static class RankSets
{
    /// <summary>Fewest resamples allowed, and the default.</summary>
    public const int FewestResamples = 1000;

    /// <summary>Sets for the ranks of one method's scores.</summary>
    /// <param name="data">At least one respondent.</param>
    /// <param name="method">Any method over answers.</param>
    /// <param name="options">Seed, resamples, confidence, k.</param>
    /// <param name="plan">
    /// How the same respondents were drawn, with their weights; null: each alone, from an endless community, with the data's weights.
    /// </param>
    /// <param name="cancellation">Stops between resamples.</param>
    /// <exception cref="ArgumentException">No respondent, or a plan of another number of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Options outside their bounds, or a method for panels (Hanlon).</exception>
    public static RankConfidence Of(
        NeedAnswers data,
        RankingMethod method,
        RankSetOptions options,
        SamplePlan? plan = null,
        CancellationToken cancellation = default
    )
    {
        if (data.Count == 0)
            throw new ArgumentException("Nobody has answered yet.", nameof(data));
        plan ??= Alone(data.Count, data.Weighted ? data.Weights.ToArray() : null);
        return Of(
            data.Needs,
            data.Count,
            plan,
            () => ScoreInfluence.Of(data, Rankings.ScoringOf(data, method), plan!),
            options,
            cancellation
        );
    }

    /// <summary>Sets for the ranks of mean scores, for whatever is scored person by person.</summary>
    /// <param name="needs">What is ranked.</param>
    /// <param name="scores">One list a need, one score a respondent; NaN where they gave none (who was asked and did not name it has a
    /// score).</param>
    /// <param name="higherFirst">Whether the highest mean ranks first.</param>
    /// <param name="options">Seed, resamples, confidence, k.</param>
    /// <param name="plan">How the respondents were drawn, with their weights; null: each alone, alike, from an endless community.</param>
    /// <param name="cancellation">Stops between resamples.</param>
    /// <exception cref="ArgumentException">No need or respondent, lists of different lengths, an infinite score, or a plan of another
    /// number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Options outside their bounds.</exception>
    public static RankConfidence OfScores(
        IReadOnlyList<NeedItem> needs,
        IReadOnlyList<double[]> scores,
        bool higherFirst,
        RankSetOptions options,
        SamplePlan? plan = null,
        CancellationToken cancellation = default
    )
    {
        if (needs.Count == 0 || scores.Count != needs.Count)
            throw new ArgumentException("One list of scores a need.", nameof(scores));
        var people = scores[0].Length;
        if (people == 0 || scores.Any(own => own.Length != people))
            throw new ArgumentException("One score a respondent.", nameof(scores));
        if (scores.Any(own => own.Any(double.IsInfinity)))
            throw new ArgumentException("A score is a number, or NaN for none.", nameof(scores));
        plan ??= Alone(people, null);
        return Of(needs, people, plan, () => ScoreInfluence.OfMeans(scores, higherFirst, plan!), options, cancellation);
    }

    /// <summary>Rank sets from estimates alone: those that differ by more than <paramref name="critical"/> standard errors are told
    /// apart.</summary>
    /// <param name="estimates">One an item; the highest ranks first.</param>
    /// <param name="standardErrors">Of the difference of each pair, symmetric.</param>
    /// <param name="critical">Standard errors to exceed.</param>
    /// <returns>Best and worst rank of each item. (.50, .40, .38), .0283 each, 2.39 → 1, 2–3, 2–3.</returns>
    public static IReadOnlyList<(int Low, int High)> FromDifferences(
        IReadOnlyList<double> estimates,
        Func<int, int, double> standardErrors,
        double critical
    ) => PairTests.Sets(estimates.Count, (j, k) => estimates[j] - estimates[k] > critical * standardErrors(j, k));

    private static RankConfidence Of(
        IReadOnlyList<NeedItem> needs,
        int people,
        SamplePlan? plan,
        Func<ScoreInfluence> influence,
        RankSetOptions options,
        CancellationToken cancellation
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Resamples, FewestResamples);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.First, 1);
        if (!(options.Confidence > 0 && options.Confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(options), "A confidence lies between 0 and 1.");
        if (plan is not null && plan.People != people)
            throw new ArgumentException("The plan is about another number of respondents.", nameof(plan));
        // One person alone says nothing about others.
        if (plan is null)
            return Unknown(needs, options);

        var scored = influence();
        var pairs = PairDifferences.Of(scored, plan);
        var deviations = RankResampler.Deviations(scored.UnitTotals, plan, options, cancellation);
        var tests = new PairTests(pairs, deviations, options.Resamples, options.Confidence);
        var (together, critical) = tests.All();
        var own = Enumerable.Range(0, pairs.Count).Select(tests.OfOne).ToArray();
        return Assemble(needs, scored, pairs, own, together, critical, options);
    }

    private static RankConfidence Assemble(
        IReadOnlyList<NeedItem> needs,
        ScoreInfluence scored,
        PairDifferences pairs,
        (int Low, int High)[] own,
        bool[,] together,
        double critical,
        RankSetOptions options
    )
    {
        var count = pairs.Count;
        var sets = PairTests.Sets(count, (j, k) => together[j, k]);
        var (order, ranks) = (new int[count], new int[count]);
        Ranks.Order(scored.Estimates, true, order);
        Ranks.Competition(scored.Estimates, true, ranks);
        var rows = order.Select(j =>
        {
            var need = needs[scored.Needs[j]];
            var top = TopOf(sets[j].Low, sets[j].High, options.First);
            return new RankSet(need.Id, need.Name, ranks[j], own[j].Low, own[j].High, sets[j].Low, sets[j].High, top);
        });
        return new(
            options.Resamples,
            options.Seed,
            options.Confidence,
            options.First,
            critical,
            [.. rows, .. Unscored(needs, scored.Needs, options.First)],
            [
                .. order.Zip(order.Skip(1), (a, b) =>
                    new RankNeighbours(
                        needs[scored.Needs[a]].Id,
                        needs[scored.Needs[b]].Id,
                        Math.Max(0, scored.Estimates[a] - scored.Estimates[b]),
                        pairs.StandardError(a, b),
                        together[a, b]
                    )
                ),
            ]
        );
    }

    internal static TopPlace TopOf(int low, int high, int first) =>
        high <= first ? TopPlace.Surely
        : low > first ? TopPlace.SurelyNot
        : TopPlace.Possibly;

    // A need without a score could be anywhere; it does not move the others, which are ranked among those that have one.
    internal static IEnumerable<RankSet> Unscored(IReadOnlyList<NeedItem> needs, IReadOnlyList<int> scored, int first) =>
        needs
            .Where((_, i) => !scored.Contains(i))
            .Select(need => new RankSet(
                need.Id,
                need.Name,
                null,
                1,
                needs.Count,
                1,
                needs.Count,
                needs.Count <= first ? TopPlace.Surely : TopPlace.Possibly
            ));

    /// <summary>Nothing is known of the order: every need may have every rank.</summary>
    internal static RankConfidence Unknown(IReadOnlyList<NeedItem> needs, RankSetOptions options) =>
        new(options.Resamples, options.Seed, options.Confidence, options.First, null, [.. Unscored(needs, [], options.First)], []);

    private static SamplePlan? Alone(int people, double[]? weights) => (SamplePlan.Of(people, weights) as SamplePlanResult.Planned)?.Plan;
}
