// From counters to what is shown. There is one way for true and for safe figures: every count is a part of a base, every base comes out of
// a drawing, and what else is told (shares, means, quartiles) is worked out from the counts as they are shown.

using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Makes results of tallies.</summary>
/// <param name="Units">How people were drawn: everybody who answered, taken in.</param>
/// <param name="Rule">Of the drawing that the bases come from.</param>
/// <param name="Language">Of the labels.</param>
public sealed partial record ResultRules(SampleUnits Units, SafeRule Rule, string Language)
{
    /// <param name="tally">The counts.</param>
    /// <param name="type">The type's name.</param>
    /// <param name="everybody">Everybody who is looked at: all, or one group of a breakdown; null when they are too few.</param>
    /// <param name="group">Their number in the tally.</param>
    /// <param name="byUnit">The same people by unit (<see cref="QuestionTally.ByUnit"/>).</param>
    public QuestionResult Of(QuestionTally tally, string type, CountBase? everybody, int group = 0, QuestionTally? byUnit = null)
    {
        var block = tally.Block;
        var question = block.Item.Item as Question;
        var result = new QuestionResult
        {
            Name = block.Name,
            Label = block.Item.Item.Label?.In(Language, block.Item.FirstLanguage) is { Length: > 0 } words ? words : block.Question,
            Type = type,
            PicksOne = question?.PicksOne() == true,
            PicksSeveral = question?.PicksSeveral() == true,
            IsInWords = question?.TakesWords() == true,
            IsStory = question?.TellsStories() == true,
            Versions = block.Versions,
            IsRetired = block.IsRetired,
            Counts = new(
                State(AnswerState.Answered),
                State(AnswerState.Skipped),
                State(AnswerState.NotAsked),
                State(AnswerState.Declined),
                State(AnswerState.Unknown)
            ),
            IsOrdered = tally is NumberTally or PeriodTally || tally is ChoiceTally { OneEach: true } && IsScale(block),
            ScaleTop = (tally as GridTally)?.Top ?? 1,
            ScaleBottom = (tally as GridTally)?.Bottom ?? 0,
            IsCarriedOver = tally is GridTally { IsCarriedOver: true } or NumberTally { IsCarriedOver: true },
            Scales = tally is NumberTally { Scales: { Count: > 1 } scales } ? scales : null,
        };
        if (everybody?.Within(tally.State(group, AnswerState.Answered)) is not { } of)
            return result;
        result = result with { Base = of.N };
        var intervals = Intervals(of, byUnit is null ? null : unit => byUnit.State(unit, AnswerState.Answered));
        return tally switch
        {
            ChoiceTally choices => result with
            {
                Choices = Picks(choices, group, everybody, of, intervals, Intervals, byUnit as ChoiceTally),
            },
            RankTally rank => result with { Ranking = Ranking(rank, group, everybody, of) },
            NumberTally numbers => result with { Numbers = Numbers(numbers, group, of, intervals, byUnit as NumberTally) },
            PeriodTally periods => result with { Choices = Periods(periods, group, of, intervals, byUnit as PeriodTally) },
            GridTally grid => result with { Grid = Grid(grid, group, everybody) },
            MatrixTally matrix => result with
            {
                Matrix = Matrix(matrix, group, of, (answered, answeredIn) => Intervals(answered, answeredIn), byUnit as MatrixTally),
            },
            BestWorstTally sets => result with { BestWorst = BestWorst(sets, group, everybody, of) },
            _ => result,
        };

        BaseIntervals Intervals(CountBase answered, Func<int, RecordCounter>? answeredIn, RecordCounter notOffered = default) =>
            new(Units, everybody!, RecordCounter.Of([tally.State(group, AnswerState.NotAsked), notOffered]), answered, answeredIn);

        ShownCount State(AnswerState state) => everybody?.Part(tally.State(group, state)) ?? Rule.Nobody;
    }

    private string Words(AnswerBlock block, LocalText label) => label.In(Language, block.Item.FirstLanguage);

    private List<ChoiceCount> Choices(
        AnswerBlock block,
        ReadOnlySpan<RecordCounter> counts,
        CountBase of,
        BaseIntervals intervals,
        RecordTally? byUnit
    )
    {
        var parts = counts.ToArray();
        return
        [
            .. block.Choices.Select(
                (choice, i) =>
                    Counted(
                        choice.Name,
                        Words(block, choice.Label),
                        parts[i],
                        of,
                        intervals,
                        byUnit is null ? null : unit => byUnit[unit, i]
                    )
            ),
        ];
    }

    private static ChoiceCount Counted(
        string code,
        string label,
        RecordCounter part,
        CountBase of,
        BaseIntervals intervals,
        Func<int, RecordCounter>? partIn
    )
    {
        var count = of.Part(part);
        var shown = intervals.Of(count, part, partIn);
        return new(code, label, count, ShownFigures.Share(count, of).Value, shown?.Interval, shown?.Community);
    }

