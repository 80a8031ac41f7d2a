using System.Text;
using System.Text.Json;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>Field 17 in figures: what a choice filter never offered was not asked, in results and among needs alike.</summary>
public sealed class FilteredChoiceTests
{
    private static readonly string[] Needs = ["food", "bus", "well"];

    // Food and the bus are everywhere, a well is a matter of the north only.
    private const string Choices = """
        "choice_filter":"r = 'all' or r = ${area}","choices":[
         {"name":"food","label":"Food","need":"food","filter":{"r":"all"}},{"name":"bus","label":"Bus","need":"bus","filter":{"r":"all"}},
         {"name":"well","label":"Well","need":"well","filter":{"r":"north"}}]
        """;

    private const string Area = """
        {"type":"select_one","name":"area","label":"Where?","choices":[{"name":"north","label":"N"},{"name":"south","label":"S"}]}
        """;

    private sealed record Figures(QuestionResult Result, IReadOnlyList<NeedRanking> Rankings)
    {
        public ChoiceCount Choice(string code) => Result.Choices!.Single(choice => choice.Code == code);

        public RankedNeed Need(RankingMethod method, string need) =>
            Rankings.Single(one => one.Method == method).Rows.Single(row => row.Need == need);
    }

    private static Figures Of(SafeRule rule, string question, params (int People, string Answers)[] said)
    {
        var survey = Sample.Survey($"{Area},{question.Replace("CHOICES", Choices, StringComparison.Ordinal)}");
        var file = AnswerTable.Of([(1, survey)]).Responses;
        var at = file.Blocks.ToList().FindIndex(block => block.Question == "q");
        var tally = QuestionTally.Of(file.Blocks[at], 1, [(1, survey)]);
        var builder = new NeedAnswersBuilder([.. Needs.Select(need => new NeedItem(need, need))], new(0, 4));
        var stated = new StatedNeeds(survey, Needs.Index().ToDictionary(need => need.Item, need => need.Index), new(0, 4));
        var (reader, cells, everyone) = (new RowReader(file), new Cell[file.Columns.Count], new RecordCounter());
        var keys = SafeCountTests.Keys(said.Sum(one => one.People));
        var next = 0;
        foreach (var (people, text) in said)
        {
            var json = Encoding.UTF8.GetBytes(text);
            reader.Read(json, 1, cells);
            for (var person = 0; person < people; person++)
            {
                var key = keys[next++];
                everyone.Add(key);
                tally.Add(GivenAnswer.Of(reader, json, cells, file.Blocks[at], at, 1), 0, new RecordCounter(key));
                stated.Read(JsonElement.Parse(text), builder, builder.Add());
            }
        }
        var units = new SampleUnits(SampleFrame.Plain(SampleDesign.OptIn));
        var data = builder.Build();
        return new(
            new ResultRules(units, rule, "en").Of(tally, "", new Drawing(rule, everyone).Everyone),
            rule.IsOff ? Rankings.All(data) : [.. new SafeRankings(
                        data,
                        keys,
                        [
                            [.. Needs.Select((_, need) => stated.Reach(need))],
                        ],
                        new Drawings(rule, [everyone])
                    ).All().Select(one => one.Ranking)]
        );
    }

    private const string Many = """{"type":"select_multiple","name":"q","label":"Which?",CHOICES}""";

    private const string One = """{"type":"select_one","name":"q","label":"Which?",CHOICES}""";

    private const string Rank = """{"type":"rank","name":"q","label":"Order?",CHOICES}""";

    private const string Sets = """
        {"type":"best_worst","name":"q","label":"Best?","sets":[["food","bus"],["food","well"],["food","bus","well"]],CHOICES}
        """;

    [Theory]
    [InlineData(Many, """["well"]""", """["food"]""")]
    [InlineData(One, "\"well\"", "\"food\"")]
    public void The_share_of_a_choice_is_of_those_who_were_offered_it(string question, string well, string food)
    {
        var figures = Of(
            SafeRule.Off,
            question,
            (30, $$"""{"area":"north","q":{{well}}}"""),
            (30, $$"""{"area":"north","q":{{food}}}"""),
            (40, $$"""{"area":"south","q":{{food}}}""")
        );
        Assert.Equal(
            (30, .5, 60),
            (figures.Choice("well").Count.Shown, figures.Choice("well").Share, figures.Choice("well").OfferedTo?.Shown)
        );
        Assert.Equal((70, .7, null), (figures.Choice("food").Count.Shown, figures.Choice("food").Share, figures.Choice("food").OfferedTo));
        Assert.Equal(.5, figures.Need(RankingMethod.Prevalence, "well").Score);
        Assert.Equal(60, figures.Need(RankingMethod.Prevalence, "well").N.Shown);
        Assert.Equal(.7, figures.Need(RankingMethod.Prevalence, "food").Score);
    }

