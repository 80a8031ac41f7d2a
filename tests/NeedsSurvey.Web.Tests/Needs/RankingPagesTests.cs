using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
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

    [Fact]
    public async Task A_viewer_reads_that_fewer_than_ten_answered_and_is_offered_no_prediction()
    {
        var page = await SeenByViewer(await Answered(4), "/needs");
        Assert.Contains("Fewer than 10 people have answered", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Lock a prediction", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_survey_asked_about_is_told_to_everybody_in_the_same_words()
    {
        var listening = await Answered(40);
        (await site.Get<AdoptCatalogue>().Run(listening.Owner.Actor, listening.Id, "neighbourhood")).OrThrow();
        const string words = "Nobody was asked to rate these.";
        Assert.Contains(words, (await listening.Open("/needs?method=borich")).Words, StringComparison.Ordinal);
        Assert.Contains(words, (await SeenByViewer(listening, "/needs?method=borich")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_said_to_be_left_out_of_who_was_heard() =>
        Assert.DoesNotContain("left out", (await SeenByViewer(await Answered(40), "/needs/heard")).Words, StringComparison.Ordinal);

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
        Assert.Equal(method, page.Document.QuerySelector("#f-method option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_method_is_chosen_without_script()
    {
        var page = await (await (await Answered()).Open("/needs")).Press("Show", ("method", "concerns"));
        Assert.Equal("concerns", page.Document.QuerySelector("#f-method option[selected]")!.GetAttribute("value"));
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
    public async Task Who_may_not_edit_the_community_is_not_sent_to_its_page() =>
        Assert.DoesNotContain("Add them", (await SeenByViewer(await Answered(40), "/needs/heard")).Words, StringComparison.Ordinal);

    [Fact]
    public async Task N10_every_need_has_its_rank_its_score_and_the_people_behind_it() =>
        Assert.Equal(
            "1. Housing you can afford 20 40 people",
            Joined((await (await Answered(40)).Open("/needs?method=borich")).Sound().Document.QuerySelector(".ladder li")!.TextContent)
        );

    private async Task<Page> Drawn(string path)
    {
        var listening = await Answered(40);
        (await site.Get<SetSampleDesign>().Run(listening.Owner.Actor, listening.Survey, SampleDesign.ProbabilitySample, default)).OrThrow();
        return (await listening.Open(path)).Sound();
    }

    // Of three needs with the same answers from everybody nothing is open; there are no more than three.
    [Fact]
    public async Task Where_people_were_drawn_the_places_of_each_need_stand_for_analysts()
    {
        var page = await Drawn("/needs?method=borich");
        Assert.Contains("with 90 % confidence", page.Words, StringComparison.Ordinal);
        Assert.Contains("Among the first 3", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_open_link_gives_no_places_and_no_confidence_and_says_so()
    {
        var page = (await (await Answered(40)).Open("/needs?method=borich")).Sound();
        Assert.DoesNotContain("confidence", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Places", page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "This is the order of the people who answered, and says nothing about people who did not.",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_API_gives_no_confidence_of_an_open_link_and_says_why()
    {
        var listening = await Answered(40);
        using var client = await site.Bearer(listening.Owner.Org);
        async Task<JsonElement> Needs() =>
            JsonElement.Parse(await client.GetStringAsync($"api/v1/initiatives/{listening.Id}/needs?method=borich"));
        var open = await Needs();
        Assert.Equal(JsonValueKind.Null, open.GetProperty("confidence").ValueKind);
        Assert.Contains("no margin of error applies", open.GetProperty("whyNoConfidence").GetString(), StringComparison.Ordinal);
        (await site.Get<SetSampleDesign>().Run(listening.Owner.Actor, listening.Survey, SampleDesign.ProbabilitySample, default)).OrThrow();
        var drawn = await Needs();
        Assert.Equal(.9, drawn.GetProperty("confidence").GetProperty("confidence").GetDouble());
        Assert.Equal(JsonValueKind.Null, drawn.GetProperty("whyNoConfidence").ValueKind);
    }

    // The stage says the number; so do the pages, though their figures are safe ones.
    [Theory]
    [InlineData("/needs")]
    [InlineData("/surveys/{0}/results")]
    public async Task A_viewer_reads_one_number_of_responses(string path)
    {
        var listening = await Answered(57);
        var page = await SeenByViewer(listening, string.Format(System.Globalization.CultureInfo.InvariantCulture, path, listening.Survey));
        Assert.Contains("57 people answered", page.Words, StringComparison.Ordinal);
        Assert.Contains("57 responses", page.Document.QuerySelector(".steps")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_share_nobody_answered_from_is_not_known_without_the_communitys_shares()
    {
        var listening = await Answered();
        using var client = await site.Bearer(listening.Owner.Org);
        var groups = JsonElement
            .Parse(await client.GetStringAsync($"api/v1/initiatives/{listening.Id}/representation"))
            .GetProperty("items");
        Assert.Equal(JsonValueKind.Null, groups[0].GetProperty("absentShare").ValueKind);
    }

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
            (await (await Answered()).Open("/needs?method=concerns")).Sound().Document.QuerySelector(".ladder .line")!.TextContent
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
