// What may be shown of a question's counts. Every figure passes the small-cell rule here; where one group is looked at, the counts are
// taken from the table of all groups, so that nothing hidden follows from the group's figures and everybody's. Counts of the four states
// are shown as they are: that somebody left a question out tells nothing about them that they said.

using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>People who chose something. A hidden count is null, and so is whatever would give it away.</summary>
/// <param name="Code">Of the choice, bin or year.</param>
/// <param name="Share">Of those who answered the question.</param>
/// <param name="Interval">Only where the survey's sample design allows one.</param>
public sealed record ChoiceCount(string Code, string Label, int? Count, double? Share, Interval? Interval);

/// <summary>A choice in a ranking question.</summary>
/// <param name="MeanPlace">Over those who gave it a place; null for all choices when some place was given to some choice by too
/// few.</param>
public sealed record RankedChoice(
    string Code,
    string Label,
    int? First,
    double? FirstShare,
    int? InTop,
    double? TopShare,
    double? MeanPlace
);

/// <summary>A choice of a best–worst question: people who called it best, and worst, in any set; shares of those who answered.</summary>
public sealed record BestWorstCount(string Code, string Label, int? Best, double? BestShare, int? Worst, double? WorstShare);

/// <summary>A need in a need grid: means over the given ratings; null when they are too few.</summary>
public sealed record RatedRow(string Row, string Label, double? Importance, int? ImportanceN, double? Satisfaction, int? SatisfactionN);

/// <summary>A row of a matrix.</summary>
public sealed record MatrixCounts(string Row, string Label, int? N, IReadOnlyList<ChoiceCount> Choices);

/// <summary>
/// Numbers: only figures that follow from the bins that are shown, so that none narrows a hidden one; no smallest and no largest value.
/// </summary>
public sealed record NumberSummary(
    double? Mean,
    double? LowerQuartile,
    double? Median,
    double? UpperQuartile,
    IReadOnlyList<ChoiceCount> Bins
);

/// <summary>What people said to one question.</summary>
public sealed record QuestionResult
{
    public required string Name { get; init; }
    public required string Label { get; init; }

    /// <summary>As in the survey's definition: <c>select_one</c>…</summary>
    public required string Type { get; init; }
    public required IReadOnlyList<int> Versions { get; init; }

    /// <summary>Not in the newest version any more.</summary>
    public required bool IsRetired { get; init; }
    public required AskedCounts Counts { get; init; }

    /// <summary>The choices have an order of their own: a scale, years, bins.</summary>
    public bool IsOrdered { get; init; }
    public IReadOnlyList<ChoiceCount>? Choices { get; init; }
    public IReadOnlyList<RankedChoice>? Ranking { get; init; }
    public IReadOnlyList<RatedRow>? Grid { get; init; }

    /// <summary>The highest point of a grid's scale; 1 for other types.</summary>
    public int ScaleTop { get; init; } = 1;
    public IReadOnlyList<MatrixCounts>? Matrix { get; init; }
    public NumberSummary? Numbers { get; init; }
    public IReadOnlyList<BestWorstCount>? BestWorst { get; init; }

    /// <summary>Something is hidden to protect people in small groups.</summary>
    public bool HidesSomething =>
        Counts.Answered > 0
            && (Choices ?? Numbers?.Bins ?? Matrix?.SelectMany(row => row.Choices) ?? []).Any(choice => choice.Count is null)
        || Grid?.Any(row => row.Importance is null && row.Satisfaction is null) == true
        || Ranking?.Any(choice => choice.First is null || choice.MeanPlace is null) == true
        || BestWorst?.Any(choice => choice.Best is null || choice.Worst is null) == true;
}

/// <summary>Makes results of tallies.</summary>
/// <param name="Design">How people came to be asked.</param>
/// <param name="Rule">The small-cell rule.</param>
/// <param name="Language">Of the labels.</param>
/// <param name="Population">Size of the community where it is known.</param>
public sealed record ResultRules(SampleDesign Design, SmallCells Rule, string Language, int? Population = null)
{
    private const int MostBins = 10;

