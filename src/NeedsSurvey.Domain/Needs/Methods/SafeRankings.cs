// Scores for those who may not export. Each sum that a method needs is worked out from the safe frequency
// table of its terms as it may be shown, and the method's own formula runs on those sums: a score tells nothing that the tables do not
// tell. Tables of one term each, because those of two (importance by satisfaction) are too sparse: most of their cells would be few.
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>One method's ranking from safe counts.</summary>
/// <param name="Confidence">Sets for the ranks, wider than those of the true figures; see <see cref="SafeRankSets"/>.</param>
public sealed record SafeRanking(NeedRanking Ranking, RankConfidence Confidence)
{
    /// <summary>
    /// By how much a score is off for the noise and the hidden counts, in its unit: the root mean square over needs of standard errors. 0
    /// for shares, whose note is another.
    /// </summary>
    public double Protection { get; init; }

    /// <summary>Whether needs have words for a score.</summary>
    public bool InWords { get; init; }
}

/// <summary>Ranks needs from safe counts; the true figures are <see cref="Rankings"/>.</summary>
public sealed class SafeRankings
{
    private readonly NeedAnswers data;
    private readonly RecordKey[] keys;
    private readonly IReadOnlyList<IReadOnlyList<AnswerReach>> reach;
    private readonly IReadOnlyList<int>? surveys;
    private readonly Drawings drawings;
    private readonly SafeRule rule;
    private readonly NeedDraw? draw;
    private readonly Lazy<IReadOnlyList<(NeedScoring Scoring, SafeScore[] Needs)>> methods;

    /// <param name="data">What people said; weights do not count.</param>
    /// <param name="keys">Their record keys, in the same order.</param>
    /// <param name="reach">For each survey, what answers about each need can hold at most, by the questions.</param>
    /// <param name="drawings">Those of their surveys.</param>
    /// <param name="draw">How they were drawn from the community; null: anyone could answer.</param>
    /// <param name="surveys">Which survey each of them answered, by its place in the drawings; null for the first.</param>
    public SafeRankings(
        NeedAnswers data,
        IReadOnlyList<RecordKey> keys,
        IReadOnlyList<IReadOnlyList<AnswerReach>> reach,
        Drawings drawings,
        NeedDraw? draw = null,
        IReadOnlyList<int>? surveys = null
    )
    {
        if (keys.Count != data.Count)
            throw new ArgumentException("One key a respondent.", nameof(keys));
        if (surveys is not null && surveys.Count != data.Count)
            throw new ArgumentException("One survey a respondent.", nameof(surveys));
        if (reach.Count != drawings.Count || reach.Any(one => one.Count != data.Needs.Count))
            throw new ArgumentException("One reach a need, for each survey.", nameof(reach));
        (this.data, this.keys, this.reach) = (data, [.. keys], reach);
        (this.drawings, rule, this.draw, this.surveys) = (drawings, drawings.Rule, draw, surveys);
        methods = new(() =>
            [
                .. Rankings
                    .Offered(data)
                    .Select(method => Rankings.ScoringOf(data, method))
                    .Where(scoring => scoring.Bases.Count > 0)
                    .Select(scoring => (scoring, Scores(scoring))),
            ]
        );
    }

    /// <summary>
    /// Every method with at least k people behind at least one need, whatever single answers there are, but for <see cref="Withheld"/>.
    /// Shares of people that are told in words have no score and no rank; they stand and weigh by the middle of what the words allow.
    /// </summary>
    public IReadOnlyList<SafeRanking> All() =>
        [
            .. methods
                .Value.Where(one => one.Needs.Any(need => need.Known) && !one.Needs.Any(need => need.IsOpen))
                .Select(one => Assemble(one.Scoring, one.Needs)),
        ];

    /// <summary>
    /// Codes of methods in which needs that k people answered have no score, because too much of their tables is hidden: the order of the
    /// others would be one of needs about which people are of one mind.
    /// </summary>
    public IReadOnlyList<string> Withheld =>
        [.. methods.Value.Where(one => one.Needs.Any(need => need.IsOpen)).Select(one => one.Scoring.Code)];

    /// <summary>The importance–performance map from safe means.</summary>
    public ImportancePerformanceMap Map(QuadrantCut cut) => ImportancePerformance.Map([.. Means()], cut);

    /// <summary>What a method calls each need, where it sorts them too.</summary>
    public IReadOnlyDictionary<string, string> Standing(NeedRanking ranking, QuadrantCut cut) =>
        NeedStanding.Of([.. Means()], data.Scale, ranking, cut);

