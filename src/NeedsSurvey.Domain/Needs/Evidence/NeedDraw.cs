// What the draw says of figures about needs. A need's share is a share like any other, so its interval comes from
// where results have theirs; means and ranks follow the same strata, clusters and community.
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Needs;

/// <summary>How the people behind figures about needs were drawn.</summary>
/// <param name="units">The draw, with everybody who answered taken in.</param>
/// <param name="rowOf">
/// Row of <paramref name="units"/> of each respondent, −1 outside; of no use (and may be empty) where people were drawn alike.
/// </param>
public sealed class NeedDraw(SampleUnits units, IReadOnlyList<int> rowOf)
{
    /// <summary>Whether intervals can be given.</summary>
    public bool AllowsIntervals => units.Frame.Kind.AllowsIntervals() && units.Faults.Count == 0;

    /// <inheritdoc cref="SampleUnits.Precision"/>
    public string Precision(bool areTrue, bool withRanges) => units.Precision(areTrue, withRanges);

    /// <summary>The sentence beside safe figures, in every language that the program has.</summary>
    public LocalText SafePrecision(bool withRanges) => LocalText.Spoken(language => units.SafePrecision(language, withRanges));

    /// <summary>True figures: the ranking by prevalence with the interval of each share; another method's as it is.</summary>
    public NeedRanking WithIntervals(NeedRanking ranking, NeedAnswers data)
    {
        if (ranking.Method != RankingMethod.Prevalence || !AllowsIntervals)
            return ranking;
        var everybody = Drawing.True(new RecordCounter(data.Count, 0)).Everyone;
        var at = data.Needs.Select((need, i) => (need.Id, i)).ToDictionary(need => need.Id, need => need.i);
        return ranking with { Rows = [.. ranking.Rows.Select(row => row.With(Interval(at[row.Need])))] };

        ShownInterval? Interval(int need)
        {
            var answers = Answers(data, need);
            RecordCounter Of(int people) => new(people, 0);
            if (everybody?.Within(Of(answers.Asked)) is not { } asked)
                return null;
            var part = asked.Part(Of(answers.Stated));
            return Share(data, need, part, new(asked, ShownFigures.Share(part, asked)), answers.Left);
        }
    }

    /// <summary>The interval of a need's share.</summary>
    /// <param name="part">Who stated it, as shown.</param>
    /// <param name="of">Who was asked.</param>
    /// <param name="missing">Who was asked and gave no answer.</param>
    /// <param name="isIn">Whether somebody's survey is in the figure; null for all.</param>
    internal ShownInterval? Share(
        NeedAnswers data,
        int need,
        ShownCount part,
        ShownIntervals.ShareBase of,
        int missing,
        Func<int, bool>? isIn = null
    )
    {
        if (!AllowsIntervals)
            return null;
        var column = data.Column(need, NeedMeasure.Stated);
        var (answered, yes) = (new int[units.Count], new int[units.Count]);
        for (var r = 0; r < column.Length; r++)
        {
            var row = RowOf(r);
            if (column[r] < 0 || row < 0 || isIn?.Invoke(r) == false)
                continue;
            answered[row]++;
            yes[row] += column[r];
        }
        return ShownIntervals.OfShare(units, ShareIntervals.Of(units, new UnitCounts(answered, yes, missing)), part, of);
    }

    /// <summary>True figures: the interval of a mean over those who gave both importance and satisfaction.</summary>
    internal Interval? Mean(NeedAnswers data, int need, NeedMeasure measure)
    {
        if (!AllowsIntervals)
            return null;
        var values = new double[data.Count];
        Array.Fill(values, double.NaN);
        var of = data.Column(need, measure);
        var other = data.Column(need, Other(measure));
        for (var r = 0; r < Math.Min(of.Length, other.Length); r++)
            if (of[r] >= 0 && other[r] >= 0)
                values[r] = of[r];
        // As for shares: whoever gave no answer is left out where everybody was drawn alike.
        int[] drawn = [.. Enumerable.Range(0, data.Count).Where(r => units.Frame.IsPlain ? !double.IsNaN(values[r]) : RowOf(r) >= 0)];
        var plan = drawn.Length < 2 ? null : units.Plan([.. drawn.Select(RowOf)]);
        return plan is not null && Linearised.Mean(plan, [.. drawn.Select(r => values[r])]) is { } mean
            ? ShownIntervals.OfMean(units, mean, step: 1)?.Inside(data.Scale.Low, data.Scale.High)
            : null;
    }

    /// <summary>Safe figures: the interval of a mean from its standard error, with the effect of the draw in it.</summary>
    internal Interval? SafeMean(double mean, double error, int n, RatingScale scale)
    {
        if (!AllowsIntervals || ShownIntervals.Uneven(units) is not { } uneven)
            return null;
        var reach = scale.High - scale.Low;
        return ShownIntervals.OfMean(units, new Estimate(mean, error, n - 1, n), step: 1) is { } known
            ? new Interval(known.Low - uneven * reach, known.High + uneven * reach).Inside(scale.Low, scale.High)
            : null;
    }

