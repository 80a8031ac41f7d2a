// Results and cross-tabs as somebody gets them who may not export. The names give the rows of the list of hidden cells that could
// be worked out (S2, S3, …); SafeCounts/ShapeTests tries the same rows on the counts by themselves.

using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using static NeedsSurvey.Web.Tests.Results.ResultAnswers;

namespace NeedsSurvey.Web.Tests.Results;

public sealed class SafeResultsTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<string> Survey(params string[] questions) =>
        await site.Data.Survey($$"""{"title":"Riverside","questions":[{{string.Join(",", questions)}}]}""");

    private async Task Send(string slug, int people, string answers)
    {
        for (var i = 0; i < people; i++)
            (await site.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse(answers)), default)).OrThrow();
    }

    private async Task<HttpClient> Client(string slug, Role role = Role.Viewer) =>
        await site.Bearer(
            await site.Database.Db.One<string>(
                """
                select o.slug from organisation o join initiative i using (organisation_id) join survey s using (initiative_id)
                where s.slug = @slug
                """,
                new { slug }
            ),
            role
        );

    [Theory]
    [InlineData(Role.Owner, "true")]
    [InlineData(Role.Organiser, "true")]
    [InlineData(Role.Analyst, "true")]
    [InlineData(Role.Coder, "safe")]
    [InlineData(Role.Translator, "safe")]
    [InlineData(Role.Viewer, "safe")]
    public async Task Who_may_export_gets_true_figures_and_everybody_else_safe_ones(Role role, string figures)
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 4, """{"area":"a","x":"p"}""");
        await Send(slug, 30, """{"area":"b","x":"q"}""");
        using var client = await Client(slug, role);
        foreach (var what in new[] { "results", "crosstab?row=area&column=x" })
        {
            var answer = await Get(client, slug, what);
            Assert.Equal(figures, answer.GetProperty("figures").GetString());
            Assert.NotEmpty(answer.GetProperty("note").EnumerateArray());
        }
        var few = Choice(Question(await Get(client, slug, "results"), "x"), "p");
        Assert.Equal(figures == "true" ? (JsonValueKind.Number, "number") : Few, Words(few));
    }

    [Fact]
    public async Task S2_those_without_an_answer_follow_neither_from_the_crosstab_nor_from_the_results()
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 30, """{"area":"a","x":"p"}""");
        await Send(slug, 30, """{"area":"a","x":"q"}""");
        await Send(slug, 30, """{"area":"b","x":"p"}""");
        await Send(slug, 40, """{"area":"b","x":"q"}""");
        await Send(slug, 4, """{"x":"p"}""");
        using var client = await Client(slug);
        var table = await Get(client, slug, "crosstab?row=area&column=x");
        Assert.Equal(["a", "b"], table.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("code").GetString()));
        Assert.All(table.GetProperty("columns").EnumerateArray(), column =>
            Assert.Equal(JsonValueKind.Null, column.GetProperty("total").ValueKind)
        );
        // 60 and 70 people chose an area; at least 6 of them stand outside beside the 4.
        Assert.True(Base("a") + Base("b") < 130, table.GetRawText());
        Assert.Equal("few", State(Question(await Get(client, slug, "results"), "area"), "skipped"));

        int Base(string code) =>
            table
                .GetProperty("rows")
                .EnumerateArray()
                .Single(row => row.GetProperty("code").GetString() == code)
                .GetProperty("base")
                .GetInt32();
    }

    [Fact]
    public async Task S3_a_follow_up_does_not_tell_who_was_asked_it()
    {
        var slug = await Survey(
            One("violence", "", "yes", "maybe", "no"),
            One("since", "\"relevant\":\"${violence} = 'yes'\",", "week", "year")
        );
        await Send(slug, 3, """{"violence":"yes"}""");
        await Send(slug, 12, """{"violence":"maybe"}""");
        await Send(slug, 45, """{"violence":"no"}""");
        using var client = await Client(slug);
        var results = await Get(client, slug, "results");
        Assert.Equal(Few, Words(Choice(Question(results, "violence"), "yes")));
        var since = Question(results, "since");
        Assert.Equal(("nearly_all", "few", "few"), (State(since, "notAsked"), State(since, "skipped"), State(since, "answered")));
        Assert.Equal(JsonValueKind.Null, since.GetProperty("choices").ValueKind);
    }

    [Fact]
    public async Task S4_three_answers_of_a_group_have_no_result_and_no_zero()
    {
        var slug = await Survey(Area, One("debt", "", "yes", "no"));
        await Send(slug, 3, """{"area":"a","debt":"yes"}""");
        await Send(slug, 37, """{"area":"a"}""");
        await Send(slug, 20, """{"area":"b","debt":"yes"}""");
        await Send(slug, 20, """{"area":"b","debt":"no"}""");
        using var client = await Client(slug);
        var debt = Question(await Get(client, slug, "results?filter=area=a"), "debt");
        Assert.Equal("few", State(debt, "answered"));
        Assert.Equal(JsonValueKind.Null, debt.GetProperty("choices").ValueKind);
        var row = (await Get(client, slug, "crosstab?row=area&column=debt")).GetProperty("counts")[0];
        Assert.All(row.EnumerateArray(), cell => Assert.Equal(JsonValueKind.Null, cell.ValueKind));
    }

    [Fact]
    public async Task S6_picks_of_exactly_two_do_not_add_up_to_the_one_told_in_words()
    {
        var slug = await Survey(
            $$"""
            {"type":"select_multiple","name":"picks","label":"Which two?","min":2,"max":2,
             "choices":{{Choices("rent", "food", "bus", "hiv")}}}
            """
        );
        await Send(slug, 4, """{"picks":["rent","hiv"]}""");
        await Send(slug, 14, """{"picks":["rent","food"]}""");
        await Send(slug, 22, """{"picks":["rent","bus"]}""");
        await Send(slug, 20, """{"picks":["food","bus"]}""");
        using var client = await Client(slug);
        var results = await Get(client, slug, "results");
        var picks = Question(results, "picks");
        Assert.Equal(Few, Words(Choice(picks, "hiv")));
        Assert.All(["rent", "food", "bus"], code => Assert.Equal("number", Choice(picks, code).GetProperty("countIs").GetString()));
        // Who answered is told in words too, so that there is no 120 to subtract from.
        Assert.Equal("nearly_all", State(picks, "answered"));
    }

    [Fact]
    public async Task S7_one_more_response_changes_nothing_and_enough_of_them_everything()
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 30, """{"area":"a","x":"p"}""");
        await Send(slug, 30, """{"area":"b","x":"q"}""");
        using var client = await Client(slug);
        string[] all = ["results", "results?filter=area=b", "crosstab?row=area&column=x"];
        var before = await Bodies();
        await Send(slug, 1, """{"area":"b","x":"q"}""");
        Assert.Equal(before, await Bodies());
        await Send(slug, 14, """{"area":"b","x":"q"}""");
        Assert.All(before.Zip(await Bodies()), pair => Assert.NotEqual(pair.First, pair.Second));

        async Task<List<string>> Bodies()
        {
            var bodies = new List<string>();
            foreach (var what in all)
                bodies.Add((await Get(client, slug, what)).GetRawText());
            return bodies;
        }
    }

    [Fact]
    public async Task A_table_that_is_first_asked_for_after_a_withdrawal_is_of_the_same_people()
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 60, """{"area":"a","x":"p"}""");
        await Send(slug, 60, """{"area":"a","x":"q"}""");
        await Send(slug, 60, """{"area":"b","x":"q"}""");
        var last = new SubmitResponse.Command(slug, Guid.NewGuid(), "en", JsonElement.Parse("""{"area":"b","x":"p"}"""));
        var receipt = (await site.Get<SubmitResponse>().Run(last, default)).OrThrow().Receipt;
        using var client = await Client(slug);
        var before = Question(await Get(client, slug, "results?filter=area=a"), "x");
        (await site.Get<WithdrawResponse>().Run(receipt)).OrThrow();
        var after = (await Get(client, slug, "crosstab?row=area&column=x")).GetProperty("counts")[0];
        Assert.Equal(
            before.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("count").GetInt32()).Order(),
            after.EnumerateArray().Select(count => count.GetInt32()).Order()
        );
    }

    [Fact]
    public async Task S8_a_choice_of_three_is_told_in_words_and_so_is_that_of_all_the_others()
    {
        var slug = await Survey($$"""{"type":"select_multiple","name":"help","label":"What?","choices":{{Choices("food", "refuge")}}}""");
        await Send(slug, 47, """{"help":["food"]}""");
        await Send(slug, 3, """{"help":["refuge"]}""");
        using var client = await Client(slug);
        var help = Question(await Get(client, slug, "results"), "help");
        Assert.Equal(Few, Words(Choice(help, "refuge")));
        Assert.Equal((JsonValueKind.Null, "nearly_all"), Words(Choice(help, "food")));
    }

    [Fact]
    public async Task A_new_label_version_or_design_shows_at_once_although_the_figures_stay()
    {
        var slug = await Survey(Area);
        await Send(slug, 25, """{"area":"a"}""");
        using var client = await Client(slug);
        Assert.Equal("area?", Question(await Get(client, slug, "results"), "area").GetProperty("label").GetString());
        await Send(slug, 1, """{"area":"b"}""");
        await site.Data.Publish(
            slug,
            $$"""{"title":"Riverside","questions":[{{Area.Replace("area?", "Which part?", StringComparison.Ordinal)}}]}"""
        );
        await site.Database.Execute($"update survey set sample_design = 'census' where slug = '{slug}'");
        var after = await Get(client, slug, "results");
        Assert.Equal("Which part?", Question(after, "area").GetProperty("label").GetString());
        Assert.Equal("census", after.GetProperty("sampleDesign").GetString());
    }

    [Fact]
    public async Task Only_group_questions_break_safe_figures_down_and_the_refusal_says_so()
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 30, """{"area":"a","x":"p"}""");
        using var client = await Client(slug);
        using var refused = await client.GetAsync($"/api/v1/surveys/{slug}/crosstab?row=x&column=area");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("group questions only", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var owner = await Client(slug, Role.Owner);
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync($"/api/v1/surveys/{slug}/crosstab?row=x&column=area")).StatusCode);
    }

    [Fact]
    public async Task A_small_group_gives_no_filtered_results()
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 30, """{"area":"a","x":"p"}""");
        await Send(slug, 5, """{"area":"b","x":"p"}""");
        using var client = await Client(slug);
        using var refused = await client.GetAsync($"/api/v1/surveys/{slug}/results?filter=area=b");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("they could be recognised", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_ten_responses_have_no_results_at_all()
    {
        var slug = await Survey(Area);
        await Send(slug, 9, """{"area":"a"}""");
        using var client = await Client(slug);
        var results = await Get(client, slug, "results");
        Assert.Equal("few", results.GetProperty("responsesIs").GetString());
        Assert.Equal(JsonValueKind.Null, Question(results, "area").GetProperty("choices").ValueKind);
    }

    [Fact]
    public async Task The_pages_say_what_was_done_and_offer_a_viewer_group_questions_only()
    {
        var slug = await Survey(Area, One("x", "", "p", "q"));
        await Send(slug, 30, """{"area":"a","x":"p"}""");
        await Send(slug, 30, """{"area":"b","x":"q"}""");
        await Send(slug, 2, """{"area":"b","x":"p"}""");
        var place = await site.Database.Db.One<string>(
            """
            select concat(o.slug, ' /o/', o.slug, '/', i.slug, '/surveys/', s.slug) from survey s join initiative i using (initiative_id)
            join organisation o on o.organisation_id = i.organisation_id where s.slug = @slug
            """,
            new { slug }
        );
        var (org, here) = (place.Split(' ')[0], place.Split(' ')[1]);
        var viewer = await site.SignedIn(Role.Viewer, org);
        var page = await viewer.Pages.Open(here + "/results");
        Assert.Contains("changed at random by at most 5", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", page.Words, StringComparison.OrdinalIgnoreCase);
        var table = await viewer.Pages.Open(here + "/results/crosstab?row=area&column=x");
        Assert.Equal(HttpStatusCode.OK, table.Status);
        Assert.Equal(
            ["area"],
            table.Document.QuerySelectorAll("select[name=row] option[value]:not([value=''])").Select(o => o.GetAttribute("value"))
        );
        Assert.Contains("fewer than 10", table.Words, StringComparison.Ordinal);
        Assert.Contains("left out of every breakdown", table.Words, StringComparison.Ordinal);
        var owner = await site.SignedIn(Role.Owner, org);
        Assert.Contains("These are the true figures.", (await owner.Pages.Open(here + "/results")).Words, StringComparison.Ordinal);
    }
}
