using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Means and quartiles stand beside counts of which some are hidden; they say nothing of those.</summary>
public sealed class ShownFigureTests
{
    private static readonly ResultRules Rules = new(SampleDesign.OptIn, SmallCells.Default, "en");

    private const string Range = """{"type":"range","name":"q","label":"How many?","start":1,"end":6}""";

    private const string Rank =
        """{"type":"rank","name":"q","label":"Order?","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},"""
        + """{"name":"c","label":"C"}]}""";

    // Groups × (answer as JSON, how many people gave it), as the results room counts them.
    private static QuestionResult Results(string question, int? group, params (string Answer, int People)[][] groups)
    {
        var file = AnswerTable.Of([(1, Sample.Survey(question))]).Responses;
        var tally = QuestionTally.Of(file.Blocks[0], groups.Length);
        var (reader, cells) = (new RowReader(file), new Cell[file.Columns.Count]);
        for (var of = 0; of < groups.Length; of++)
            foreach (var (answer, people) in groups[of])
            {
                var json = Encoding.UTF8.GetBytes($$"""{"q": {{answer}}}""");
                reader.Read(json, 1, cells);
                for (var person = 0; person < people; person++)
                    tally.Add(json, cells, of);
            }
        return Rules.Of(tally, "any", group);
    }

    private static NumberSummary Numbers(int? group, params int[][] counts) =>
        Results(Range, group, [.. counts.Select(of => of.Select((people, i) => ($"{i + 1}", people)).ToArray())]).Numbers!;

    private const string Sets = """
        {"type":"best_worst","name":"q","label":"Which?","sets":[["a","b","c"]],
         "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]}
        """;

    [Fact]
    public void People_are_counted_by_what_they_called_best_and_worst()
    {
        var result = Results(Sets, null, [("""[{"best":"a","worst":"b"}]""", 30), ("""[{"best":"b","worst":"a"}]""", 20)]);
        Assert.Equal(
            new (string, int?, int?)[] { ("a", 30, 20), ("b", 20, 30), ("c", 0, 0) },
            result.BestWorst!.Select(choice => (choice.Code, choice.Best, choice.Worst))
        );
        Assert.Equal(0.6, result.BestWorst![0].BestShare);
    }

    [Fact]
    public void A_best_that_few_named_hides_every_best_because_the_rest_of_the_set_would_tell_it()
    {
        var result = Results(
            Sets,
            null,
            [("""[{"best":"a","worst":"b"}]""", 40), ("""[{"best":"b","worst":"a"}]""", 30), ("""[{"best":"c","worst":"a"}]""", 3)]
        );
        Assert.All(result.BestWorst!, choice => Assert.Null(choice.Best));
        Assert.True(result.HidesSomething);
    }

    [Fact]
    public void Times_are_counted_by_the_hour()
    {
        const string time = """{"type":"time","name":"q","label":"When?"}""";
        var result = Results(time, null, [("\"06:30\"", 20), ("\"06:59\"", 10), ("\"23:00\"", 15)]);
        Assert.Equal(
            new (string, string, int?)[] { ("06", "06:00–06:59", 30), ("23", "23:00–23:59", 15) },
            result.Choices!.Select(choice => (choice.Code, choice.Label, choice.Count))
        );
        Assert.True(result.IsOrdered);
    }

    [Fact]
    public void A_mean_beside_two_hidden_counts_would_solve_them_and_is_withheld()
    {
        // 3 and 9 people are hidden; their sum follows from n, and with the mean each of them would.
        var summary = Numbers(null, [40, 30, 3, 9]);
        Assert.Equal([40, 30, null, null], summary.Bins.Select(bin => bin.Count));
        Assert.Null(summary.Mean);
        // The 20.5th, 41st and 61.5th of 82 people stand in shown bins wherever the hidden twelve are.
        Assert.Equal((1.0, 2.0, 2.0), (summary.LowerQuartile, summary.Median, summary.UpperQuartile));
    }

    [Fact]
    public void A_median_that_depends_on_how_a_hidden_dozen_is_divided_is_withheld()
    {
        // 40 below, 12 hidden on both sides of 41: the middle of 93 is a 2 or a 3, depending on the hidden ones.
        var summary = Numbers(null, [3, 43, 38, 9]);
        Assert.Equal([null, 43, 38, null], summary.Bins.Select(bin => bin.Count));
        Assert.Null(summary.Median);
        Assert.Equal((2.0, 3.0), (summary.LowerQuartile, summary.UpperQuartile));
    }

    [Fact]
    public void Without_hidden_counts_every_figure_is_there()
    {
        var summary = Numbers(null, [10, 20, 30, 40]);
        Assert.Equal((3.0, 2.0, 3.0, 4.0), (summary.Mean, summary.LowerQuartile, summary.Median, summary.UpperQuartile));
    }