    private SafeRanking Assemble(NeedScoring scoring, SafeScore[] needs)
    {
        var ranking = Rankings.Assemble(
            scoring,
            data.Needs,
            false,
            [.. needs.Select(need => need.Score)],
            [.. needs.Select(need => need.N)],
            [.. needs.Select(need => need.Known ? scoring.RawWeight(need.Score, need.Sums) : 0)],
            [.. needs.Select(need => need.Figures)],
            [.. needs.Select(need => need.InWords)],
            [.. needs.Select(need => need.IsMost)]
        );
        var intervals = data
            .Needs.Zip(needs, (item, need) => (item.Id, need.Interval))
            .ToDictionary(need => need.Id, need => need.Interval);
        return new(
            ranking with
            {
                Rows = [.. ranking.Rows.Select(row => row.With(intervals[row.Need]))],
            },
            draw?.IsUnknownSafely == true
                ? RankSets.Unknown(data.Needs, new RankSetOptions(0))
                : SafeRankSets.Of(data.Needs, needs, scoring.HigherMeansGreaterNeed)
        )
        {
            Protection = scoring.IsShare
                ? 0
                : Math.Sqrt(needs.Where(need => need.Known).Average(need => need.Protection * need.Protection)),
            InWords = needs.Any(need => need.InWords),
        };
    }

    private IEnumerable<PairMean> Means() =>
        Scores(Borich.Scoring)
            .Zip(data.Needs, (need, item) =>
                need.Known
                    ? new PairMean(
                        item,
                        need.N,
                        need.Sums[1] / need.Sums[0],
                        need.Sums[2] / need.Sums[0],
                        Interval(need, 1),
                        Interval(need, 2)
                    )
                    : new PairMean(item, need.N, double.NaN, double.NaN)
            );

    private Interval? Interval(SafeScore need, int sum) =>
        draw?.SafeMean(need.Sums[sum] / need.Sums[0], need.Errors[sum] / need.Sums[0], need.People, data.Scale);

    private SafeScore[] Scores(NeedScoring scoring)
    {
        sbyte[][] terms = [.. Enumerable.Range(0, scoring.Sums).Select(_ => new sbyte[data.Count])];
        var effect = draw?.Effect(data, scoring) ?? 1;
        return
        [
            .. Enumerable
                .Range(0, data.Needs.Count)
                .Select(need =>
                {
                    foreach (var column in terms)
                        Array.Clear(column);
                    scoring.Terms(data, need, terms);
                    var score = ScoreOf(scoring, need, terms, effect);
                    return scoring.Method == RankingMethod.Prevalence && score.Known ? score with { Interval = IntervalOf(need) } : score;
                }),
        ];
    }

    private ShownInterval? IntervalOf(int need)
    {
        if (draw is null)
            return null;
        var (column, left) = (data.Column(need, NeedMeasure.Stated).ToArray(), data.Column(need, NeedMeasure.Left).ToArray());
        bool IsAsked(int r) => r < column.Length && column[r] >= 0;
        var asked = BySurvey(IsAsked);
        if (drawings.Base(asked) is not { } of)
            return null;
        var notAsked = BySurvey(r => !IsAsked(r) && (r >= left.Length || left[r] != 1));
        var (part, share) = of.Part(BySurvey(r => r < column.Length && column[r] == 1));
        var missing = of.In.Sum(survey => ShownIntervals.Missing(drawings.Of(survey)!, asked[survey], notAsked[survey]));
        return draw.Share(data, need, part, new(of.N, of.Unknown, rule, share), missing, r => of.Counts(SurveyOf(r)));
    }

    private SafeScore ScoreOf(NeedScoring scoring, int need, sbyte[][] terms, double effect)
    {
        var bases = new Dictionary<int, SharedBase>();
        foreach (var mark in scoring.Bases.Distinct())
        {
            var marked = terms[mark];
            if (drawings.Base(BySurvey(r => marked[r] != 0)) is not { } people)
                return SafeScore.None(rule);
            bases[mark] = people;
        }
        var sums = new SafeSum[scoring.Sums];
        for (var sum = 0; sum < sums.Length; sum++)
        {
            var mark = scoring.Bases[sum];
            if (SumOf(scoring, need, sum, terms, bases[mark], effect) is not { } known)
                return SafeScore.None(rule) with { IsOpen = true };
            sums[sum] = known;
        }
        var least = bases.Values.MinBy(people => people.N)!;
        double[] values = [.. sums.Select(sum => sum.Value)];
        var score = scoring.Score(values);
        if (!double.IsFinite(score))
            return SafeScore.None(rule);
        // How the terms of one person go together is not known: their errors are added up, which they cannot exceed. What protection does
        // to one sum is not related to what it does to another.
        double[] slopes = [.. ScoreInfluence.Slopes(scoring.Score, values)];
        var error = slopes.Zip(sums, (slope, sum) => Math.Abs(slope) * sum.Error).Sum();
        var protection = Math.Sqrt(slopes.Zip(sums, (slope, sum) => slope * slope * sum.Protection * sum.Protection).Sum());
        NeedFigure[] figures =
        [
            .. scoring.Figures.Select(figure => FigureOf(figure, values, sums[figure.Of])).Where(figure => figure.Value is not double.NaN),
        ];
        return new(score, error, least.N, least.Count, scoring.IsShare && sums[^1].Part is { Shown: null }, figures)
        {
            IsMost = scoring.IsShare && sums[^1].Part is { Kind: ShownCountKind.NearlyAll },
            Sums = values,
            Errors = [.. sums.Select(sum => sum.Error)],
            Protection = protection,
        };
    }

