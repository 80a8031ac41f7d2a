using System.Globalization;
using System.Text;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>What results show of a question, by one way for true and for safe figures.</summary>
public sealed class ShownFigureTests
{
    private const string Range = """{"type":"range","name":"q","label":"How many?","start":1,"end":6}""";

    private const string Rank = """
        {"type":"rank","name":"q","label":"Order?","top":3,"choices":[{"name":"food","label":"Food"},{"name":"bus","label":"Bus"},
         {"name":"youth","label":"Youth"},{"name":"home","label":"Home"},{"name":"quiet","label":"Quiet"}]}
        """;

    private const string Sets = """
        {"type":"best_worst","name":"q","label":"Which?","sets":[["a","b","c"]],
         "choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},{"name":"c","label":"C"}]}
        """;

    private const string Many = """
        {"type":"select_multiple","name":"q","label":"Which?","choices":[{"name":"a","label":"A"},{"name":"b","label":"B"},
         {"name":"c","label":"C"}]}
        """;

    private const string Grid = """
        {"type":"need_grid","name":"q","label":"Needs?","rows":[{"name":"food","label":"Food"}],
         "importance":{"label":"Important?","scale":[{"value":1,"label":"1"},{"value":2,"label":"2"},{"value":3,"label":"3"}]},
         "satisfaction":{"label":"Satisfied?","scale":[{"value":1,"label":"1"},{"value":2,"label":"2"},{"value":3,"label":"3"}]}}
        """;

    private const string Integer = """{"type":"integer","name":"q","label":"How old?"}""";

    private const string Day = """{"type":"date","name":"q","label":"When?"}""";

    // Answers as JSON and how many people gave each, counted as the results room counts them; all of them answered.
    private static QuestionResult Results(SafeRule rule, string question, params (string Answer, int People)[] answers)
    {
        var file = AnswerTable.Of([(1, Sample.Survey(question))]).Responses;
        var tally = QuestionTally.Of(file.Blocks[0], 1);
        var (reader, cells, everyone) = (new RowReader(file), new Cell[file.Columns.Count], new RecordCounter());
        var keys = new Queue<RecordKey>(SafeCountTests.Keys(answers.Sum(answer => answer.People)));
        foreach (var (answer, people) in answers)
        {
            var json = Encoding.UTF8.GetBytes($$"""{"q": {{answer}}}""");
            reader.Read(json, 1, cells);
            for (var person = 0; person < people; person++)
            {
                var key = keys.Dequeue();
                everyone.Add(key);
                tally.Add(new(json, cells, 1), 0, new RecordCounter(key));
            }
        }
        return new ResultRules(new SampleUnits(SampleFrame.Plain(SampleDesign.OptIn)), rule, "en").Of(
            tally,
            "any",
            new Drawing(rule, everyone).Everyone
        );
    }

    private static QuestionResult True(string question, params (string Answer, int People)[] answers) =>
        Results(SafeRule.Off, question, answers);

    private static QuestionResult Safe(string question, params (string Answer, int People)[] answers) =>
        Results(SafeRule.Default, question, answers);

    private static (string, int)[] Numbers(params int[] counts) => [.. counts.Select((people, i) => ($"{i + 1}", people))];

    [Fact]
    public void People_are_counted_by_what_they_called_best_and_worst()
    {
        var result = True(Sets, ("""[{"best":"a","worst":"b"}]""", 30), ("""[{"best":"b","worst":"a"}]""", 20));
        Assert.Equal(
            new (string, int?, int?)[] { ("a", 30, 20), ("b", 20, 30), ("c", 0, 0) },
            result.BestWorst!.Select(choice => (choice.Code, choice.Best.Shown, choice.Worst.Shown))
        );
        Assert.Equal(0.6, result.BestWorst![0].BestShare);
    }

    [Fact]
    public void Times_are_counted_by_the_hour()
    {
        const string time = """{"type":"time","name":"q","label":"When?"}""";
        var result = True(time, ("\"06:30\"", 20), ("\"06:59\"", 10), ("\"23:00\"", 15));
        Assert.Equal(
            new (string, string, int?)[] { ("06", "06:00–06:59", 30), ("23", "23:00–23:59", 15) },
            result.Choices!.Select(choice => (choice.Code, choice.Label, choice.Count.Shown))
        );
        Assert.True(result.IsOrdered);
    }

    [Fact]
    public void True_numbers_have_their_mean_and_quartiles()
    {
        var summary = True(Range, Numbers(1, 2, 3, 4)).Numbers!;
        Assert.Equal((3.0, 2.0, 3.0, 4.0), (summary.Mean, summary.LowerQuartile, summary.Median, summary.UpperQuartile));
        Assert.Equal([1, 2, 3, 4], summary.Bins.Select(bin => bin.Count.Shown));
    }

