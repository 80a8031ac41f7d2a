using System.Globalization;
using System.Text;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>
/// A range whose versions ask between other ends. Ratings are carried over onto the first version's ends, as those of need grids are
/// (beside N5); amounts count as they were given; both say so.
/// </summary>
public sealed class RangeScaleTests
{
    private const string Words = "\"low_label\":\"Not at all\",\"high_label\":\"Fully\",";

    private static string Range(double from, double to, double step, string more = "") =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"type":"range","name":"q","label":"Q",{{more}}"start":{{from}},"end":{{to}},"step":{{step}}}"""
        );

    private static QuestionResult Results(SafeRule rule, string[] versions, params (int Version, string Answer, int People)[] answers)
    {
        List<(int Version, CompiledSurvey Survey)> surveys = [.. versions.Select((one, i) => (i + 1, Sample.Survey(one)))];
        var file = AnswerTable.Of(surveys).Responses;
        var tally = QuestionTally.Of(file.Blocks[0], 1, surveys);
        var (reader, cells, everyone) = (new RowReader(file), new Cell[file.Columns.Count], new RecordCounter());
        var keys = new Queue<RecordKey>(SafeCountTests.Keys(answers.Sum(answer => answer.People)));
        foreach (var (version, answer, people) in answers)
        {
            var json = Encoding.UTF8.GetBytes($$"""{"q": {{answer}}}""");
            reader.Read(json, version, cells);
            for (var person = 0; person < people; person++)
            {
                var key = keys.Dequeue();
                everyone.Add(key);
                tally.Add(new(json, cells, version), 0, new RecordCounter(key));
            }
        }
        var drawing = new Drawing(rule, everyone);
        return new ResultRules(new SampleUnits(SampleFrame.Plain(SampleDesign.OptIn)), rule, "en").Of(tally, "", drawing.Everyone);
    }

    [Fact]
    public void A_rating_on_other_ends_is_carried_over_onto_the_first_ones()
    {
        var result = Results(SafeRule.Off, [Range(0, 10, 1, Words), Range(0, 1, .1, Words)], (1, "5", 20), (2, "0.5", 20), (2, "1", 20));
        Assert.Equal((20.0 / 3, true), (result.Numbers!.Mean, result.IsCarriedOver));
        Assert.Equal(
            [("5", (int?)40), ("10", 20)],
            result.Numbers.Bins.Where(bin => bin.Count.Shown > 0).Select(bin => (bin.Code, bin.Count.Shown))
        );
    }

    [Fact]
    public void A_rating_carried_over_is_the_nearest_point()
    {
        var result = Results(
            SafeRule.Off,
            [Range(1, 5, 1, Words), Range(0, 10, 1, Words)],
            (1, "1", 1),
            (2, "0", 1),
            (2, "6", 1),
            (2, "10", 1)
        );
        Assert.Equal((1 + 1 + 3 + 5) / 4.0, result.Numbers!.Mean);
    }

    [Fact]
    public void Amounts_count_as_they_were_given_whatever_the_ends()
    {
        var result = Results(SafeRule.Off, [Range(0, 10, 1), Range(0, 40, 1)], (1, "10", 20), (2, "30", 20));
        Assert.Equal((20.0, false), (result.Numbers!.Mean, result.IsCarriedOver));
    }

    [Theory]
    [InlineData(Words)]
    [InlineData("")]
    public void Ends_that_changed_are_told_with_their_versions(string words)
    {
        var scales = Results(SafeRule.Off, [Range(0, 10, 1, words), Range(0, 5, 1, words), Range(0, 10, 2, words)], (1, "5", 1)).Scales!;
        Assert.Equal(["1 3: 0–10", "2: 0–5"], scales.Select(scale => $"{string.Join(' ', scale.Versions)}: {scale.From}–{scale.To}"));
    }

    [Fact]
    public void Ends_that_stay_are_not_told() =>
        Assert.Null(Results(SafeRule.Off, [Range(0, 10, 1, Words), Range(0, 10, 2, Words)], (1, "5", 1)).Scales);

    // Whether somebody answered beyond the newest ends would else follow from how the bars are cut.
    [Fact]
    public void Safe_bars_reach_over_the_ends_of_all_versions_whoever_answered()
    {
        string[] versions = [Range(0, 40, 1), Range(0, 20, 1)];
        string[] Bars(params (int, string, int)[] answers) =>
            [.. Results(SafeRule.Default, versions, answers).Numbers!.Bins.Select(bin => bin.Code)];
        Assert.Equal(Bars((2, "5", 40)), Bars((2, "5", 39), (1, "40", 1)));
    }

    [Fact]
    public void A_safe_mean_of_ratings_is_on_the_first_ends()
    {
        var mean = Results(
            SafeRule.Default,
            [Range(0, 10, 1, Words), Range(0, 1, .1, Words)],
            (1, "5", 60),
            (2, "0.5", 60)
        ).Numbers!.Mean!.Value;
        Assert.InRange(mean, 4.5, 5.5);
    }
}
