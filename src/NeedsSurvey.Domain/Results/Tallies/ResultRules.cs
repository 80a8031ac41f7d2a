// From counters to what is shown. There is one way for true and for safe figures: every count is a part of a base, every base comes out of
// a drawing, and what else is told (shares, means, quartiles) is worked out from the counts as they are shown.

using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>Makes results of tallies.</summary>
/// <param name="Design">How people came to be asked.</param>
/// <param name="Rule">Of the drawing that the bases come from.</param>
/// <param name="Language">Of the labels.</param>
/// <param name="Population">Size of the community where it is known.</param>
public sealed record ResultRules(SampleDesign Design, SafeRule Rule, string Language, int? Population = null)
{
    /// <param name="tally">The counts.</param>
    /// <param name="type">The type's name.</param>
    /// <param name="everybody">Everybody who is looked at: all, or one group of a breakdown; null when they are too few.</param>
    /// <param name="group">Their number in the tally.</param>
    public QuestionResult Of(QuestionTally tally, string type, CountBase? everybody, int group = 0)
    {
        var block = tally.Block;
        var result = new QuestionResult
        {
            Name = block.Name,
            Label = block.Item.Item.Label?.In(Language, block.Item.FirstLanguage) is { Length: > 0 } words ? words : block.Question,
            Type = type,
            Versions = block.Versions,
            IsRetired = block.IsRetired,
            Counts = new(State(AnswerState.Answered), State(AnswerState.Skipped), State(AnswerState.NotAsked), State(AnswerState.Declined)),
            IsOrdered = tally is NumberTally or PeriodTally || tally is ChoiceTally { OneEach: true } && IsScale(block),
            ScaleTop = (block.Item.Item as Question)?.TopOfScale ?? 1,
        };
        if (everybody?.Within(tally.State(group, AnswerState.Answered)) is not { } of)
            return result;
        result = result with { Base = of.N };
        return tally switch
        {
            ChoiceTally choices => result with { Choices = Choices(block, choices.Counts.Row(group), of) },
            RankTally rank => result with { Ranking = Ranking(rank, group, of) },
            NumberTally numbers => result with { Numbers = Numbers(numbers, group, of) },
            PeriodTally periods => result with { Choices = Periods(periods, group, of) },
            GridTally grid => result with { Grid = Grid(grid, group, of) },
            MatrixTally matrix => result with { Matrix = Matrix(matrix, group, of) },
            BestWorstTally sets => result with { BestWorst = BestWorst(sets, group, of) },
            _ => result,
        };

        ShownCount State(AnswerState state) => everybody?.Part(tally.State(group, state)) ?? Rule.Nobody;
    }

    private string Words(AnswerBlock block, LocalText label) => label.In(Language, block.Item.FirstLanguage);

    private List<ChoiceCount> Choices(AnswerBlock block, ReadOnlySpan<RecordCounter> counts, CountBase of) =>
        [.. block.Choices.Zip(of.Parts(counts), (choice, count) => Counted(choice.Name, Words(block, choice.Label), count, of))];

    private ChoiceCount Counted(string code, string label, ShownCount count, CountBase of)
    {
        var share = ShownFigures.Share(count, of);
        // A community that turned out larger than was believed gives no correction.
        var population = Population is { } size && size >= of.N ? Population : null;
        return new(
            code,
            label,
            count,
            share.Value,
            share.Value is { } p && ProportionIntervals.WhereAllowed(Design, p, of.N, population: population) is { } sampling
                ? WithNoise(sampling, p, share.NoiseError)
                : null
        );
    }

    // Errors of the draw and of the noise are unrelated: their squares add up.
    private static Interval WithNoise(Interval sampling, double share, double noise)
    {
        noise *= ProportionIntervals.Z95;
        return new(
            Math.Max(0, share - Math.Sqrt(Math.Pow(share - sampling.Low, 2) + noise * noise)),
            Math.Min(1, share + Math.Sqrt(Math.Pow(sampling.High - share, 2) + noise * noise))
        );
    }