    [Fact]
    public void Every_figure_shown_is_the_same_whatever_the_hidden_counts_are() =>
        Properties.Hold(Counts(5).Where(counts => counts.Sum() is >= 10 and <= 90), counts =>
            OnlyOneValue(Numbers(null, counts), counts.Sum())
        );

    [Fact]
    public void Nor_does_a_group_of_people_tell_of_itself_or_of_the_others() =>
        Properties.Hold(
            Counts(4).ArrayOf(3).Where(groups => groups.All(of => of.Sum() is >= 10 and <= 90)),
            groups => Enumerable.Range(0, 3).All(of => OnlyOneValue(Numbers(of, groups), groups[of].Sum())),
            100
        );

    [Fact]
    public void Mean_places_are_shown_together_or_not_at_all()
    {
        // Three people put A second: first places, the number of people and the mean place of A, or of B and C, would say so.
        var some = Results(
            Rank,
            null,
            [("""["a","b","c"]""", 40), ("""["b","c","a"]""", 50), ("""["b","a","c"]""", 3), ("""["c","b","a"]""", 30)]
        ).Ranking!;
        Assert.All(some, choice => Assert.NotNull(choice.First));
        Assert.All(some, choice => Assert.Null(choice.MeanPlace));
        var all = Results(Rank, null, [("""["a","b","c"]""", 40), ("""["b","c","a"]""", 40), ("""["c","a","b"]""", 20)]).Ranking!;
        Assert.Equal([2, 1.8, 2.2], all.Select(choice => Math.Round(choice.MeanPlace!.Value, 12)));
        // A group in which it would say so is silent; so is another one, by which and by everybody it would follow.
        (string, int)[] clean = [("""["a","b","c"]""", 40), ("""["b","c","a"]""", 40), ("""["c","a","b"]""", 40)];
        (string, int)[] telling =
        [
            ("""["a","b","c"]""", 40),
            ("""["b","c","a"]""", 40),
            ("""["b","a","c"]""", 3),
            ("""["c","b","a"]""", 40),
        ];
        Assert.All(Results(Rank, 0, clean, telling).Ranking!, choice => Assert.Null(choice.MeanPlace));
        Assert.All(Results(Rank, 1, clean, telling).Ranking!, choice => Assert.Null(choice.MeanPlace));
        Assert.All(Results(Rank, 0, clean, clean).Ranking!, choice => Assert.NotNull(choice.MeanPlace));
    }

    private static Gen<int[]> Counts(int values) =>
        Gen.Frequency((3, Gen.Choose(0, 25)), (2, Gen.Choose(1, 9)), (1, Gen.Constant(0))).ArrayOf(values);

    // Every way to fill the hidden bins with people, none of them empty, gives the figures that are shown.
    private static bool OnlyOneValue(NumberSummary shown, int n)
    {
        var bins = shown
            .Bins.Select(bin => (Value: int.Parse(bin.Code, System.Globalization.CultureInfo.InvariantCulture), bin.Count))
            .ToArray();
        return Fillings(bins.Select(bin => bin.Count).ToArray(), n)
            .All(counts =>
            {
                // The value of the person at this place, counted from 0 in order of the values.
                double Person(int place)
                {
                    var bin = 0;
                    while (place >= counts[bin])
                        place -= counts[bin++];
                    return bins[bin].Value;
                }

                double At(double share) =>
                    n * share == Math.Floor(n * share)
                        ? (Person((int)(n * share) - 1) + Person((int)(n * share))) / 2
                        : Person((int)Math.Ceiling(n * share) - 1);

                var mean = bins.Select((bin, i) => (double)bin.Value * counts[i]).Sum() / n;
                return Agrees(shown.Mean, mean)
                    && Agrees(shown.LowerQuartile, At(.25))
                    && Agrees(shown.Median, At(.5))
                    && Agrees(shown.UpperQuartile, At(.75));
            });
    }

    private static bool Agrees(double? shown, double real) => shown is not { } value || Math.Abs(value - real) < 1e-9;

    private static IEnumerable<int[]> Fillings(int?[] shown, int n)
    {
        var open = Array.FindIndex(shown, count => count is null);
        var left = n - shown.Sum(count => count ?? 0);
        if (open < 0)
        {
            if (left == 0)
                yield return [.. shown.Select(count => count!.Value)];
            yield break;
        }
        for (var count = 1; count <= left; count++)
        {
            int?[] next = [.. shown];
            next[open] = count;
            foreach (var filling in Fillings(next, n))
                yield return filling;
        }
    }
}