    [Fact]
    public void N1_every_tenth_of_a_scale_is_a_bar_of_its_own()
    {
        const string tenths = """{"type":"range","name":"q","label":"How much?","start":0,"end":1,"step":0.1}""";
        (string, int)[] people = [.. Enumerable.Range(0, 11).Select(i => ((i / 10m).ToString(CultureInfo.InvariantCulture), 10 + i))];
        Assert.Equal(Enumerable.Range(10, 11).Select(n => (int?)n), True(tenths, people).Numbers!.Bins.Select(bin => bin.Count.Shown));
        var bins = Safe(tenths, people).Numbers!.Bins;
        Assert.Equal(["0", "0.1", "0.2", "0.3"], bins.Take(4).Select(bin => bin.Label));
        Assert.Equal("1", bins[^1].Label);
        Assert.All(bins.Index(), bin => Assert.InRange(bin.Item.Count.Shown ?? 10, 10, 10 + bin.Index + 5));
    }

    [Fact]
    public void N4_one_persons_first_place_does_not_outrank_what_a_hundred_placed()
    {
        (string, int)[] people =
        [
            ("""["food","bus","youth"]""", 34),
            ("""["bus","home","food"]""", 33),
            ("""["home","youth","food"]""", 33),
            ("""["quiet","food","bus"]""", 1),
        ];
        var exact = True(Rank, people).Ranking!;
        Assert.Equal("quiet", exact.MaxBy(choice => choice.MeanPlace)!.Code);
        // 34 put it first, 66 third, one second; 100 left quiet out, at 4.5 as two places are left.
        Assert.Equal((34 + 66 * 3 + 2) / 101.0, exact[0].MeanPlace!.Value, 12);
        Assert.Equal((100 * 4.5 + 1) / 101.0, exact[4].MeanPlace!.Value, 12);
        var safe = Safe(Rank, people).Ranking!;
        Assert.Equal("quiet", safe.MaxBy(choice => choice.MeanPlace)!.Code);
        Assert.Equal("fewer than 10", safe[4].First.ToString());
        var range = safe[4].MeanRange!.Value;
        Assert.InRange(safe[4].MeanPlace!.Value, range.Low, range.High);
    }

    [Fact]
    public void A_number_that_nearly_everybody_gave_has_no_bar_that_would_tell_nothing()
    {
        var numbers = Safe(Integer, ("7", 44), ("40", 1)).Numbers!;
        Assert.Equal((0, null), (numbers.Bins.Count, numbers.MedianBar));
    }

    [Fact]
    public void Fewer_than_k_answers_have_no_result_and_no_zero()
    {
        var result = Safe(Many, ("""["a"]""", 9), ("null", 40));
        Assert.Null(result.Choices);
        Assert.Equal((0, "fewer than 10"), (result.Base, result.Counts.Answered.ToString()));
        Assert.All([Safe(Range, Numbers(5, 4)).Numbers, Safe(Range, ("1", 9), ("null", 40)).Numbers], Assert.Null);
    }

    [Fact]
    public void Nobody_and_a_few_read_the_same()
    {
        var choices = Safe(Many, ("""["a"]""", 30), ("""["a","b"]""", 3)).Choices!;
        Assert.Equal(["all but fewer than 10", "fewer than 10", "fewer than 10"], choices.Select(choice => choice.Count.ToString()));
        Assert.All(choices, choice => Assert.Null(choice.Share));
    }

    [Fact]
    public void Means_of_a_need_grid_are_those_of_the_ratings_as_they_are_shown()
    {
        (string, int)[] people =
        [
            ("""{"food":{"importance":3,"satisfaction":1}}""", 60),
            ("""{"food":{"importance":2,"satisfaction":1}}""", 40),
        ];
        var exact = Assert.Single(True(Grid, people).Grid!);
        Assert.Equal((2.6, 100, 1.0, 100), (exact.Importance, exact.ImportanceN.Shown, exact.Satisfaction, exact.SatisfactionN.Shown));
        var safe = Assert.Single(Safe(Grid, people).Grid!);
        Assert.InRange(safe.Importance!.Value, 2.4, 2.65);
        Assert.Equal("all but fewer than 10", safe.ImportanceN.ToString());
    }

    [Fact]
    public void A_year_in_which_few_were_is_not_listed_before_the_first_and_behind_the_last_number()
    {
        (string, int)[] people = [("\"2015-05-01\"", 1), ("\"2020-01-01\"", 30), ("\"2022-02-02\"", 40), ("\"2024-02-02\"", 3)];
        Assert.Equal(["2015", "2020", "2022", "2024"], True(Day, people).Choices!.Select(choice => choice.Code));
        Assert.Equal(["2020", "2021", "2022"], Safe(Day, people).Choices!.Select(choice => choice.Code));
    }

