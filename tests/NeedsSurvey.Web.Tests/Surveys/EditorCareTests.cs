using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Tests.Accounts;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>
/// What people really do in the editor: refresh, change their minds, work two at a time, paste from a word processor, begin by mistake.
/// </summary>
public sealed class EditorCareTests(TestSite site) : IClassFixture<TestSite>
{
    private static async Task<Page> Begin(SignedInPerson owner, string definition)
    {
        var form = await owner.Pages.Open($"/o/{owner.Org}/initiatives/new");
        var initiative = await form.Press("Begin the initiative", ("title", "Open doors"), ("stance", "Allyship"));
        return await (await owner.Pages.Open(initiative.Address.AbsolutePath + "/surveys/new")).Press(
            "Begin from this definition",
            ("definition", definition)
        );
    }

    private const string Rent = """
        {"title":"Rent","languages":["en","es"],"questions":[
          {"type":"select_one","name":"rents","label":{"en":"Do you rent?","es":"¿Alquila?"},"choices":[{"name":"yes","label":{"en":"Yes",
              "es":"Sí"}},{"name":"no","label":"No"}]},
          {"type":"text","name":"why","label":"What about the rent?","relevant":"${rents} = 'yes'"}]}
        """;

    private async Task<SurveyView> Read(SignedInPerson owner, Page outline) =>
        (await site.Get<ReadSurvey>().Run(owner.Actor, outline.Address.AbsolutePath.Split('/')[5], default)).OrThrow();

    [Fact]
    public async Task What_depends_on_a_removed_question_is_named_at_once_and_it_can_be_brought_back_on_another_day()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var before = SurveyJson.Write((await Read(owner, outline)).Draft);
        var page = await outline.Press("Remove: Do you rent?");
        Assert.Contains("“What about the rent?”", page.Document.QuerySelector("form.note")!.TextContent, StringComparison.Ordinal);
        page = await outline.Client.Open(outline.Address.AbsolutePath);
        Assert.DoesNotContain("was removed", page.Words, StringComparison.Ordinal);
        page = await page.Press("Bring back: Do you rent?");
        Assert.Equal(before, SurveyJson.Write((await Read(owner, outline)).Draft));
        Assert.DoesNotContain("Removed lately", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_typed_for_a_question_that_somebody_removed_meanwhile_become_a_new_one()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var mine = await outline.Client.Open(outline.Address.AbsolutePath + "/questions/why");
        await (await outline.Client.Open(outline.Address.AbsolutePath)).Press("Remove: What about the rent?");
        var lost = await mine.Press("Save", ("label.en", "A long thought about rent"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains(
            "A long thought about rent",
            lost.Document.QuerySelector("textarea[name='label.en']")!.TextContent,
            StringComparison.Ordinal
        );
        await lost.Press("Add to the survey");
        Assert.Equal("A long thought about rent", (await Read(owner, outline)).Draft.Questions[^1].Label!.In("en"));
    }

    [Fact]
    public async Task Two_people_on_the_start_page_see_where_the_other_differs()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var (mine, theirs) = (
            await outline.Client.Open(outline.Address.AbsolutePath + "/settings"),
            await outline.Client.Open(outline.Address.AbsolutePath + "/settings")
        );
        await theirs.Press("Save", ("why.en", "Their reason"));
        var lost = await mine.Press("Save", ("why.en", "My reason"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Their reason", lost.Document.QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("My reason", lost.Document.QuerySelector("textarea[name='why.en']")!.TextContent, StringComparison.Ordinal);
        await lost.Press("Save");
        Assert.Equal("My reason", (await Read(owner, outline)).Draft.Start.Why!.In("en"));
    }

    [Theory]
    [InlineData("Add these lines: Choices")]
    [InlineData("Add to the survey")]
    public async Task Lines_pasted_from_a_word_processor_become_choices_without_their_bullets(string button)
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var form = await outline.Client.Open(outline.Address.AbsolutePath + "/questions/new?kind=select_multiple");
        form = await form.Press(
            button,
            ("label.en", "What helps?"),
            ("choice.paste.en", "•\tCheaper buses\r\n2. “Longer” hours & <b>Sundays</b>\r\n\r\n- A-levels\r\n24-hour shops")
        );
        if (button != "Add to the survey")
            await form.Press("Add to the survey");
        var choices = Assert
            .IsType<ChoiceSource.Inline>(Assert.IsType<SelectMultipleQuestion>((await Read(owner, outline)).Draft.Questions[^1]).Choices)
            .List;
        Assert.Equal(
            ["Cheaper buses", "“Longer” hours & <b>Sundays</b>", "A-levels", "24-hour shops"],
            choices.Select(choice => choice.Label.In("en"))
        );
    }

    [Fact]
    public async Task A_question_is_added_below_another_one()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var kinds = await (await outline.Client.Open(outline.Address.AbsolutePath)).Follow("Add below: Do you rent?");
        await (await kinds.Follow("Short answer")).Press("Add to the survey", ("label.en", "Since when?"));
        Assert.Equal(["rents", "since_when", "why"], (await Read(owner, outline)).Draft.Questions.Select(item => item.Name));
    }

    [Fact]
    public async Task Languages_are_written_by_their_names_and_what_is_none_is_said()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var settings = await outline.Client.Open(outline.Address.AbsolutePath + "/settings");
        Assert.Equal("English, Español", settings.Document.QuerySelector("input[name=languages]")!.GetAttribute("value"));
        var back = await settings.Press("Save", ("languages", "English, Elvish"));
        Assert.Contains("“Elvish” is no language known here", back.Words, StringComparison.Ordinal);
        await back.Press("Save", ("languages", "English, Spanish, العربية, pt-BR"));
        Assert.Equal(["en", "es", "ar", "pt-BR"], (await Read(owner, outline)).Draft.Languages);
    }

