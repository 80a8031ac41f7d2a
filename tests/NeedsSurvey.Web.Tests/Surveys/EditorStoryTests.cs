using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>An organiser with a browser that runs no script, from an empty organisation to a closed survey.</summary>
public sealed class EditorStoryTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>The first page of a new organisation's first initiative.</summary>
    private async Task<Page> Begun() => await (await site.SignedIn()).BeginInitiative();

    /// <summary>The same after the first questionnaire that is offered was chosen.</summary>
    private async Task<Page> Chosen()
    {
        var gallery = await (await Begun()).Follow("Start a survey");
        return await gallery.Press("Use this questionnaire: " + gallery.Document.QuerySelector(".template h2")!.TextContent);
    }

    /// <summary>Its surveys after that one was published.</summary>
    private async Task<(Page Listen, string Title)> Published()
    {
        var listen = await (await (await Chosen()).Follow("Check and publish")).Press("Publish survey");
        return (listen, listen.Document.QuerySelector("article h3")!.TextContent.Trim());
    }

    [Fact]
    public async Task An_empty_organisation_is_asked_to_begin_with_one_community()
    {
        var owner = await site.SignedIn();
        Assert.Contains("Begin with one community", (await owner.Pages.Open($"/o/{owner.Org}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_initiative_says_what_is_still_missing()
    {
        var initiative = await Begun();
        Assert.Equal("Open doors", initiative.Heading);
        Assert.Contains("What is still missing", initiative.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_questionnaire_becomes_an_outline() => Assert.Equal(HttpStatusCode.OK, (await Chosen()).Status);

    [Fact]
    public async Task What_is_kept_about_people_is_said_before_publishing() =>
        Assert.Contains("What is kept about people", (await (await Chosen()).Follow("Check and publish")).Words, StringComparison.Ordinal);

    [Fact]
    public async Task A_published_survey_has_a_link_that_anybody_may_open()
    {
        var (listen, _) = await Published();
        var link = listen.Document.QuerySelector("input[readonly]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await site.NewPageClient().Open(new Uri(link).PathAndQuery)).Status);
    }

    [Fact]
    public async Task A_closed_survey_is_opened_again()
    {
        var (listen, title) = await Published();
        var closed = await listen.Press("Close " + title);
        Assert.Contains("closed", closed.Words, StringComparison.Ordinal);
        var open = await closed.Press("Open again " + title);
        Assert.Contains("open to answers", open.Words, StringComparison.Ordinal);
    }

    private async Task<Page> FaultyInitiative()
    {
        var owner = await site.SignedIn();
        var form = await owner.Pages.Open($"/o/{owner.Org}/initiatives/new");
        return await form.Press(
            "Begin the initiative",
            ("title", ""),
            ("purpose", "To hear."),
            ("communitySize", "many"),
            ("stance", "Solidarity")
        );
    }

    [Fact]
    public async Task Row_15_An_initiative_says_its_time_zone_and_takes_another()
    {
        var owner = await site.SignedIn();
        var form = await owner.Pages.Open($"/o/{owner.Org}/initiatives/new");
        await form.Press("Begin the initiative", ("title", "Clocks"), ("stance", "Allyship"), ("place", "Mombasa, Kenya"));
        var edit = await owner.Pages.Open($"/o/{owner.Org}/clocks/community");
        Assert.Equal("Africa/Nairobi", edit.Value("timeZone"));
        await edit.Press("Save", ("timeZone", "Africa/Lagos"));
        Assert.Equal("Africa/Lagos", (await owner.Pages.Open($"/o/{owner.Org}/clocks/community")).Value("timeZone"));
    }

    // pages, row 41
    [Fact]
    public async Task An_initiative_has_a_field_for_each_other_language_of_its_surveys()
    {
        var home = await site.Data.Organisation();
        var initiative = await home.Initiative("Languages");
        await initiative.Draft(
            SurveyJson.Read("""{"title":"T","languages":["en","ar"],"questions":[{"type":"text","name":"n","label":"N"}]}""").Definition!
        );
        var owner = await site.SignedIn(Role.Owner, home.Slug);
        var address = $"/o/{home.Slug}/{initiative.Slug}/community";
        var form = await owner.Pages.Open(address);
        Assert.Equal("rtl", form.Document.QuerySelector("[name='translations.ar.purpose']")!.GetAttribute("dir"));
        await form.Press("Save", ("purpose", "To hear."), ("translations.ar.purpose", "لنسمع."));
        var saved = await owner.Pages.Open(address);
        Assert.Equal(("To hear.", "لنسمع."), (saved.Value("purpose"), saved.Value("translations.ar.purpose")));
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_filled()
    {
        var back = await FaultyInitiative();
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        Assert.Contains("To hear.", back.Html, StringComparison.Ordinal);
        Assert.NotNull(back.Document.QuerySelector("input[name=stance][value=Solidarity][checked]"));
    }

    [Fact]
    public async Task A_form_with_faults_says_what_to_do_about_each()
    {
        var back = await FaultyInitiative();
        Assert.StartsWith("Error:", back.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Enter a whole number", back.Words, StringComparison.Ordinal);
        Assert.Equal("#f-communitySize", back.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Known_shares_are_typed_beside_the_surveys_own_answers_or_pasted()
    {
        var owner = await site.SignedIn();
        await owner.BeginFrom(
            """
            {"title":"Groups","questions":[{"type":"select_one","name":"age","group_role":"age","label":"Age",
                "choices":[{"name":"young","label":"Under 25"},{"name":"old","label":"25 and over"}]}]}
            """
        );
        var community = await owner.Pages.Open($"/o/{owner.Org}/open-doors/community");
        var refused = await community.Press(
            "Save the shares",
            ("group.0.row.0", "19"),
            ("group.0.row.1", "80"),
            ("group.0.source", "Census")
        );
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("add up to 99 %", refused.Words, StringComparison.Ordinal);
        Assert.Equal("19", refused.Document.QuerySelector("input[name='group.0.row.0']")!.GetAttribute("value"));
        await refused.Press(
            "Save the shares",
            ("group.0.row.1", "81"),
            ("group.new", "area"),
            ("group.1.paste", "north; 0.25\nsouth; 0.75")
        );
        var margins = (await site.Get<ReadInitiative>().Run(owner.Actor, owner.Org, "open-doors", default)).OrThrow().Margins;
        Assert.Equal(
            [("age", "young", .19), ("age", "old", .81), ("area", "north", .25), ("area", "south", .75)],
            margins.SelectMany(margin => margin.Categories.Select(row => (margin.GroupRole, row.Category, row.Share)))
        );
    }

    [Fact]
    public async Task A_broken_definition_comes_back_with_the_path_of_its_fault()
    {
        var back = await (await site.SignedIn()).BeginFrom("""{"title":"x","questions":[{"type":"txt"}]}""");
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        Assert.Contains("questions[0].type", back.Words, StringComparison.Ordinal);
        Assert.Contains("\"txt\"", back.Document.QuerySelector("textarea[name=definition]")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Page> OutlineWithoutChoices()
    {
        var outline = await (await site.SignedIn()).BeginBlank("Faulty");
        await (await outline.NewQuestion("select_one")).Press("Add to the survey", ("label.en", "Which area?"));
        return outline;
    }

    [Fact]
    public async Task A_survey_that_cannot_be_published_leads_to_the_question_that_is_why()
    {
        var outline = await OutlineWithoutChoices();
        var check = await outline.Client.Open($"{outline.Address.AbsolutePath}/publish");
        Assert.Contains("Which area?", check.Words, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("form[action$=publish] button"));
        Assert.NotNull(check.Document.QuerySelector($"a[href$='/questions/which_area']"));
    }

    [Fact]
    public async Task A_question_that_cannot_be_published_needs_attention_in_the_outline()
    {
        var outline = await OutlineWithoutChoices();
        Assert.Contains("needs attention", (await outline.Client.Open(outline.Address.AbsolutePath)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_who_sees_the_survey_is_offered_nothing_that_is_refused()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginBlank("To look at");
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        var seen = await viewer.Pages.Open(outline.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("Check and publish", seen.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open(outline.Address.AbsolutePath + "/settings")).Status);
    }
}