    private List<RankedChoice> Ranking(RankTally rank, int group, CountBase of)
    {
        return [.. rank.Block.Choices.Select((choice, i) => Ranked(choice, i))];

        RankedChoice Ranked(Choice choice, int i)
        {
            var (first, top) = (of.Part(rank.Within(group, i, 1)), of.Part(rank.Within(group, i, RankTally.Top)));
            var mean = ShownFigures.Mean(of.Parts(rank.Cells(group, i)), rank.Values, of);
            return new(
                choice.Name,
                Words(rank.Block, choice.Label),
                first,
                ShownFigures.Share(first, of).Value,
                top,
                ShownFigures.Share(top, of).Value,
                mean?.Value,
                mean is { } m && m.Low < m.High ? new Interval(m.Low, m.High) : null
            );
        }
    }

    private NumberSummary Numbers(NumberTally tally, int group, CountBase of)
    {
        var values = tally.Values(group).Ascending;
        var bins = NumberBars.Of(tally.Block.Item.Item, values, Rule);
        var counts = bins.Select(bin =>
                of.Part(RecordCounter.Of([.. values.Where(value => bin.Holds(value.Key)).Select(value => value.Value)]))
            )
            .ToList();
        var summary = Rule.IsOff ? NumberBars.True(values) : NumberBars.Shown(bins, counts, of);
        return summary with { Bins = [.. bins.Zip(counts, (bin, count) => Counted(bin.Label, bin.Label, count, of))] };
    }

    // Safe figures list no year or hour before the first and none behind the last that has a number: that one is listed would say that
    // somebody is in it.
    private List<ChoiceCount> Periods(PeriodTally tally, int group, CountBase of)
    {
        var known = tally.Periods(group).ToDictionary();
        var counted = known.Select(period => (period.Key, Count: of.Part(period.Value))).ToList();
        int[] shown = [.. counted.Where(period => Rule.IsOff || period.Count.Kind != ShownCountKind.Few).Select(period => period.Key)];
        if (shown.Length == 0)
            return [];
        var listed = Rule.IsOff ? shown : Enumerable.Range(shown[0], shown[^1] - shown[0] + 1);
        return [.. listed.Select(period => Counted(tally.Code(period), tally.Label(period), of.Part(known.GetValueOrDefault(period)), of))];
    }

    private List<BestWorstCount> BestWorst(BestWorstTally sets, int group, CountBase of)
    {
        var (best, worst) = (of.Parts(sets.Best.Row(group)), of.Parts(sets.Worst.Row(group)));
        return
        [
            .. sets.Block.Choices.Select(
                (choice, i) =>
                    new BestWorstCount(
                        choice.Name,
                        Words(sets.Block, choice.Label),
                        best[i],
                        ShownFigures.Share(best[i], of).Value,
                        worst[i],
                        ShownFigures.Share(worst[i], of).Value
                    )
            ),
        ];
    }

    private List<RatedRow> Grid(GridTally tally, int group, CountBase of)
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
            if (of.Within(ratings.Everybody) is not { } rated)
                return (null, of.Part(ratings.Everybody));
            var points = ratings.Ascending;
            var counts = rated.Parts([.. points.Select(point => point.Value)]);
            return (ShownFigures.Mean(counts, [.. points.Select(point => point.Key)], rated)?.Value, rated.Count);
        }
    }

    private List<MatrixCounts> Matrix(MatrixTally tally, int group, CountBase of) =>
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
                        answered is null ? [] : Choices(tally.Block, counts, answered)
                    );
                }
            ),
        ];

    // A scale keeps its order; names of things are sorted by how many chose them.
    private static bool IsScale(AnswerBlock block) =>
        block.Item.Item.Appearance?.Contains("likert", StringComparison.Ordinal) == true
        || (block.Item.Item as Question)?.GroupRole == "age"
        || block.Choices.Count > 0 && block.Choices.All(choice => int.TryParse(choice.Name, out _));
}
