using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Domain.Tests.Responses;
using NeedsSurvey.Domain.Tests.Results;

namespace NeedsSurvey.Domain.Tests.Needs;

/// <summary>A choice that points to a need has one share and one interval, whether it is looked at in results or among needs.</summary>
public sealed class OneIntervalTests
{
    private static readonly string[] Areas = ["north", "south", "east"];
    private static readonly string[] Helps = ["food", "bus", "youth"];

    private static readonly CompiledSurvey Survey = Sample.Survey(
        """
        {"type":"select_one","name":"area","label":"Where?","group_role":"area","choices":[{"name":"north","label":"North"},
         {"name":"south","label":"South"},{"name":"east","label":"East"}]},
        {"type":"text","name":"street","label":"Which street?"},
        {"type":"select_multiple","name":"help","label":"What helps?","choices":[{"name":"food","label":"Food","need":"food"},
         {"name":"bus","label":"Bus","need":"bus"},{"name":"youth","label":"Youth","need":"youth"}]}
        """
    );

    /// <param name="Help">Null where they were not asked; else JSON.</param>
    private sealed record Person(int Area, int Street, string? Help)
    {
        public string? Stratum => Area < Areas.Length ? Areas[Area] : null;
        public string Cluster => $"Street {Street}";
    }

    private sealed record Case(SampleDesign Kind, bool Strata, bool Clusters, bool Community, bool Safe, Person[] People)
    {
        public override string ToString() =>
            $"{Kind} {Strata} {Clusters} {Community} {Safe}: {string.Join("; ", People.Select(person => person.ToString()))}";

        public SampleFrame Frame =>
            SampleFrame.Of(
                new(Kind, Strata ? "area" : null, Clusters ? "street" : null, [new("north", 300), new("south", 200), new("east", 100)]),
                Community ? 600 : null,
                [.. Areas.Select(area => new FrameCategory(area, area, null))],
                true
            );
    }