    // Of the south, who place food alone leave one place to the bus: the second. Of the north, two share second and third.
    [Fact]
    public void A_choice_left_out_of_a_ranking_shares_the_places_of_those_that_were_offered()
    {
        var figures = Of(
            SafeRule.Off,
            Rank,
            (20, """{"area":"north","q":["food"]}"""),
            (20, """{"area":"south","q":["food"]}"""),
            (20, """{"area":"south","q":["bus","food"]}""")
        );
        var bus = figures.Result.Ranking!.Single(choice => choice.Code == "bus");
        var well = figures.Result.Ranking!.Single(choice => choice.Code == "well");
        Assert.Equal((2.5 + 2 + 1) / 3, bus.MeanPlace!.Value, 9);
        Assert.Equal((2.5, 20), (well.MeanPlace!.Value, well.OfferedTo!.Value.Shown));
        Assert.Equal(bus.MeanPlace.Value, figures.Need(RankingMethod.MeanRank, "bus").Score!.Value, 9);
        Assert.Equal(well.MeanPlace.Value, figures.Need(RankingMethod.MeanRank, "well").Score!.Value, 9);
        Assert.Equal(20, figures.Need(RankingMethod.MeanRank, "well").N.Shown);
    }

    [Fact]
    public void Best_and_worst_are_of_those_who_answered_a_set_with_the_choice()
    {
        var figures = Of(
            SafeRule.Off,
            Sets,
            (4, """{"area":"north","q":[{"best":"food","worst":"bus"},null,null]}"""),
            (4, """{"area":"north","q":[{"best":"food","worst":"bus"},{"best":"well"},null]}""")
        );
        var well = figures.Result.BestWorst!.Single(choice => choice.Code == "well");
        Assert.Equal((1.0, 4), (well.BestShare!.Value, well.OfferedTo!.Value.Shown));
        Assert.Equal(well.BestShare, figures.Need(RankingMethod.Prevalence, "well").Score);
    }

    [Fact]
    public void Best_and_worst_are_of_those_who_were_shown_the_choice()
    {
        var figures = Of(
            SafeRule.Off,
            Sets,
            (30, """{"area":"north","q":[{"best":"bus","worst":"food"},{"best":"well","worst":"food"},{"best":"bus","worst":"food"}]}"""),
            (30, """{"area":"south","q":[{"best":"bus","worst":"food"},null,{"best":"bus","worst":"food"}]}""")
        );
        var well = figures.Result.BestWorst!.Single(choice => choice.Code == "well");
        Assert.Equal((1.0, 30), (well.BestShare!.Value, well.OfferedTo!.Value.Shown));
        Assert.Equal(30, figures.Need(RankingMethod.BestWorst, "well").N.Shown);
        Assert.Null(figures.Result.BestWorst!.Single(choice => choice.Code == "bus").OfferedTo);
    }

    [Fact]
    public void What_was_chosen_without_being_offered_counts_as_offered()
    {
        var figures = Of(SafeRule.Off, Many, (10, """{"area":"south","q":["well"]}"""), (30, """{"area":"south","q":["food"]}"""));
        Assert.Equal((1.0, 10), (figures.Choice("well").Share!.Value, figures.Choice("well").OfferedTo!.Value.Shown));
        Assert.Equal(1, figures.Need(RankingMethod.Prevalence, "well").Score);
    }

    [Fact]
    public void Safe_figures_of_filtered_choices_are_the_same_in_results_and_among_needs()
    {
        for (var seed = 0; seed < 10; seed++)
        {
            var random = new Random(seed);
            string Some(string area)
            {
                var order = Needs[..(area == "north" ? 3 : 2)];
                random.Shuffle(order);
                return $$"""{"area":"{{area}}","q":{{JsonSerializer.Serialize(order.Take(random.Next(1, order.Length + 1)))}}}""";
            }
            (int, string)[] said = [.. Enumerable.Range(0, 140).Select(i => (1, Some(i % 5 < 3 ? "north" : "south")))];
            var (many, rank) = (Of(SafeRule.Default, Many, said), Of(SafeRule.Default, Rank, said));
            foreach (var choice in many.Result.Choices!)
                Assert.Equal(many.Need(RankingMethod.Prevalence, choice.Code).Score, choice.Share);
            foreach (var choice in rank.Result.Ranking!)
                Assert.Equal(rank.Need(RankingMethod.MeanRank, choice.Code).Score!.Value, choice.MeanPlace!.Value, 9);
        }
    }

    // Of the south one need is left to a ranking of the bus and the well: putting it first says nothing.
    [Fact]
    public void To_rank_the_only_choice_that_was_offered_states_nothing()
    {
        const string few = """
            {"type":"rank","name":"q","label":"Order?","choice_filter":"r = 'all' or r = ${area}","choices":[
             {"name":"bus","label":"Bus","need":"bus","filter":{"r":"all"}},
             {"name":"well","label":"Well","need":"well","filter":{"r":"north"}}]}
            """;
        var figures = Of(SafeRule.Off, few, (20, """{"area":"north","q":["well","bus"]}"""), (30, """{"area":"south","q":["bus"]}"""));
        Assert.Equal((0, 20), (figures.Need(RankingMethod.Prevalence, "bus").Score, figures.Need(RankingMethod.Prevalence, "bus").N.Shown));
    }

    [Fact]
    public void That_a_few_were_not_offered_a_choice_is_not_told()
    {
        foreach (var few in (int[])[0, 1, 9])
            Assert.Null(
                Of(SafeRule.Default, Many, (60, """{"area":"north","q":["well"]}"""), (few, """{"area":"south","q":["food"]}"""))
                    .Choice("well")
                    .OfferedTo
            );
    }
}
