using System.Net;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>
/// What people really do in the editor: refresh, change their minds, work two at a time, paste from a word processor, begin by mistake.
/// </summary>
public sealed class EditorCareTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task What_depends_on_a_removed_question_is_named_at_once()
    {
        var page = await (await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent)).Press("Remove: Do you rent?");
        Assert.Contains("“What about the rent?”", page.Document.QuerySelector("form.note")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_question_can_be_brought_back_on_another_day()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var before = SurveyJson.Write((await site.Read(owner, outline)).Draft);
        await outline.Press("Remove: Do you rent?");
        var page = await outline.Client.Open(outline.Address.AbsolutePath);
        Assert.DoesNotContain("was removed", page.Words, StringComparison.Ordinal);
        page = await page.Press("Bring back: Do you rent?");
        Assert.Equal(before, SurveyJson.Write((await site.Read(owner, outline)).Draft));
        Assert.DoesNotContain("Removed lately", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_typed_for_a_question_that_somebody_removed_meanwhile_become_a_new_one()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
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
        Assert.Equal("A long thought about rent", (await site.Read(owner, outline)).Draft.Questions[^1].Label!.In("en"));
    }

    [Fact]
    public async Task A_change_is_taken_back_and_done_again_on_the_outline()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        await (await outline.Client.Open(outline.Address.AbsolutePath + "/questions/why")).Press("Save", ("label.en", "Another thought"));
        var undone = await (await outline.Client.Open(outline.Address.AbsolutePath)).Press("Undo: changed “Another thought”");
        Assert.Equal("What about the rent?", await Why());
        Assert.Contains("took back: changed “Another thought”", undone.Words, StringComparison.Ordinal);
        var again = await undone.Press("Redo");
        Assert.Equal("Another thought", await Why());
        Assert.Contains("did again: changed “Another thought”", again.Words, StringComparison.Ordinal);

        async Task<string> Why() => (await site.Read(owner, outline)).Draft.Questions[1].Label!.In("en");
    }

    [Fact]
    public async Task What_was_removed_is_told_by_its_words()
    {
        var outline = await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent);
        var removed = await outline.Press("Remove: What about the rent?");
        Assert.Contains("removed “What about the rent?”", removed.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_lately_is_told_with_who_did_it()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var moved = await outline.Press("Down: Do you rent?");
        Assert.Contains("moved “Do you rent?”", moved.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_on_the_start_page_see_where_the_other_differs()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
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
        Assert.Equal("My reason", (await site.Read(owner, outline)).Draft.Start.Why!.In("en"));
    }

    [Theory]
    [InlineData("Add these lines: Choices")]
    [InlineData("Add to the survey")]
    public async Task Lines_pasted_from_a_word_processor_become_choices_without_their_bullets(string button)
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var form = await outline.Client.Open(outline.Address.AbsolutePath + "/questions/new?kind=select_multiple");
        form = await form.Press(
            button,
            ("label.en", "What helps?"),
            ("choice.paste.en", "•\tCheaper buses\r\n2. “Longer” hours & <b>Sundays</b>\r\n\r\n- A-levels\r\n24-hour shops")
        );
        if (button != "Add to the survey")
            await form.Press("Add to the survey");
        var choices = Assert
            .IsType<ChoiceSource.Inline>(
                Assert.IsType<SelectMultipleQuestion>((await site.Read(owner, outline)).Draft.Questions[^1]).Choices
            )
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
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var kinds = await (await outline.Client.Open(outline.Address.AbsolutePath)).Follow("Add below: Do you rent?");
        await (await kinds.Follow("Short answer")).Press("Add to the survey", ("label.en", "Since when?"));
        Assert.Equal(["rents", "since_when", "why"], (await site.Read(owner, outline)).Draft.Questions.Select(item => item.Name));
    }

    [Fact]
    public async Task Languages_are_written_by_their_names()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var settings = await outline.Client.Open(outline.Address.AbsolutePath + "/settings");
        Assert.Equal("English, Español", settings.Document.QuerySelector("input[name=languages]")!.GetAttribute("value"));
        await settings.Press("Save", ("languages", "English, Spanish, العربية, pt-BR"));
        Assert.Equal(["en", "es", "ar", "pt-BR"], (await site.Read(owner, outline)).Draft.Languages);
    }

    [Fact]
    public async Task A_language_that_is_none_is_said_to_be_none()
    {
        var outline = await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent);
        var settings = await outline.Client.Open(outline.Address.AbsolutePath + "/settings");
        var back = await settings.Press("Save", ("languages", "English, Elvish"));
        Assert.Contains("“Elvish” is no language known here", back.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_begun_by_mistake_is_deleted_by_name()
    {
        var outline = await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent);
        var ask = await outline.Follow("Delete this draft");
        Assert.Contains("“Rent” with 2 questions", ask.Words, StringComparison.Ordinal);
        Assert.Equal("Listen", (await ask.Press("Delete “Rent”")).Heading);
        Assert.Equal(HttpStatusCode.NotFound, (await outline.Client.Open(outline.Address.AbsolutePath)).Status);
    }

    [Fact]
    public async Task A_draft_is_not_published_by_a_form_that_does_not_say_which_was_looked_at()
    {
        var outline = await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent);
        var refused = await (await outline.Follow("Check and publish")).Press("Publish survey", ("revision", "the one I saw"));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Look at it again", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_survey_is_not_deleted()
    {
        var owner = await site.SignedIn();
        var kept = await owner.BeginFrom("""{"title":"Kept","questions":[{"type":"text","name":"why","label":"Why?"}]}""");
        await (await kept.Follow("Check and publish")).Press("Publish survey");
        Assert.Equal("This survey stays", (await kept.Client.Open(kept.Address.AbsolutePath + "/delete")).Heading);
        var refused = (await site.Get<DeleteSurvey>().Run(owner.Actor, kept.Address.AbsolutePath.Split('/')[5], default)).Problem;
        Assert.Equal("published", refused!.Code);
    }

    // content M1
    [Fact]
    public async Task A_closed_survey_begins_its_next_round()
    {
        var listening = await site.Listening();
        (await site.Get<CloseSurvey>().Run(listening.Owner.Actor, listening.Initiative.Survey, default)).OrThrow();
        var page = await (await listening.Open("/listen")).Go("next");
        Assert.Contains(", next round", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_survey_has_every_question_under_a_title_of_its_own()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var gallery = await owner.Pages.Open(outline.Address.AbsolutePath[..outline.Address.AbsolutePath.LastIndexOf('/')] + "/new");
        var copy = await gallery.Press("Copy this survey");
        Assert.Equal("Rent (copy)", copy.Heading);
        Assert.Equal(SurveyJson.Write((await site.Read(owner, outline)).Draft), SurveyJson.Write((await site.Read(owner, copy)).Draft));
    }

    [Fact]
    public async Task The_survey_of_another_organisation_cannot_be_copied()
    {
        var (owner, stranger) = (await site.SignedIn(), await site.SignedIn());
        var foreign = await site.Read(owner, await owner.BeginFrom(EditorBeginning.Rent));
        var own = await site.Read(stranger, await stranger.BeginFrom(EditorBeginning.Rent));
        var copied = await site.Get<CreateSurvey>().Run(stranger.Actor, own.InitiativeId, new(CopyOf: foreign.Id.ToString()), default);
        Assert.Equal("not_found", copied.Problem!.Code);
    }

    /// <summary>The check of a trial, in which the condition was not met.</summary>
    private static async Task<Page> Tried(Page outline)
    {
        var start = await (await outline.Client.Open(outline.Address.AbsolutePath)).Follow("Try it out");
        Assert.Contains("You are trying out the draft", start.Html, StringComparison.Ordinal);
        var first = await start.Press("Start");
        Assert.Equal("Do you rent?", first.Heading);
        return await first.Press("Continue", ("rents", "no"));
    }

    [Fact]
    public async Task A_trial_of_a_draft_follows_its_conditions()
    {
        var check = await Tried(await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent));
        Assert.DoesNotContain("What about the rent?", check.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_form_of_a_trial_leads_to_the_surveys_public_address()
    {
        var check = await Tried(await (await site.SignedIn()).BeginFrom(EditorBeginning.Rent));
        Assert.All(check.Document.QuerySelectorAll("form, button[formaction]"), part =>
            Assert.DoesNotContain("/s/", part.GetAttribute("formaction") ?? part.GetAttribute("action"), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_trial_stores_nothing()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        Assert.Equal("That is the end. Nothing was stored.", (await (await Tried(outline)).Press("Submit")).Heading);
        var survey = await site.Read(owner, outline);
        Assert.Equal(0, survey.Responses);
        Assert.Equal(HttpStatusCode.NotFound, (await site.NewPageClient().Open("/s/" + survey.Slug)).Status);
    }
}