    private NumberSummary Numbers(NumberTally tally, int group, CountBase of, BaseIntervals intervals, NumberTally? byUnit)
    {
        var values = tally.Values(group).Ascending;
        var bins = NumberBars.Of(tally.Block.Item, tally.Points, values, Rule);
        var parts = bins.Select(bin => In(bin, values)).ToList();
        var counts = parts.Select(of.Part).ToList();
        var summary = Rule.IsOff ? NumberBars.True(values) : NumberBars.Shown(bins, counts, of);
        return summary with
        {
            Bins =
            [
                .. bins.Zip(parts, (bin, part) =>
                    Counted(
                        bin.Label,
                        bin.Words,
                        part,
                        of,
                        intervals,
                        byUnit is null ? null : unit => In(bin, byUnit.Values(unit).Unordered)
                    )
                ),
            ],
        };

        static RecordCounter In(NumberBin bin, IEnumerable<KeyValuePair<double, RecordCounter>> values) =>
            RecordCounter.Of([.. values.Where(value => bin.Holds(value.Key)).Select(value => value.Value)]);
    }

    // Safe figures list no year or hour before the first and none behind the last that has a number: that one is listed would say that
    // somebody is in it.
    private List<ChoiceCount> Periods(PeriodTally tally, int group, CountBase of, BaseIntervals intervals, PeriodTally? byUnit)
    {
        var width = Rule.IsOff ? tally.Width(group, 1) : tally.Width(group, Rule.Threshold);
        var known = tally
            .Periods(group)
            .GroupBy(period => period.Key - period.Key % width)
            .ToDictionary(bar => bar.Key, bar => RecordCounter.Of([.. bar.Select(period => period.Value)]));
        var counted = known.Select(period => (period.Key, Count: of.Part(period.Value))).ToList();
        int[] shown = [.. counted.Where(period => Rule.IsOff || period.Count.Kind != ShownCountKind.Few).Select(period => period.Key)];
        if (shown.Length == 0)
            return [];
        var listed = Rule.IsOff ? shown : Enumerable.Range(0, (shown[^1] - shown[0]) / width + 1).Select(i => shown[0] + i * width);
        return
        [
            .. listed.Select(period =>
                Counted(
                    tally.Code(period, width),
                    tally.Label(period, width),
                    known.GetValueOrDefault(period),
                    of,
                    intervals,
                    byUnit is null ? null : unit => byUnit.People(unit, period, width)
                )
            ),
        ];
    }

    // Among everybody who rated, as for needs: the same people have one mean wherever it is shown.
    private List<RatedRow> Grid(GridTally tally, int group, CountBase everybody)
    {
        return
        [
            .. tally.Block.Rows.Select(row =>
            {
                var at = tally.Block.Columns.ToList().FindIndex(column => column.Part == row.Name);
                var (importance, satisfaction) = (Rating(at), Rating(at + 1));
                return new RatedRow(
                    row.Name,
                    Words(tally.Block, row.Label),
                    importance.Mean,
                    importance.N,
                    satisfaction.Mean,
                    satisfaction.N
                );
            }),
        ];

        (double? Mean, ShownCount N) Rating(int column)
        {
            var ratings = tally.Ratings(group, column);
            if (everybody.Within(ratings.Everybody) is not { } rated)
                return (null, everybody.Part(ratings.Everybody));
            var points = ratings.Ascending;
            var counts = rated.Parts([.. points.Select(point => point.Value)]);
            return (ShownFigures.Mean(counts, [.. points.Select(point => point.Key)], rated)?.Value, rated.Count);
        }
    }

    private List<MatrixCounts> Matrix(
        MatrixTally tally,
        int group,
        CountBase of,
        Func<CountBase, Func<int, RecordCounter>?, BaseIntervals> intervals,
        MatrixTally? byUnit
    ) =>
        [
            .. tally.Block.Columns.Select(
                (column, row) =>
                {
                    var counts = tally.Counts[row].Row(group);
                    var all = RecordCounter.Of(counts);
                    var answered = of.Within(all);
                    var label = tally.Block.Rows.FirstOrDefault(one => one.Name == column.Part)?.Label;
                    return new MatrixCounts(
                        column.Part,
                        label is null ? column.Part : Words(tally.Block, label),
                        answered?.Count ?? of.Part(all),
                        answered is null
                            ? []
                            : Choices(
                                tally.Block,
                                counts,
                                answered,
                                intervals(answered, byUnit is null ? null : unit => RecordCounter.Of(byUnit.Counts[row].Row(unit))),
                                byUnit?.Counts[row]
                            )
                    );
                }
            ),
        ];

    // A scale keeps its order; names of things are sorted by how many chose them.
    private static bool IsScale(AnswerBlock block) =>
        block.Item.Item is Question { IsScale: true }
        || block.Choices.Count > 0 && block.Choices.All(choice => int.TryParse(choice.Name, out _));
}