    [Fact]
    public void Many_years_are_told_several_together()
    {
        (string, int)[] people = [.. Enumerable.Range(1985, 40).Select(year => ($"\"{year}-05-01\"", 4))];
        var exact = True(Day, people).Choices!;
        Assert.Equal(["1985-1989", "1990-1994", "1995-1999"], exact.Take(3).Select(choice => choice.Code));
        Assert.All(exact, choice => Assert.Equal(20, choice.Count.Shown));
        var safe = Safe(Day, people).Choices!;
        Assert.Equal(exact.Select(choice => choice.Label), safe.Select(choice => choice.Label));
        Assert.All(safe, choice => Assert.NotNull(choice.Share));
    }

    [Fact]
    public void Bars_of_years_do_not_reach_to_one_person_long_ago()
    {
        (string, int)[] people = [("\"1931-05-01\"", 1), .. Enumerable.Range(2015, 10).Select(year => ($"\"{year}-05-01\"", 12))];
        Assert.All(Safe(Day, people).Choices!, choice => Assert.StartsWith("20", choice.Code, StringComparison.Ordinal));
        Assert.Equal(
            Safe(Day, people[1..]).Choices!.Select(choice => choice.Code),
            Safe(Day, people).Choices!.Select(choice => choice.Code)
        );
    }

    [Fact]
    public void Bars_do_not_reach_to_the_oldest_person()
    {
        var people = Enumerable.Range(18, 40).Select(age => ($"{age}", 5)).Append(("103", 1)).Append(("2", 1)).ToArray();
        var bins = Safe(Integer, people).Numbers!.Bins;
        Assert.EndsWith(" or less", bins[0].Label, StringComparison.Ordinal);
        Assert.EndsWith(" or more", bins[^1].Label, StringComparison.Ordinal);
        var without = Safe(Integer, people[..^2]).Numbers!.Bins;
        Assert.Equal(without.Select(bin => bin.Label), bins.Select(bin => bin.Label));
    }

    [Fact]
    public void The_first_bar_of_a_question_with_a_least_value_begins_there()
    {
        const string children = """{"type":"integer","name":"q","label":"How many children?","constraint":". >= 0"}""";
        (string, int)[] people = [("0", 40), ("1", 30), ("2", 20), ("3", 20), ("9", 2)];
        Assert.Equal("0", Safe(children, people).Numbers!.Bins[0].Label);
        Assert.Equal("0 or less", Safe(Integer, people).Numbers!.Bins[0].Label);
    }

    [Fact]
    public void A_quartile_is_told_where_it_is_the_same_however_words_are_filled()
    {
        var certain = Safe(Range, Numbers(40, 60, 100, 3, 0, 0)).Numbers!;
        Assert.Equal((2.0, 3.0), (certain.LowerQuartile, certain.UpperQuartile));
        // The middle of 100 is in 2 or in 3, depending on how few the few are.
        var open = Safe(Range, Numbers(4, 46, 44, 5, 0, 0)).Numbers!;
        Assert.Null(open.Median);
        Assert.Null(open.MedianBar);
    }

    [Fact]
    public void Many_different_numbers_are_kept_in_bounded_memory()
    {
        var frequencies = new Frequencies();
        for (var i = 0; i < 3 * Frequencies.MostKept; i++)
            frequencies.Add(i * 1.0001, new RecordCounter(1, (ulong)i));
        Assert.InRange(frequencies.Ascending.Count, Frequencies.MostKept, Frequencies.MostKept + 1000);
        Assert.Equal(3 * Frequencies.MostKept, frequencies.Everybody.True);
    }

    [Fact]
    public void True_figures_are_plain_counts() => Properties.Hold(Gen.Choose(0, 30).ArrayOf(6).Where(counts => counts.Sum() > 0), counts =>
        {
            var numbers = True(Range, Numbers(counts)).Numbers!;
            var values = counts.SelectMany((people, i) => Enumerable.Repeat(i + 1, people)).ToList();
            var first = Array.FindIndex(counts, people => people > 0);
            var last = Array.FindLastIndex(counts, people => people > 0);
            return numbers.Bins.Select(bin => bin.Count.Shown!.Value).SequenceEqual(counts[first..(last + 1)])
                && Math.Abs(numbers.Mean!.Value - values.Average()) < 1e-9
                && Math.Abs(numbers.Bins.Sum(bin => bin.Share!.Value) - 1) < 1e-9;
        });
}