    private static FsCheck.Gen<Case> Cases
    {
        get
        {
            var chosen = Gen.SubListOf(Helps).Where(some => some.Count > 0).Select(some => JsonSerializer.Serialize(some));
            var help = Gen.Frequency(
                (12, chosen.Select(some => (string?)some)),
                (1, Gen.Constant<string?>("null")),
                (1, Gen.Constant<string?>("""{"declined":true}""")),
                (1, Gen.Constant<string?>(null))
            );
            var person =
                from area in Gen.Frequency((6, Gen.Constant(0)), (4, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
                from street in Gen.Choose(0, 11)
                from answer in help
                select new Person(area, street, answer);
            return from kind in Gen.Elements(SampleDesign.OptIn, SampleDesign.ProbabilitySample, SampleDesign.Census)
                from strata in Gen.Elements(true, false)
                from clusters in Gen.Elements(true, false)
                from community in Gen.Elements(true, false)
                from safe in Gen.Elements(true, false)
                from count in Gen.Choose(2, 90)
                from people in person.ArrayOf(count)
                select new Case(kind, strata, clusters, community, safe, people);
        }
    }

    private static Dictionary<string, (double?, Interval?, double?)> Results(Case one, RecordKey[] keys)
    {
        var rule = one.Safe ? SafeRule.Default : SafeRule.Off;
        var units = Units(one);
        var file = AnswerTable.Of([(1, Survey)]).Responses;
        var block = file.Blocks.Single(block => block.Question == "help");
        var tally = QuestionTally.Of(block, 1);
        var byUnit = tally.ByUnit(units);
        var (reader, cells, everyone) = (new RowReader(file), new Cell[file.Columns.Count], new RecordCounter());
        for (var i = 0; i < one.People.Length; i++)
        {
            var json = Encoding.UTF8.GetBytes(Json(one.People[i]));
            reader.Read(json, 1, cells);
            everyone.Add(keys[i]);
            var own = cells.AsSpan(block.First, block.Columns.Count);
            tally.Add(new(json, own, 1), 0, new RecordCounter(keys[i]));
            if (units.Row(one.People[i].Stratum, one.People[i].Cluster) is { } row)
                byUnit?.Add(new(json, own, 1), row, new RecordCounter(keys[i]));
        }
        var result = new ResultRules(units, rule, "en").Of(tally, "", new Drawing(rule, everyone).Everyone, byUnit: byUnit);
        return (result.Choices ?? []).ToDictionary(choice => choice.Code, choice => (choice.Share, choice.Interval, choice.Community));
    }

    private static Dictionary<string, (double?, Interval?, double?)> Needs(Case one, RecordKey[] keys)
    {
        var units = Units(one);
        var builder = new NeedAnswersBuilder([.. Helps.Select(help => new NeedItem(help, help))], new(0, 4));
        var read = new StatedNeeds(Survey, Helps.Index().ToDictionary(help => help.Item, help => help.Index), new(0, 4));
        foreach (var person in one.People)
            read.Read(JsonElement.Parse(Json(person)), builder, builder.Add());
        var data = builder.Build();
        var draw = new NeedDraw(units, [.. one.People.Select(person => units.Row(person.Stratum, person.Cluster) ?? -1)]);
        var ranking =
            one.Safe ? Safe(data, draw, keys)
            : Rankings.Offered(data).Contains(RankingMethod.Prevalence)
                ? draw.WithIntervals(Rankings.Of(data, RankingMethod.Prevalence), data)
            : null;
        return (ranking?.Rows ?? []).ToDictionary(row => row.Need, row => (row.Score, row.Interval, row.Community));
    }

    private static NeedRanking? Safe(NeedAnswers data, NeedDraw draw, RecordKey[] keys)
    {
        var everyone = new RecordCounter();
        foreach (var key in keys)
            everyone.Add(key);
        return new SafeRankings(
            data,
            keys,
            [
                [.. data.Needs.Select(_ => AnswerReach.None)],
            ],
            new(SafeRule.Default, [everyone]),
            draw
        ).All().SingleOrDefault(one => one.Ranking.Method == RankingMethod.Prevalence)?.Ranking;
    }

    private static SampleUnits Units(Case one)
    {
        var units = new SampleUnits(one.Frame);
        foreach (var person in one.People)
            units.Add(person.Stratum, person.Cluster);
        return units;
    }

    private static string Json(Person person)
    {
        var area = person.Stratum is { } stratum ? $"\"{stratum}\"" : "null";
        var help = person.Help is { } said ? $", \"help\": {said}" : "";
        return $$"""{"area": {{area}}, "street": "{{person.Cluster}}"{{help}}}""";
    }

    [Fact]
    public void N5_results_and_needs_show_the_same_interval()
    {
        var shown = 0;
        Properties.Hold(
            Cases,
            one =>
            {
                var keys = SafeCountTests.Keys(one.People.Length, one.People.Length);
                var (results, needs) = (Results(one, keys), Needs(one, keys));
                shown += results.Values.Count(choice => choice.Item2 is not null);
                return results.All(choice =>
                    needs.TryGetValue(choice.Key, out var need) ? need == choice.Value : choice.Value is (null or double.NaN, null, null)
                );
            },
            1_000
        );
        Assert.True(shown > 200, $"{shown} intervals were compared.");
    }

    [Fact]
    public void An_open_link_has_an_interval_nowhere() =>
        Properties.Hold(Cases.Select(one => one with { Kind = SampleDesign.OptIn }), one =>
        {
            var keys = SafeCountTests.Keys(one.People.Length, 1);
            return Results(one, keys).Concat(Needs(one, keys)).All(figure => figure.Value is (_, null, null));
        });

    [Fact]
    public void A_plain_design_is_counted_once_and_clusters_have_a_row_each()
    {
        var tally = QuestionTally.Of(AnswerTable.Of([(1, Survey)]).Responses.Blocks.Single(block => block.Question == "help"), 1);
        Case With(bool clusters) =>
            new(SampleDesign.Census, false, clusters, true, false, [.. Enumerable.Range(0, 60).Select(i => new Person(0, i % 12, "null"))]);
        Assert.Null(tally.ByUnit(Units(With(clusters: false))));
        Assert.Equal(12, tally.ByUnit(Units(With(clusters: true)))!.Groups);
    }

    [Fact]
    public void Whether_anybody_was_not_asked_does_not_show_in_a_safe_interval()
    {
        // A drawing of the same people, of whom one skipped the question or was not asked.
        Case With(string? last) =>
            new(
                SampleDesign.Census,
                false,
                false,
                true,
                true,
                [
                    .. Enumerable
                        .Range(0, 100)
                        .Select(i => new Person(
                            0,
                            0,
                            i == 99 ? last
                                : i < 40 ? """["food"]"""
                                : """["bus"]"""
                        )),
                ]
            );
        var keys = SafeCountTests.Keys(100, 3);
        Assert.Equal(Results(With("null"), keys), Results(With(null), keys));
        Assert.Equal(Needs(With("null"), keys), Needs(With(null), keys));
    }
}
