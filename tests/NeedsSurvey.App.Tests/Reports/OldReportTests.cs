// Versions published before figures were protected: people have read them, so their words stay; their figures do not.

using System.Text.Json.Nodes;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class OldReportTests(TestData data) : IClassFixture<TestData>
{
    private async Task<PublishedReport> Read(string slug, int? version = null) =>
        (await data.Get<ReadReport>().Run(slug, version)).OrThrow();

    // As a former program left it: true figures, and shapes of its own.
    private async Task<(TestInitiative Heard, string Slug)> Old(int people)
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answers(people, housing: "5 1", buses: "2 4");
        await heard.AdoptedGoal();
        var slug = (await heard.Report()).OrThrow().Slug;
        var content = JsonNode
            .Parse(await data.Database.Db.One<string>("select content from report_version where initiative_id = @Id", new { heard.Id }))!
            .AsObject();
        content.Remove("figures");
        content["responses"] = 4321;
        content["ranking"] = new JsonObject { ["what_it_was"] = 3 };
        content["other_rankings"] = new JsonArray(3);
        content["hearing"] = JsonNode.Parse(
            """
            {"yes": 12, "partly": 2, "no": 1, "heard_rate": 0.8, "low": 0.5, "high": 0.9, "corrections_received": 1,
             "corrections_accepted": 0, "dissent": [{"words": "You forgot the buses.", "reason": "The city runs them."}]}
            """
        );
        content["quotes"] = JsonNode.Parse("""[{"need": "housing", "words": "The rent rose again.", "language": "en"}]""");
        foreach (var item in content["disclosure"]!.AsArray())
            if (item!["code"]!.GetValue<string>() == "sizes")
                item["words"] = "4,321 people answered. Nobody was drawn.";
        await data.Database.Execute(
            $"""
            update report_version set content = '{content.ToJsonString().Replace("'", "''", StringComparison.Ordinal)}', drawing = null,
                drawn_responses = null where initiative_id = '{heard.Id}'
            """
        );
        return (heard, slug);
    }

    [Fact]
    public async Task Its_figures_are_those_of_a_drawing()
    {
        var (_, slug) = await Old(people: 40);
        var report = await Read(slug);
        Assert.InRange(report.Content.Responses!.Value, 35, 45);
        Assert.Equal("housing", report.Content.Ranking!.Rows[0].Need);
    }

    [Fact]
    public async Task It_says_that_they_are_not_its_own()
    {
        var (_, slug) = await Old(people: 40);
        var report = await Read(slug);
        Assert.Equal((ReportFiguresAre.Redrawn, true), (report.FiguresAre, report.RedrawnOn is not null));
    }

    [Fact]
    public async Task Its_words_are_as_they_were_published()
    {
        var (_, slug) = await Old(people: 40);
        var content = (await Read(slug)).Content;
        Assert.Equal(
            ("Rent, above all.", "You forgot the buses.", "The rent rose again."),
            (content.Lead, content.Hearing!.Dissent.Single().Words, content.Quotes.Single().Words)
        );
    }

    [Fact]
    public async Task Its_decisions_are_as_they_were_published()
    {
        var (_, slug) = await Old(people: 40);
        Assert.Equal("Homes first", (await Read(slug)).Content.Alignment.Goals.Single().Title);
    }

    [Fact]
    public async Task Its_size_is_not_said_in_words_either()
    {
        var (_, slug) = await Old(people: 40);
        var words = (await Read(slug)).Content.Disclosure.Single(item => item.Code == "sizes").Words;
        Assert.DoesNotContain("4,321", words, StringComparison.Ordinal);
        Assert.EndsWith("people answered. Nobody was drawn.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_stay_from_then_on()
    {
        var (heard, slug) = await Old(people: 40);
        var before = System.Text.Json.JsonSerializer.Serialize((await Read(slug)).Content, FigureJson.Options);
        await heard.Answers(30, housing: "2 4", buses: "5 1");
        Assert.Equal(before, System.Text.Json.JsonSerializer.Serialize((await Read(slug)).Content, FigureJson.Options));
    }

    [Fact]
    public async Task Figures_of_fewer_than_ten_are_taken_out()
    {
        var (_, slug) = await Old(people: 4);
        var report = await Read(slug);
        Assert.Equal((ReportFiguresAre.TakenOut, null, null), (report.FiguresAre, report.Content.Responses, report.Content.Ranking));
    }

    [Fact]
    public async Task What_was_published_is_kept()
    {
        var (heard, slug) = await Old(people: 40);
        await Read(slug);
        Assert.Contains(
            "4321",
            await data.Database.Db.One<string>("select content from report_version where initiative_id = @Id", new { heard.Id }),
            StringComparison.Ordinal
        );
    }
}