    [Fact]
    public async Task A_draft_begun_by_mistake_is_deleted_by_name_and_a_published_one_stays()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var ask = await outline.Follow("Delete this draft");
        Assert.Contains("“Rent” with 2 questions", ask.Words, StringComparison.Ordinal);
        var kept = await Begin(owner, """{"title":"Kept","questions":[{"type":"text","name":"why","label":"Why?"}]}""");
        await (await kept.Follow("Check and publish")).Press("Publish survey");
        Assert.Equal("Listen", (await ask.Press("Delete “Rent”")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await outline.Client.Open(outline.Address.AbsolutePath)).Status);
        Assert.Equal("This survey stays", (await kept.Client.Open(kept.Address.AbsolutePath + "/delete")).Heading);
        var refused = (await site.Get<DeleteSurvey>().Run(owner.Actor, kept.Address.AbsolutePath.Split('/')[5], default)).Problem;
        Assert.Equal("published", refused!.Code);
    }

    [Fact]
    public async Task A_survey_is_copied_with_every_question_and_under_a_title_of_its_own()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var gallery = await owner.Pages.Open(outline.Address.AbsolutePath[..outline.Address.AbsolutePath.LastIndexOf('/')] + "/new");
        var copy = await gallery.Press("Copy this survey");
        Assert.Equal("Rent (copy)", copy.Heading);
        Assert.Equal(SurveyJson.Write((await Read(owner, outline)).Draft), SurveyJson.Write((await Read(owner, copy)).Draft));
        var stranger = await site.SignedIn();
        var there = await Begin(stranger, Rent);
        var foreign = await site.Get<CreateSurvey>()
            .Run(
                stranger.Actor,
                (await Read(stranger, there)).InitiativeId,
                new(CopyOf: (await Read(owner, outline)).Id.ToString()),
                default
            );
        Assert.Equal("not_found", foreign.Problem!.Code);
    }

    [Fact]
    public async Task A_draft_is_tried_out_on_the_very_pages_that_people_answer_on_and_stores_nothing()
    {
        var owner = await site.SignedIn();
        var outline = await Begin(owner, Rent);
        var start = await (await outline.Client.Open(outline.Address.AbsolutePath)).Follow("Try it out");
        Assert.Contains("You are trying out the draft", start.Html, StringComparison.Ordinal);
        var first = await start.Press("Start");
        Assert.Equal("Do you rent?", first.Heading);
        // The condition is followed: whoever does not rent is not asked about it.
        var check = await first.Press("Continue", ("rents", "no"));
        Assert.DoesNotContain("What about the rent?", check.Words, StringComparison.Ordinal);
        // No form of the trial leads to the survey's public address.
        Assert.All(check.Document.QuerySelectorAll("form, button[formaction]"), part =>
            Assert.DoesNotContain("/s/", part.GetAttribute("formaction") ?? part.GetAttribute("action"), StringComparison.Ordinal)
        );
        Assert.Equal("That is the end. Nothing was stored.", (await check.Press("Submit")).Heading);
        Assert.Equal(0, (await Read(owner, outline)).Responses);
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewPageClient().Open("/s/" + (await Read(owner, outline)).Slug)).Status);
    }
}
