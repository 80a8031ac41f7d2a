using System.Net;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>Questions in the editor: each kind's form, choices, conditions, languages, their order, two people on one of them.</summary>
public sealed class QuestionFormTests(TestSite site) : IClassFixture<TestSite>
{
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
    public async Task Saving_any_kind_of_question_as_it_was_opened_changes_nothing(string kind)
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginBlank("Kinds of questions");
        var form = await outline.NewQuestion(kind);
        var added = await form.Press("Add to the survey", ("label.en", "What do you need?"));
        var item = Assert.Single((await site.Read(owner, added)).Draft.Questions);
        Assert.Equal(("what_do_you_need", "What do you need?"), (item.Name, item.Label!.In("en")));
        var again = await added.Client.Open($"{outline.Address.AbsolutePath}/questions/{item.Name}");
        await again.Press("Save");
        Assert.Equal(
            SurveyJson.Write(new SurveyDefinition { Title = "", Questions = [item] }),
            SurveyJson.Write(new SurveyDefinition { Title = "", Questions = [(await site.Read(owner, added)).Draft.Questions[0]] })
        );
    }

    [Fact]
    public async Task Saving_every_question_of_every_template_as_it_was_opened_changes_nothing()
    {
        var owner = await site.SignedIn();
        var initiative = await owner.BeginInitiative();
        foreach (var template in new Turns<SurveyTemplate>(SeedLibrary.Templates, few: 2).Next())
        {
            var gallery = await owner.Pages.Open(initiative.Address.PathAndQuery + "/surveys/new");
            var outline = await gallery.Press("Use this questionnaire: " + template.Title.In("en"));
            var before = await site.Read(owner, outline);
            foreach (var entry in Outline.Flatten(before.Draft.Questions))
                await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/questions/{entry.Item.Name}")).Press("Save");
            foreach (var list in before.Draft.Choices.Keys)
                await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/lists/{list}")).Press("Save the list");
            await (await owner.Pages.Open($"{outline.Address.AbsolutePath}/settings")).Press("Save");
            Assert.Equal(
                SurveyJson.Write(before.Draft, indented: true),
                SurveyJson.Write((await site.Read(owner, outline)).Draft, indented: true)
            );
        }
    }

    /// <summary>The form of a new question after a row was added to two filled ones.</summary>
    private static async Task<Page> ThirdChoice(SignedInPerson owner) =>
        await (await (await owner.BeginBlank("Choices")).NewQuestion("select_multiple")).Press(
            "Add another choice",
            ("label.en", "What would help?"),
            ("choice.0.label.en", "Cheaper buses"),
            ("choice.0.need", "transport"),
            ("choice.1.label.en", "Longer hours")
        );

    [Fact]
    public async Task A_choice_is_added_where_the_page_goes_on()
    {
        var form = await ThirdChoice(await site.SignedIn());
        Assert.True(form.Document.QuerySelector("input[name='choice.3.label.en']")!.HasAttribute("autofocus"));
    }

    [Fact]
    public async Task Choices_written_row_by_row_get_codes_of_their_own()
    {
        var owner = await site.SignedIn();
        var form = await ThirdChoice(owner);
        form = await form.Press("Up: Choice 2", ("choice.3.label.en", "Nothing of these"), ("choice.3.exclusive", "on"));
        var added = await form.Press("Add to the survey");
        var choices = Assert
            .IsType<ChoiceSource.Inline>(Assert.IsType<SelectMultipleQuestion>((await site.Read(owner, added)).Draft.Questions[0]).Choices)
            .List;
        Assert.Equal(
            [("longer_hours", null, false), ("transport", "transport", false), ("nothing_of_these", null, true)],
            choices.Select(choice => (choice.Name, choice.Need, choice.Exclusive))
        );
    }

    /// <summary>The outline of a survey whose second question depends on the first.</summary>
    private static async Task<Page> Conditional(SignedInPerson owner)
    {
        var outline = await owner.BeginBlank("Conditions");
        await (await outline.NewQuestion("select_one")).Press(
            "Add to the survey",
            ("label.en", "Do you rent?"),
            ("choice.0.label.en", "Yes"),
            ("choice.1.label.en", "No")
        );
        var second = await (await outline.NewQuestion("story")).Press(
            "Show the answers of the chosen question",
            ("label.en", "What about the rent?"),
            ("when.question", "do_you_rent")
        );
        Assert.NotNull(second.Document.QuerySelector("input[name=when][value=guided][checked]"));
        return await second.Press("Add to the survey", ("when.is", "Is"), ("when.value", "yes"));
    }

    [Fact]
    public async Task A_condition_is_picked_from_the_answers_of_another_question()
    {
        var owner = await site.SignedIn();
        Assert.Equal("${do_you_rent} = 'yes'", (await site.Read(owner, await Conditional(owner))).Draft.Questions[1].Relevant);
    }

    [Fact]
    public async Task A_condition_is_said_in_plain_words() =>
        Assert.Contains("only if “Do you rent?” is “Yes”", (await Conditional(await site.SignedIn())).Words, StringComparison.Ordinal);

    [Fact]
    public async Task A_condition_without_the_answer_that_decides_is_refused()
    {
        var outline = await Conditional(await site.SignedIn());
        var again = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/what_about_the_rent");
        var lost = await again.Press("Save", ("when.value", ""));
        Assert.Contains("Choose or enter the answer that decides", lost.Words, StringComparison.Ordinal);
    }

    /// <summary>The outline of a survey with these short questions.</summary>
    private static async Task<Page> Short(SignedInPerson owner, params string[] labels)
    {
        var outline = await owner.BeginBlank("Order");
        foreach (var label in labels)
            await (await outline.NewQuestion("text")).Press("Add to the survey", ("label.en", label));
        return await outline.Client.Open(outline.Address.AbsolutePath);
    }

    private async Task<IEnumerable<string>> Order(SignedInPerson owner, Page outline) =>
        (await site.Read(owner, outline)).Draft.Questions.Select(item => item.Name);

    [Fact]
    public async Task A_question_moves_up()
    {
        var owner = await site.SignedIn();
        var outline = await (await Short(owner, "First", "Second")).Press("Up: Second");
        Assert.Equal(["second", "first"], await Order(owner, outline));
    }

    [Fact]
    public async Task A_question_is_duplicated_below_itself()
    {
        var owner = await site.SignedIn();
        var outline = await (await Short(owner, "First", "Second")).Press("Duplicate: First");
        Assert.Equal(["first", "first_2", "second"], await Order(owner, outline));
    }

    [Fact]
    public async Task A_question_is_removed_with_a_word_about_it()
    {
        var owner = await site.SignedIn();
        var outline = await (await Short(owner, "First", "Second")).Press("Remove: Second");
        Assert.Contains("“Second” was removed.", outline.Words, StringComparison.Ordinal);
        Assert.Equal(["first"], await Order(owner, outline));
    }

    [Fact]
    public async Task A_removed_question_is_back_in_its_place_after_Undo()
    {
        var owner = await site.SignedIn();
        var outline = await (await Short(owner, "First", "Second")).Press("Remove: First");
        // A refresh asks for the page again, not for the removal.
        outline = await outline.Client.Open(outline.Address.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, outline.Status);
        await outline.Press("Undo");
        Assert.Equal(["first", "second"], await Order(owner, outline));
    }

    /// <summary>What the later of two people who changed one question is shown.</summary>
    private static async Task<Page> Later(SignedInPerson owner)
    {
        var address = (await Short(owner, "What is it?")).Address.AbsolutePath + "/questions/what_is_it";
        var (mine, theirs) = (await owner.Pages.Open(address), await owner.Pages.Open(address));
        await theirs.Press("Save", ("label.en", "Their words"));
        return await mine.Press("Save", ("label.en", "My words"));
    }

    [Fact]
    public async Task The_later_of_two_people_on_one_question_sees_the_words_of_both()
    {
        var later = await Later(await site.SignedIn());
        Assert.Equal(HttpStatusCode.Conflict, later.Status);
        Assert.Contains("Their words", later.Words, StringComparison.Ordinal);
        Assert.Contains("My words", later.Document.QuerySelector("textarea[name='label.en']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_later_of_two_people_on_one_question_can_keep_what_they_typed()
    {
        var owner = await site.SignedIn();
        var later = await Later(owner);
        await later.Press("Save");
        Assert.Equal("My words", (await site.Read(owner, later)).Draft.Questions[0].Label!.In("en"));
    }

    /// <summary>The form of a question in English after Arabic was put before it.</summary>
    private static async Task<Page> WithArabic(SignedInPerson owner)
    {
        var outline = await Short(owner, "What is it?");
        await (await outline.Client.Open($"{outline.Address.AbsolutePath}/settings")).Press("Save", ("languages", "ar, en"));
        return await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/what_is_it");
    }

    [Fact]
    public async Task A_new_language_gets_a_field_beside_every_text()
    {
        var question = await WithArabic(await site.SignedIn());
        Assert.Equal("rtl", question.Document.QuerySelector("textarea[name='label.ar']")!.GetAttribute("dir"));
    }

    [Fact]
    public async Task Words_keep_the_language_they_were_written_in_when_another_is_put_first()
    {
        var owner = await site.SignedIn();
        var saved = await (await WithArabic(owner)).Press("Save", ("label.ar", "ما هذا؟"));
        var label = (await site.Read(owner, saved)).Draft.Questions[0].Label!;
        Assert.Equal(("ما هذا؟", "What is it?"), (label.In("ar"), label.In("en")));
    }

    [Fact]
    public async Task The_preview_is_drawn_in_the_direction_of_its_language()
    {
        var saved = await (await WithArabic(await site.SignedIn())).Press("Save", ("label.ar", "ما هذا؟"));
        var survey = string.Join('/', saved.Address.AbsolutePath.Split('/')[..6]);
        var preview = await saved.Client.Open($"{survey}/preview?language=ar");
        Assert.NotNull(preview.Document.QuerySelector(".preview [dir=rtl]"));
    }
}