    /// <param name="tally">The counts.</param>
    /// <param name="type">The type's name.</param>
    /// <param name="group">The group to show; null for everybody.</param>
    public QuestionResult Of(QuestionTally tally, string type, int? group)
    {
        var block = tally.Block;
        var result = new QuestionResult
        {
            Name = block.Name,
            Label = block.Item.Item.Label?.In(Language, block.Item.FirstLanguage) is { Length: > 0 } words ? words : block.Question,
            Type = type,
            Versions = block.Versions,
            IsRetired = block.IsRetired,
            Counts = States(tally, group),
        };
        return tally switch
        {
            ChoiceTally { OneEach: true } one => result with
            {
                Choices = Choices(block, Exclusive(one.Counts, group), result.Counts.Answered),
                IsOrdered = IsScale(block),
            },
            ChoiceTally many => result with { Choices = Choices(block, Several(many.Counts, tally, group), result.Counts.Answered) },
            RankTally rank => result with { Ranking = Ranking(rank, group, result.Counts.Answered) },
            NumberTally numbers => result with { Numbers = Numbers(numbers, group, result.Counts.Answered), IsOrdered = true },
            PeriodTally periods => result with { Choices = Periods(periods, group, result.Counts.Answered), IsOrdered = true },
            GridTally grid => result with { Grid = Grid(grid, group), ScaleTop = Top(grid) },
            MatrixTally matrix => result with { Matrix = Matrix(matrix, group) },
            BestWorstTally sets => result with { BestWorst = BestWorst(sets, group, result.Counts.Answered) },
            _ => result,
        };
    }

    private static AskedCounts States(QuestionTally tally, int? group)
    {
        if (group is { } one)
            return tally.States(one);
        var all = Enumerable.Range(0, tally.Groups).Select(tally.States).ToList();
        return new(all.Sum(s => s.Answered), all.Sum(s => s.Skipped), all.Sum(s => s.NotAsked), all.Sum(s => s.Declined));
    }

    private static int[] Sum(IReadOnlyList<int[]> counts) =>
        [.. Enumerable.Range(0, counts[0].Length).Select(c => counts.Sum(row => row[c]))];

    private IReadOnlyList<int?> Exclusive(IReadOnlyList<int[]> counts, int? group) =>
        counts[0].Length == 0 ? []
        : group is { } one ? Suppression.Table(counts, Rule).Cells[one]
        : Suppression.List(Sum(counts), Rule).Counts;

    private IReadOnlyList<int?> Several(IReadOnlyList<int[]> counts, QuestionTally tally, int? group)
    {
        if (counts[0].Length == 0)
            return [];
        int[] sizes = [.. Enumerable.Range(0, tally.Groups).Select(g => tally.States(g).Answered)];
        return group is { } one
            ? Suppression.OptionsByGroup(counts, sizes, Rule).Cells[one]
            : Suppression.Options(Sum(counts), sizes.Sum(), Rule).Counts;
    }

    private List<ChoiceCount> Choices(AnswerBlock block, IReadOnlyList<int?> counts, int n) =>
        [
            .. block.Choices.Zip(counts, (choice, count) =>
                Counted(choice.Name, choice.Label.In(Language, block.Item.FirstLanguage), count, n)
            ),
        ];

    private ChoiceCount Counted(string code, string label, int? count, int n)
    {
        double? share = count is { } shown && n > 0 ? (double)shown / n : null;
        // A community that turned out larger than was believed gives no correction.
        var population = Population is { } size && size >= n ? Population : null;
        return new(
            code,
            label,
            count,
            share,
            share is { } p ? ProportionIntervals.WhereAllowed(Design, p, n, population: population) : null
        );
    }

    private List<RankedChoice> Ranking(RankTally rank, int? group, int n)
    {
        var first = Exclusive(rank.First, group);
        var top = Several(rank.InTop, rank, group);
        // Rankings are often complete, so that the means of the other choices would give away the one that is left out.
        var everyPlace = rank.Places[0].Select((_, choice) => Exclusive([.. rank.Places.Select(of => of[choice])], group)).ToList();
        var mayShow = everyPlace.All(counts => counts.All(count => count is not null));
        double? Mean(IReadOnlyList<int?> counts) =>
            mayShow && counts.Sum() is > 0 and var ranked
                ? counts.Select((count, place) => count!.Value * (place + 1.0)).Sum() / ranked
                : null;
        return
        [
            .. rank.Block.Choices.Select(
                (choice, i) =>
                    new RankedChoice(
                        choice.Name,
                        choice.Label.In(Language, rank.Block.Item.FirstLanguage),
                        first[i],
                        Share(first[i], n),
                        top[i],
                        Share(top[i], n),
                        Mean(everyPlace[i])
                    )
            ),
        ];
    }

    private static double? Share(int? count, int n) => count is { } shown && n > 0 ? (double)shown / n : null;