    /// <summary>
    /// Which ranks the answers allow. With strata and clusters of the community, each stratum by its size; where those do not fit the
    /// answers, every rank is possible.
    /// </summary>
    public RankConfidence Ranks(NeedAnswers data, RankingMethod method, RankSetOptions options, CancellationToken cancellation)
    {
        if (IsUnknown)
            return RankSets.Unknown(data.Needs, options);
        if (!units.CountApart)
            return RankSets.Of(data, method, options, Alike(data), cancellation);
        var (inside, rows) = Inside(data);
        return RankSets.Of(inside, method, options, units.Plan(rows), cancellation);
    }

    /// <summary>Strata or clusters were named, and nothing follows from them.</summary>
    internal bool IsUnknown =>
        units.Frame.Kind.AllowsIntervals() && (units.Frame.Faults.Count > 0 || !units.Frame.IsPlain && units.Faults.Count > 0);

    /// <summary>The same for safe figures, which do not tell a small stratum from one that speaks against the draw.</summary>
    internal bool IsUnknownSafely => IsUnknown || units.Frame.Kind.AllowsIntervals() && units.HasSmallStratum;

    /// <summary>
    /// What strata and clusters cost a method's scores in precision: their variance by the draw over that of people drawn one by one, the
    /// greatest over needs, rounded up so that it tells nothing of single people. 1 without either.
    /// </summary>
    internal double Effect(NeedAnswers data, NeedScoring scoring)
    {
        if (!units.CountApart)
            return 1;
        var (inside, rows) = Inside(data);
        if (units.Plan(rows) is not { } plan)
            return 1;
        var (drawn, alone) = (ScoreInfluence.Of(inside, scoring, plan), SamplePlan.Simple(inside.Count));
        var before = ScoreInfluence.Of(inside, scoring, alone);
        var most = 1.0;
        for (var i = 0; i < drawn.Needs.Count; i++)
        {
            var at = before.Needs.ToList().IndexOf(drawn.Needs[i]);
            if (at < 0 || drawn.DegreesOfFreedom[i] < 1 || Linearised.OfTotals(alone, before.UnitTotals[at]) is not (> 0 and var plain))
                continue;
            var ratio = StudentT.Quantile(.975, drawn.DegreesOfFreedom[i]) / StudentT.Quantile(.975, Math.Max(1, drawn.People[i] - 1));
            most = Math.Max(most, Linearised.OfTotals(plan, drawn.UnitTotals[i]) / plain * ratio * ratio);
        }
        return ShownIntervals.RoundedEffect(most);
    }

    /// <summary>What people said of a need: who was asked and answered, who of them stated it, who was asked and did not answer.</summary>
    internal static (int Asked, int Stated, int Left) Answers(NeedAnswers data, int need)
    {
        var column = data.Column(need, NeedMeasure.Stated);
        var left = data.Column(need, NeedMeasure.Left);
        var (asked, stated, silent) = (0, 0, 0);
        for (var r = 0; r < column.Length; r++)
        {
            asked += column[r] >= 0 ? 1 : 0;
            stated += column[r] == 1 ? 1 : 0;
        }
        for (var r = 0; r < left.Length; r++)
            silent += left[r] == 1 && (r >= column.Length || column[r] < 0) ? 1 : 0;
        return (asked, stated, silent);
    }

    // The same part of the community as was heard on the need that fewest answered: the cautious one.
    private SamplePlan? Alike(NeedAnswers data)
    {
        if (!AllowsIntervals || units.Frame.Population is not { } size || data.Count < 2)
            return null;
        var fewest = Enumerable.Range(0, data.Needs.Count).Select(need => Answers(data, need).Asked).Where(asked => asked > 0);
        var community = (double)size * data.Count / fewest.DefaultIfEmpty(data.Count).Min();
        return (SamplePlan.Of(data.Count, population: community) as SamplePlanResult.Planned)?.Plan;
    }

    private (NeedAnswers Data, int[] Rows) Inside(NeedAnswers data)
    {
        int[] inside = [.. Enumerable.Range(0, data.Count).Where(r => RowOf(r) >= 0)];
        return (inside.Length == data.Count ? data : data.Only(inside), [.. inside.Select(RowOf)]);
    }

    private int RowOf(int respondent) => units.Frame.IsPlain ? 0 : rowOf[respondent];

    private static NeedMeasure Other(NeedMeasure measure) =>
        measure == NeedMeasure.Importance ? NeedMeasure.Satisfaction : NeedMeasure.Importance;
}
