using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.Web.Tests.Accounts;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Needs;

/// <summary>Rankings as pages and JSON, for those who may export and for others.</summary>
public sealed class RankingPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private async Task<InitiativePages> Answered(int times = 12)
    {
        var listening = await site.Listening();
        await listening.Answer(times);
        return listening;
    }

    private static string Joined(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Page> SeenByViewer(InitiativePages listening, string path) =>
        (await (await site.SignedIn(Role.Viewer, listening.Owner.Org)).Pages.Open(listening.Base + path)).Sound();

    [Theory]
    [InlineData("/needs")]
    [InlineData("/needs/compare")]
    public async Task Before_any_answer_there_is_nothing_to_rank(string path) =>
        Assert.Contains("Nothing to rank yet", (await (await site.Listening()).Open(path)).Sound().Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("/needs")]
    [InlineData("/needs/compare")]
    public async Task Hostile_words_of_a_need_are_only_words(string path)
    {
        var listening = await site.Listening(housing: Hostile);
        await listening.Answer(12);
        Assert.Contains(Hostile, (await listening.Open(path)).Sound().Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("borich")]
    [InlineData("ranked_discrepancy")]
    [InlineData("prevalence")]
    public async Task The_method_asked_for_is_marked(string method)
    {
        var page = (await (await Answered()).Open("/needs?method=" + method)).Sound();
        Assert.EndsWith(
            "method=" + method,
            page.Document.QuerySelector(".tabs [aria-current]")!.GetAttribute("href")!,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("method=astrology")]
    [InlineData("method=importance_performance&cut=astrology")]
    public async Task An_unknown_method_or_cut_is_refused(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await (await Answered()).Open("/needs?" + query)).Sound().Status);

    [Fact]
    public async Task From_the_ranking_one_gets_to_who_was_heard() =>
        Assert.Contains(
            "Under 30",
            (await (await (await Answered()).Open("/needs")).Follow("Who was heard")).Sound().Words,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task N10_every_score_has_its_n_and_the_places_that_the_answers_allow() =>
        Assert.Equal(
            "Housing you can afford n 40 · place 1 · in first 3: surely",
            Joined(
                (await (await Answered(40)).Open("/needs?method=borich")).Sound().Document.QuerySelector(".ladder tbody th")!.TextContent
            )
        );

    [Fact]
    public async Task What_stands_behind_a_score_is_shown() =>
        Assert.Contains("Mean importance", (await (await Answered()).Open("/needs?method=borich")).Sound().Words, StringComparison.Ordinal);

    [Fact]
    public async Task An_open_link_has_no_margin_of_error() =>
        Assert.Contains("no margin of error applies", (await (await Answered()).Open("/needs")).Sound().Words, StringComparison.Ordinal);

    [Fact]
    public async Task A_method_that_sorts_needs_says_what_it_calls_them() =>
        Assert.Equal(
            "Problem",
            (await (await Answered()).Open("/needs?method=concerns")).Sound().Document.QuerySelector(".ladder tbody th .small")!.TextContent
        );

    // Importance 5, 4, 3 and satisfaction 1, 2, 3: at the means and at the medians the middle need keeps up; above the diagonal it does
    // not.
    [Theory]
    [InlineData("means", "One need is important and going badly", "Keep up")]
    [InlineData("medians", "One need is important and going badly", "Keep up")]
    [InlineData("diagonal", "2 needs are important and going badly", "Concentrate here")]
    public async Task The_map_names_the_corner_that_its_cut_gives_a_need(string cut, string title, string buses)
    {
        var page = (await (await Answered()).Open($"/needs?method=importance_performance&cut={cut}")).Sound();
        var row = page
            .Document.QuerySelectorAll("section[aria-labelledby=map-title] tbody tr")
            .Single(one => one.TextContent.Contains("A bus", StringComparison.Ordinal));
        Assert.Equal(
            (title, buses, 3),
            (
                page.Document.QuerySelector("#map-title")!.TextContent,
                row.QuerySelector("td")!.TextContent,
                page.Document.QuerySelectorAll("svg.plot circle").Length
            )
        );
    }

    private async Task<JsonElement> Answer(InitiativePages listening, string query, Role role = Role.Owner)
    {
        using var client = await site.Bearer(listening.Owner.Org, role);
        return JsonElement.Parse(await client.GetStringAsync($"api/v1/initiatives/{listening.Id}/needs?{query}"));
    }

    [Fact]
    public async Task The_API_gives_the_map_with_its_standings()
    {
        var answer = await Answer(await Answered(), "method=importance_performance&cut=diagonal");
        Assert.Equal("Concentrate here", answer.GetProperty("standing").GetProperty("buses").GetString());
        Assert.Equal(3, answer.GetProperty("map").GetProperty("points").GetArrayLength());
    }

    [Fact]
    public async Task The_API_says_how_precise_figures_are() =>
        Assert.Contains(
            "no margin of error",
            (await Answer(await Answered(), "")).GetProperty("precision").GetString(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(Role.Owner, "true")]
    [InlineData(Role.Viewer, "safe")]
    public async Task The_API_says_which_figures_it_gives(Role role, string figures) =>
        Assert.Equal(figures, (await Answer(await Answered(), "", role)).GetProperty("figures").GetString());

    [Fact]
    public async Task The_API_gives_words_a_code_in_the_place_of_a_number()
    {
        var listening = await Answered(40);
        var row = (await Answer(listening, "method=prevalence", Role.Viewer)).GetProperty("chosen").GetProperty("rows")[0];
        Assert.Equal((JsonValueKind.Null, "nearly_all"), (row.GetProperty("n").ValueKind, row.GetProperty("nIs").GetString()));
    }

    [Theory]
    [InlineData("/needs")]
    [InlineData("/needs/compare")]
    public async Task A_viewer_reads_that_figures_are_safe_ones(string path) =>
        Assert.NotNull((await SeenByViewer(await Answered(40), path)).Document.QuerySelector("[data-figures=safe]"));

    [Theory]
    [InlineData("/needs")]
    [InlineData("/needs/compare")]
    public async Task Who_may_export_reads_that_figures_are_true_ones(string path) =>
        Assert.NotNull((await (await Answered()).Open(path)).Sound().Document.QuerySelector("[data-figures=true]"));

    [Fact]
    public async Task A_viewer_reads_words_in_the_place_of_a_share_of_few()
    {
        var listening = await Answered(40);
        var page = await SeenByViewer(listening, "/needs?method=prevalence");
        Assert.Contains("fewer than 10", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_how_many_stories_are_unread()
    {
        var listening = await site.Listening();
        await listening.Answer(3, "The rent.");
        Assert.Contains("3 people wrote what nobody has read", (await listening.Open("/needs")).Sound().Words, StringComparison.Ordinal);
    }
}