    private NumberSummary Numbers(NumberTally tally, int? group, int n)
    {
        var groups = Enumerable.Range(0, tally.Groups).Select(tally.Values).ToList();
        var values = new SortedDictionary<double, int>();
        foreach (var one in group is { } g ? [groups[g]] : groups)
        foreach (var (value, count) in one)
            values[value] = values.GetValueOrDefault(value) + count;
        var bins = NumberBins.Of(groups.SelectMany(one => one.Keys), MostBins);
        IReadOnlyList<int[]> counts =
        [
            .. groups.Select(one => bins.Select(bin => one.Where(value => bin.Holds(value.Key)).Sum(value => value.Value)).ToArray()),
        ];
        var shown = bins.Count == 0 ? [] : Exclusive(counts, group);
        List<ChoiceCount> binned = [.. bins.Zip(shown, (bin, count) => Counted(bin.Label, bin.Label, count, n))];
        if (!MayShow([.. groups.Select(one => one.Values.Sum())], group))
            return new(null, null, null, null, binned);
        var places = new ShownPlaces(bins, shown, n, Rule);
        return new(
            shown.All(count => count is not null) ? values.Sum(value => value.Key * value.Value) / n : null,
            places.Quantile(values, .25),
            places.Quantile(values, .5),
            places.Quantile(values, .75),
            binned
        );
    }

    private List<ChoiceCount> Periods(PeriodTally tally, int? group, int n)
    {
        var groups = Enumerable.Range(0, tally.Groups).Select(tally.Periods).ToList();
        int[] periods = [.. groups.SelectMany(one => one.Keys).Distinct().Order()];
        if (periods.Length == 0)
            return [];
        var shown = Exclusive([.. groups.Select(one => periods.Select(period => one.GetValueOrDefault(period)).ToArray())], group);
        return [.. periods.Zip(shown, (period, count) => Counted(tally.Code(period), tally.Label(period), count, n))];
    }

    private List<BestWorstCount> BestWorst(BestWorstTally sets, int? group, int n)
    {
        var (best, worst) = (AllOrNone(Several(sets.Best, sets, group)), AllOrNone(Several(sets.Worst, sets, group)));
        return
        [
            .. sets.Block.Choices.Select(
                (choice, i) =>
                    new BestWorstCount(
                        choice.Name,
                        choice.Label.In(Language, sets.Block.Item.FirstLanguage),
                        best[i],
                        Share(best[i], n),
                        worst[i],
                        Share(worst[i], n)
                    )
            ),
        ];

        // Whoever answers a set names one choice of it, so that the others of the set would give away one that is left out.
        static IReadOnlyList<int?> AllOrNone(IReadOnlyList<int?> counts) =>
            counts.All(count => count is not null) ? counts : [.. counts.Select(_ => (int?)null)];
    }

    // A mean is hidden like the number of people behind it: means of some groups and of everybody give the mean of the rest.
    private bool MayShow(int[] people, int? group) =>
        group is { } one ? people[one] > 0 && Suppression.List(people, Rule).Counts[one] is not null : people.Sum() >= Rule.Threshold;

    private List<RatedRow> Grid(GridTally tally, int? group)
    {
        return
        [
            .. tally.Block.Rows.Select(row =>
            {
                var at = tally.Block.Columns.ToList().FindIndex(column => column.Part == row.Name);
                var (importance, satisfaction) = (Rating(at), Rating(at + 1));
                return new RatedRow(
                    row.Name,
                    row.Label.In(Language, tally.Block.Item.FirstLanguage),
                    importance.Mean,
                    importance.N,
                    satisfaction.Mean,
                    satisfaction.N
                );
            }),
        ];

        (double? Mean, int? N) Rating(int column)
        {
            List<(double Sum, int N)> all = [.. Enumerable.Range(0, tally.Groups).Select(g => tally.Ratings(g, column))];
            if (!MayShow([.. all.Select(one => one.N)], group))
                return (null, null);
            var (sum, n) = group is { } shown ? all[shown] : (all.Sum(one => one.Sum), all.Sum(one => one.N));
            return (sum / n, n);
        }
    }

    private static int Top(GridTally tally) => ((Question)tally.Block.Item.Item).TopOfScale;

    private List<MatrixCounts> Matrix(MatrixTally tally, int? group) =>
        [
            .. tally.Block.Columns.Select(
                (column, row) =>
                {
                    var counts = Exclusive(tally.Counts[row], group);
                    int? n = counts.All(count => count is null)
                        ? null
                        : (group is { } one ? tally.Counts[row][one] : Sum(tally.Counts[row])).Sum();
                    var label = tally
                        .Block.Rows.FirstOrDefault(of => of.Name == column.Part)
                        ?.Label.In(Language, tally.Block.Item.FirstLanguage)
                        ?? column.Part;
                    return new MatrixCounts(column.Part, label, n, Choices(tally.Block, counts, n ?? 0));
                }
            ),
        ];

    // A scale keeps its order; names of things are sorted by how many chose them.
    private static bool IsScale(AnswerBlock block) =>
        block.Item.Item.Appearance?.Contains("likert", StringComparison.Ordinal) == true
        || (block.Item.Item as Question)?.GroupRole == "age"
        || block.Choices.Count > 0 && block.Choices.All(choice => int.TryParse(choice.Name, out _));
}