    private static NeedFigure FigureOf(FigureBehind figure, double[] sums, SafeSum of) =>
        (figure.Kind, of.Part) switch
        {
            (NeedFigureKind.People, { } part) => new(figure.Code, figure.Label, part.Shown, part, figure.Kind),
            (NeedFigureKind.Share, { Shown: null } part) => new(figure.Code, figure.Label, null, part, figure.Kind),
            (NeedFigureKind.Share, _) => new(figure.Code, figure.Label, Math.Min(1, figure.Value(sums)), Kind: figure.Kind),
            _ => new(figure.Code, figure.Label, figure.Value(sums), Kind: figure.Kind),
        };

    private int SurveyOf(int respondent) => surveys?[respondent] ?? 0;

    private RecordCounter[] BySurvey(Func<int, bool> counts)
    {
        var members = new RecordCounter[drawings.Count];
        for (var r = 0; r < data.Count; r++)
            if (counts(r))
                members[SurveyOf(r)].Add(keys[r]);
        return members;
    }

    // Null where too little of the table is shown.
    private SafeSum? SumOf(NeedScoring scoring, int need, int sum, sbyte[][] terms, SharedBase people, double effect)
    {
        var (n, mark, term) = (people.N, terms[scoring.Bases[sum]], terms[sum]);
        if (scoring.Bases[sum] == sum)
            return new(n, 0, 0, null);
        var values = people.In.ToDictionary(survey => survey, survey => scoring.Values(data, reach[survey][need], sum));
        if (values.Values.Any(some => some is null))
        {
            var (part, share) = people.Part(BySurvey(r => mark[r] != 0 && term[r] == 1));
            var half = (share.AtMost - share.AtLeast) / 2;
            var middle = share.AtLeast + half;
            // Within the words' range, where a share varies most.
            var p = Math.Clamp(.5, share.AtLeast, share.AtMost);
            var protection = Math.Sqrt(share.NoiseError * share.NoiseError + half * half / 3);
            return new(n * middle, n * Error(effect * p * (1 - p), share.NoiseError, half, 1, n), n * protection, part);
        }
        var cells = values.ToDictionary(some => some.Key, some => new RecordCounter[some.Value!.Count]);
        for (var r = 0; r < mark.Length; r++)
            if (mark[r] != 0 && cells.TryGetValue(SurveyOf(r), out var own))
                own[IndexOf(values[SurveyOf(r)]!, term[r])].Add(keys[r]);
        FrequencyTable[] Tables(Func<int, double> of) =>
            [
                .. people.In.Select(survey => new FrequencyTable(
                    people.Of(survey)!.Parts(cells[survey]),
                    [.. values[survey]!.Select(of)],
                    people.Of(survey)!
                )),
            ];
        if (
            ShownFigures.Mean(Tables(value => value)) is not { } mean
            || ShownFigures.Mean(Tables(value => (double)value * value)) is not { } square
        )
            return null;
        var variance = Math.Max(0, square.Value - mean.Value * mean.Value);
        var wide = values.Values.Max(some => some![^1]) - values.Values.Min(some => some![0]);
        var error = Error(effect * variance, mean.NoiseError, (mean.High - mean.Low) / 2, wide, n);
        return new(n * mean.Value, n * error, n * mean.Protection, null);
    }

    // Of a mean: sampling, noise, and what hidden counts leave open, as if every value in it were as likely; but at least 2/(n + 2) of
    // what one person can say, as for true figures (PairDifferences).
    private static double Error(double variance, double noise, double open, double reach, int n) =>
        Math.Max(Math.Sqrt(variance / Math.Max(1, n - 1) + noise * noise + open * open / 3), 2 * reach / (n + 2));

    // A value that the questions no longer have counts as the nearest.
    private static int IndexOf(IReadOnlyList<int> values, int value)
    {
        var nearest = 0;
        for (var i = 1; i < values.Count; i++)
            if (Math.Abs(values[i] - value) < Math.Abs(values[nearest] - value))
                nearest = i;
        return nearest;
    }

    /// <param name="Protection">The part of the error that is not sampling.</param>
    /// <param name="Part">The safe count, of a sum of people.</param>
    private sealed record SafeSum(double Value, double Error, double Protection, ShownCount? Part);
}
