using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Tests.Accounts;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>An organiser with a browser that runs no script, from an empty organisation to a closed survey.</summary>
public sealed class EditorStoryTests(TestSite site) : IClassFixture<TestSite>
{
    private static async Task<Page> Begin(SignedInPerson owner, string title = "Open doors")
    {
        var home = await owner.Pages.Open($"/o/{owner.Org}");
        var form = await home.Follow(home.Document.QuerySelector("h2#empty-title") is null ? "New initiative" : "Begin an initiative");
        return await form.Press("Begin the initiative", ("title", title), ("stance", "Allyship"));
    }

    private static async Task<Page> BeginBlank(SignedInPerson owner, string title)
    {
        var initiative = await Begin(owner);
        return await (await initiative.Client.Open(initiative.Address.PathAndQuery + "/surveys/new")).Press(
            "Begin a blank survey",
            ("title", title)
        );
    }

    private Task<SurveyView> Read(SignedInPerson owner, Page outline) => Read(owner, outline.Address.AbsolutePath.Split('/')[5]);

    private async Task<SurveyView> Read(SignedInPerson owner, string slug) =>
        (await site.Get<ReadSurvey>().Run(owner.Actor, slug, default)).OrThrow();

    [Fact]
    public async Task From_an_empty_organisation_to_a_closed_survey_without_script()
    {
        var owner = await site.SignedIn();
        var home = await owner.Pages.Open($"/o/{owner.Org}");
        Assert.Contains("Begin with one community", home.Words, StringComparison.Ordinal);
        var initiative = await Begin(owner);
        Assert.Equal("Open doors", initiative.Heading);
        Assert.Contains("What is still missing", initiative.Words, StringComparison.Ordinal);

        var gallery = await initiative.Follow("Start a survey");
        var outline = await gallery.Press("Use this questionnaire: " + gallery.Document.QuerySelector(".template h2")!.TextContent);
        Assert.Equal(HttpStatusCode.OK, outline.Status);
        var check = await outline.Follow("Check and publish");
        Assert.Contains("What is kept about people", check.Words, StringComparison.Ordinal);
        var listen = await check.Press("Publish survey");
        Assert.Equal("Listen", listen.Heading);
        var link = listen.Document.QuerySelector("input[readonly]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.OK, (await site.NewPageClient().Open(new Uri(link).PathAndQuery)).Status);

        var title = listen.Document.QuerySelector("article h3")!.TextContent.Trim();
        var closed = await listen.Press("Close " + title);
        Assert.Contains("closed", closed.Words, StringComparison.Ordinal);
        var open = await closed.Press("Open again " + title);
        Assert.Contains("open to answers", open.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_faults_comes_back_filled_and_says_what_to_do()
    {
        var owner = await site.SignedIn();
        var form = await owner.Pages.Open($"/o/{owner.Org}/initiatives/new");
        var back = await form.Press(
            "Begin the initiative",
            ("title", ""),
            ("purpose", "To hear."),
            ("communitySize", "many"),
            ("stance", "Solidarity")
        );
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        Assert.StartsWith("Error:", back.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Enter a whole number", back.Words, StringComparison.Ordinal);
        Assert.Contains("To hear.", back.Html, StringComparison.Ordinal);
        Assert.NotNull(back.Document.QuerySelector("input[name=stance][value=Solidarity][checked]"));
        Assert.Equal("#f-communitySize", back.Document.QuerySelector(".error-summary a")!.GetAttribute("href"));
    }

    public static TheoryData<string> Kinds() =>
        [
            "story",
            "need_grid",
            "select_one",
            "select_multiple",
            "rank",
            "matrix",
            "text",
            "integer",
            "decimal",
            "range",
            "date",
            "time",
            "note",
            "group",
            "calculate",
        ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_kind_of_question_is_added_opened_again_and_saved_without_changing(string kind)
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Kinds of questions");
        var form = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind={kind}");
        var added = await form.Press("Add to the survey", ("label.en", "What do you need?"));
        var item = Assert.Single((await Read(owner, added)).Draft.Questions);
        Assert.Equal(("what_do_you_need", "What do you need?"), (item.Name, item.Label!.In("en")));
        var again = await added.Client.Open($"{outline.Address.AbsolutePath}/questions/{item.Name}");
        await again.Press("Save");
        Assert.Equal(
            SurveyJson.Write(new() { Title = "", Questions = [item] }),
            SurveyJson.Write(new() { Title = "", Questions = [(await Read(owner, added)).Draft.Questions[0]] })
        );
    }

    [Fact]
    public async Task Opening_and_saving_every_question_of_every_template_changes_nothing()
    {
        var owner = await site.SignedIn();
        var initiative = await Begin(owner);
        foreach (var template in NeedsSurvey.App.Seeds.SeedLibrary.Templates)
        {
            var gallery = await owner.Pages.Open(initiative.Address.PathAndQuery + "/surveys/new");
            var outline = await gallery.Press("Use this questionnaire: " + template.Title.In("en"));
            var before = await Read(owner, outline);
            foreach (var entry in Outline.Flatten(before.Draft.Questions))
                await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/questions/{entry.Item.Name}")).Press("Save");
            foreach (var list in before.Draft.Choices.Keys)
                await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/lists/{list}")).Press("Save the list");
            await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/settings")).Press("Save");
            Assert.Equal(
                SurveyJson.Write(before.Draft, indented: true),
                SurveyJson.Write((await Read(owner, outline)).Draft, indented: true)
            );
        }
    }

    [Fact]
    public async Task Choices_are_written_row_by_row_and_get_codes_of_their_own()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Choices");
        var form = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=select_multiple");
        form = await form.Press(
            "Add another choice",
            ("label.en", "What would help?"),
            ("choice.0.label.en", "Cheaper buses"),
            ("choice.0.need", "transport"),
            ("choice.1.label.en", "Longer hours")
        );
        Assert.True(
            form.Document.QuerySelector("input[name='choice.3.label.en']")!.HasAttribute("autofocus"),
            "The page goes on at the new row."
        );
        form = await form.Press("Up: Choice 2", ("choice.3.label.en", "Nothing of these"), ("choice.3.exclusive", "on"));
        var added = await form.Press("Add to the survey");
        var choices = Assert
            .IsType<ChoiceSource.Inline>(Assert.IsType<SelectMultipleQuestion>((await Read(owner, added)).Draft.Questions[0]).Choices)
            .List;
        Assert.Equal(
            [("longer_hours", null, false), ("transport", "transport", false), ("nothing_of_these", null, true)],
            choices.Select(choice => (choice.Name, choice.Need, choice.Exclusive))
        );
    }

    [Fact]
    public async Task A_condition_is_picked_and_said_in_plain_words()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Conditions");
        var first = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=select_one");
        await first.Press("Add to the survey", ("label.en", "Do you rent?"), ("choice.0.label.en", "Yes"), ("choice.1.label.en", "No"));
        var second = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=story");
        second = await second.Press(
            "Show the answers of the chosen question",
            ("label.en", "What about the rent?"),
            ("when.question", "do_you_rent")
        );
        Assert.NotNull(second.Document.QuerySelector("input[name=when][value=guided][checked]"));
        var added = await second.Press("Add to the survey", ("when.is", "Is"), ("when.value", "yes"));
        Assert.Equal("${do_you_rent} = 'yes'", (await Read(owner, added)).Draft.Questions[1].Relevant);
        Assert.Contains("only if “Do you rent?” is “Yes”", added.Words, StringComparison.Ordinal);
        var again = await added.Client.Open($"{outline.Address.AbsolutePath}/questions/what_about_the_rent");
        var lost = await again.Press("Save", ("when.value", ""));
        Assert.Contains("Choose or enter the answer that decides", lost.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_move_are_copied_removed_and_brought_back()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Order");
        foreach (var label in new[] { "First", "Second" })
            await (await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=text")).Press(
                "Add to the survey",
                ("label.en", label)
            );
        var page = await outline.Client.Open(outline.Address.AbsolutePath);
        page = await page.Press("Up: Second");
        page = await page.Press("Duplicate: First");
        Assert.Equal(["second", "first", "first_2"], (await Read(owner, outline)).Draft.Questions.Select(item => item.Name));
        page = await page.Press("Remove: Second");
        Assert.Contains("“Second” was removed.", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await Read(owner, outline)).Draft.Questions.Count);
        // A refresh asks for the page again, not for the removal.
        page = await page.Client.Open(page.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        await page.Press("Undo");
        Assert.Equal(["second", "first", "first_2"], (await Read(owner, outline)).Draft.Questions.Select(item => item.Name));
    }

    [Fact]
    public async Task A_survey_that_cannot_be_published_says_which_question_and_why()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Faulty");
        await (await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=select_one")).Press(
            "Add to the survey",
            ("label.en", "Which area?")
        );
        var check = await outline.Client.Open($"{outline.Address.AbsolutePath}/publish");
        Assert.Contains("Which area?", check.Words, StringComparison.Ordinal);
        Assert.Null(check.Document.QuerySelector("form[action$=publish] button"));
        Assert.NotNull(check.Document.QuerySelector($"a[href$='/questions/which_area']"));
        Assert.Contains("needs attention", (await outline.Client.Open(outline.Address.AbsolutePath)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_on_one_question_see_both_and_the_later_keeps_what_was_typed()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Race");
        await (await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=text")).Press(
            "Add to the survey",
            ("label.en", "What is it?")
        );
        var address = $"{outline.Address.AbsolutePath}/questions/what_is_it";
        var (mine, theirs) = (await outline.Client.Open(address), await outline.Client.Open(address));
        await theirs.Press("Save", ("label.en", "Their words"));
        var lost = await mine.Press("Save", ("label.en", "My words"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Contains("Their words", lost.Words, StringComparison.Ordinal);
        Assert.Contains("My words", lost.Document.QuerySelector("textarea[name='label.en']")!.TextContent, StringComparison.Ordinal);
        await lost.Press("Save");
        Assert.Equal("My words", (await Read(owner, outline)).Draft.Questions[0].Label!.In("en"));
    }

    [Fact]
    public async Task A_new_language_gets_a_field_beside_every_text_and_plain_words_keep_theirs()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "Languages");
        await (await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind=text")).Press(
            "Add to the survey",
            ("label.en", "What is it?")
        );
        await (await outline.Client.Open($"{outline.Address.AbsolutePath}/settings")).Press("Save", ("languages", "ar, en"));
        var question = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/what_is_it");
        Assert.Equal("rtl", question.Document.QuerySelector("textarea[name='label.ar']")!.GetAttribute("dir"));
        await question.Press("Save", ("label.ar", "ما هذا؟"));
        var label = (await Read(owner, outline)).Draft.Questions[0].Label!;
        Assert.Equal(("ما هذا؟", "What is it?"), (label.In("ar"), label.In("en")));
        var preview = await outline.Client.Open($"{outline.Address.AbsolutePath}/preview?language=ar");
        Assert.NotNull(preview.Document.QuerySelector(".preview [dir=rtl]"));
    }

    [Fact]
    public async Task Known_shares_are_typed_beside_the_surveys_own_answers_or_pasted()
    {
        var owner = await site.SignedIn();
        var initiative = await Begin(owner);
        await (await owner.Pages.Open(initiative.Address.PathAndQuery + "/surveys/new")).Press(
            "Begin from this definition",
            (
                "definition",
                """
                {"title":"Groups","questions":[{"type":"select_one","name":"age","group_role":"age","label":"Age",
                    "choices":[{"name":"young","label":"Under 25"},{"name":"old","label":"25 and over"}]}]}
                """
            )
        );
        var community = await owner.Pages.Open(initiative.Address.PathAndQuery + "/community");
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
    public async Task A_broken_definition_comes_back_with_its_text_and_the_path_of_the_fault()
    {
        var owner = await site.SignedIn();
        var initiative = await Begin(owner);
        var back = await (await owner.Pages.Open(initiative.Address.PathAndQuery + "/surveys/new")).Press(
            "Begin from this definition",
            ("definition", """{"title":"x","questions":[{"type":"txt"}]}""")
        );
        Assert.Equal(HttpStatusCode.BadRequest, back.Status);
        Assert.Contains("questions[0].type", back.Words, StringComparison.Ordinal);
        Assert.Contains("\"txt\"", back.Document.QuerySelector("textarea[name=definition]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_viewer_sees_the_survey_and_is_offered_nothing_that_is_refused()
    {
        var owner = await site.SignedIn();
        var outline = await BeginBlank(owner, "To look at");
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        var seen = await viewer.Pages.Open(outline.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.DoesNotContain("Check and publish", seen.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open(outline.Address.AbsolutePath + "/settings")).Status);
    }
}
