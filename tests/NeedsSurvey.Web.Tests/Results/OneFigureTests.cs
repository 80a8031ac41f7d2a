using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using static NeedsSurvey.Web.Tests.Results.ResultAnswers;

namespace NeedsSurvey.Web.Tests.Results;

/// <summary>The same people have one figure wherever it stands, and two numbers of people have two names.</summary>
public sealed class OneFigureTests(TestSite site) : IClassFixture<TestSite>
{
    private static readonly string Age = One("age", "\"group_role\":\"age\",", "young", "old");

    private async Task<string> Heard(params (int People, string Area, string Age)[] answered)
    {
        var slug = await site.Data.Survey($$"""{"title":"Riverside","questions":[{{Area}},{{Age}}]}""");
        foreach (var (people, area, age) in answered)
            for (var i = 0; i < people; i++)
            {
                var answers = JsonElement.Parse($$"""{"area":"{{area}}","age":"{{age}}"}""");
                (await site.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", answers), default)).OrThrow();
            }
        return slug;
    }

    // figures, 5 of the fresh tester
    [Fact]
    public async Task How_many_have_answered_by_now_is_told_beside_those_whom_the_figures_are_of()
    {
        var slug = await Heard((40, "a", "old"));
        using var client = await MemberOf(site, slug);
        var drawn = (await Get(client, slug, "results")).GetProperty("responses").GetInt32();
        (await site.Get<SubmitResponse>().Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse("{}")), default)).OrThrow();
        var now = await Get(client, slug, "results");
        Assert.Equal((drawn, 41), (now.GetProperty("responses").GetInt32(), now.GetProperty("responsesSoFar").GetInt32()));
    }

    // figures, 5 of the fresh tester
    [Fact]
    public async Task The_alignment_tells_how_many_have_answered_by_now_too()
    {
        var slug = await Heard((40, "a", "old"));
        using var client = await MemberOf(site, slug);
        var initiative = await site.Database.Db.One<Guid>("select initiative_id from survey where slug = @slug", new { slug });
        using var alignment = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/initiatives/{initiative}/alignment"));
        Assert.Equal(40, alignment.RootElement.GetProperty("responsesSoFar").GetInt32());
        Assert.Equal(
            (await Get(client, slug, "results")).GetProperty("responses").GetInt32(),
            alignment.RootElement.GetProperty("responses").GetInt32()
        );
    }

    // figures, 6 of the fresh tester
    [Fact]
    public async Task People_of_two_groups_have_one_number_by_either_of_the_two()
    {
        var slug = await Heard((33, "a", "young"), (25, "a", "old"), (28, "b", "young"), (31, "b", "old"));
        using var client = await MemberOf(site, slug);
        string[] areas = ["a", "b"];
        string[] ages = ["young", "old"];
        var (byAreas, byAges) = (
            (await Get(client, slug, "crosstab?row=area&column=age")).GetProperty("counts"),
            (await Get(client, slug, "crosstab?row=age&column=area")).GetProperty("counts")
        );
        foreach (var (i, area) in areas.Index())
        foreach (var (j, age) in ages.Index())
        {
            var byArea = Choice(Question(await Get(client, slug, $"results?filter=area={area}"), "age"), age)
                .GetProperty("count")
                .GetInt32();
            var byAge = Choice(Question(await Get(client, slug, $"results?filter=age={age}"), "area"), area)
                .GetProperty("count")
                .GetInt32();
            Assert.Equal((byArea, byArea, byArea), (byAge, byAreas[i][j].GetInt32(), byAges[j][i].GetInt32()));
        }
    }

    private async Task<Page> Opened(string slug, string path)
    {
        var place = await site.Database.Db.One<string>(
            """
            select concat(o.slug, '/', i.slug) from organisation o join initiative i using (organisation_id)
                join survey s using (initiative_id) where s.slug = @slug
            """,
            new { slug }
        );
        var viewer = await site.SignedIn(Role.Viewer, place.Split('/')[0]);
        return await viewer.Pages.Open($"/o/{place}/surveys/{slug}/{path}");
    }

    // figures, 5 of the fresh tester
    [Fact]
    public async Task A_page_of_safe_figures_names_both_numbers_of_people()
    {
        var page = await Opened(await Heard((40, "a", "old")), "results");
        Assert.Contains("40 people answered so far", page.Words, StringComparison.Ordinal);
        Assert.Matches("Safe figures, drawn from (3[5-9]|4[0-5]) people", page.Words);
    }

    // figures, 21 of the fresh tester: on a telephone each row folds into a list.
    [Fact]
    public async Task A_cell_of_a_cross_tab_has_its_columns_head_beside_it()
    {
        var page = await Opened(await Heard((40, "a", "old"), (40, "a", "young")), "results/crosstab?row=area&column=age");
        Assert.Matches("<td role=\"cell\" data-head=\"young\"", page.Html);
    }
}
