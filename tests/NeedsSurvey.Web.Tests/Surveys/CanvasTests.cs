using System.Net;
using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Tests.Surveys;

/// <summary>What the canvas asks of the server while somebody types, and what two people at once get.</summary>
public sealed class CanvasTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task What_is_typed_is_saved_by_the_form_that_is_there()
    {
        var (owner, outline, form) = await Editing("why");
        var kept = await Kept(form, "keep", ("label.es", "¿Qué pasa con el alquiler?"));
        Assert.Equal("why", kept.GetProperty("name").GetString());
        Assert.Equal("¿Qué pasa con el alquiler?", (await Item(owner, outline, "why")).Label!.In("es"));
    }

    [Fact]
    public async Task The_form_goes_on_from_what_it_is_told()
    {
        var (owner, outline, form) = await Editing("why");
        var kept = await Kept(form, "keep", ("label.en", "First"));
        form.Document.QuerySelector("[name=began]")!.SetAttribute("value", kept.GetProperty("began").GetString()!);
        await Kept(form, "keep", ("label.en", "Second"));
        Assert.Equal("Second", (await Item(owner, outline, "why")).Label!.In("en"));
    }

    [Fact]
    public async Task Nothing_changed_is_no_new_revision()
    {
        var (_, _, form) = await Editing("why");
        var first = await Kept(form, "keep", ("label.en", "Once"));
        form.Document.QuerySelector("[name=began]")!.SetAttribute("value", first.GetProperty("began").GetString()!);
        Assert.Equal(first.GetProperty("revision").GetInt32(), (await Kept(form, "keep")).GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task A_question_begun_without_words_is_named_by_them()
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        var form = await Begun(outline, "story");
        var kept = await Kept(form, "settle", ("label.en", "How long have you lived here?"));
        Assert.Equal("how_long_have_you_lived_here", kept.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_the_check_says_of_a_question_is_told_as_it_stands_now()
    {
        var owner = await site.SignedIn();
        var form = await Begun(await owner.BeginFrom(EditorBeginning.Rent), "story");
        Assert.Contains(
            "needs words",
            (await Kept(form, "keep", ("hint.en", "As you like."))).GetProperty("note").GetString()!,
            StringComparison.Ordinal
        );
        Assert.Equal(JsonValueKind.Null, (await Kept(form, "keep", ("label.en", "How is it?"))).GetProperty("note").ValueKind);
    }

    [Fact]
    public async Task Words_still_being_typed_name_nothing()
    {
        var owner = await site.SignedIn();
        var form = await Begun(await owner.BeginFrom(EditorBeginning.Rent), "story");
        Assert.Equal("question", (await Kept(form, "keep", ("label.en", "How lo"))).GetProperty("name").GetString());
    }

    [Fact]
    public async Task New_choices_are_told_their_codes()
    {
        var (_, _, form) = await Editing("rents");
        form = await form.Press("Add another choice");
        var kept = await Kept(form, "keep", ("choice.2.label.en", "Something else"));
        Assert.Equal(
            ["yes", "no", "something_else"],
            kept.GetProperty("rows").GetProperty("choices").EnumerateArray().Select(code => code.GetString())
        );
    }

    [Fact]
    public async Task Two_who_write_two_languages_of_one_question_both_keep_their_words()
    {
        var (owner, outline, mine) = await Editing("rents");
        var theirs = await outline.Client.Open(mine.Address.AbsolutePath);
        await Kept(theirs, "keep", ("label.es", "¿Vive de alquiler?"));
        var kept = await Kept(mine, "keep", ("label.en", "Do you rent your home?"));
        Assert.True(kept.GetProperty("isMerged").GetBoolean());
        var label = (await Item(owner, outline, "rents")).Label!;
        Assert.Equal(("Do you rent your home?", "¿Vive de alquiler?"), (label.In("en"), label.In("es")));
    }

    [Fact]
    public async Task The_same_words_written_by_two_are_refused_and_nothing_is_overwritten()
    {
        var (owner, outline, mine) = await Editing("why");
        await Kept(await outline.Client.Open(mine.Address.AbsolutePath), "keep", ("label.en", "Theirs"));
        var lost = await Press(mine, "keep", ("label.en", "Mine"));
        Assert.Equal(HttpStatusCode.Conflict, lost.Status);
        Assert.Equal("draft_changed", JsonElement.Parse(lost.Html).GetProperty("code").GetString());
        Assert.Equal("Theirs", (await Item(owner, outline, "why")).Label!.In("en"));
    }

    [Fact]
    public async Task Both_are_shown_with_what_else_they_changed()
    {
        var (_, outline, mine) = await Editing("rents");
        await Kept(await outline.Client.Open(mine.Address.AbsolutePath), "keep", ("label.en", "Theirs"), ("label.es", "Suyo"));
        var both = await mine.Press("Save", ("label.en", "Mine"));
        Assert.Contains("Theirs", both.Document.QuerySelector(".note.warn")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Mine", "Suyo"), (both.Value("label.en").Trim(), both.Value("label.es").Trim()));
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_at_its_field()
    {
        var (_, _, form) = await Editing("rents");
        var told = await Press(form, "keep", ("choice.0.need", "flying carpets"));
        Assert.Equal(HttpStatusCode.BadRequest, told.Status);
        Assert.Equal("choice.0.need", JsonElement.Parse(told.Html).GetProperty("faults")[0].GetProperty("path").GetString());
    }

    [Fact]
    public async Task A_need_is_chosen_by_its_words()
    {
        var (owner, outline, form) = await Editing("rents");
        var need = form.Document.QuerySelector("#choice-needs option")!.GetAttribute("value")!;
        await Kept(form, "keep", ("choice.0.need", need));
        var choice = ((Question)await Item(owner, outline, "rents")).ChoicesIn((await site.Read(owner, outline)).Draft)[0];
        var again = await outline.Client.Open(form.Address.AbsolutePath);
        Assert.NotEqual(need, choice.Need);
        Assert.Equal(need, again.Value("choice.0.need"));
    }

    [Fact]
    public async Task Whether_somebody_else_changed_the_draft_is_told()
    {
        var (owner, outline, _) = await Editing("why");
        var other = await site.SignedIn(Role.Organiser, owner.Org);
        await Kept(await other.Pages.Open(outline.Address.AbsolutePath + "/questions/why"), "keep", ("label.en", "Theirs"));
        var told = JsonElement.Parse((await outline.Client.Open(outline.Address.AbsolutePath + "/changed?after=1")).Html);
        Assert.Single(told.GetProperty("by").EnumerateArray());
    }

    [Fact]
    public async Task The_phone_shows_the_real_page_of_the_question()
    {
        var (_, outline, form) = await Editing("why");
        var phone = await outline.Client.Open(form.Document.QuerySelector("iframe")!.GetAttribute("src")!);
        Assert.Equal("What about the rent?", phone.Heading);
    }

    [Fact]
    public async Task Only_pages_of_the_program_may_frame_the_trial()
    {
        var (_, outline, form) = await Editing("why");
        Assert.Contains("frame-src 'self'", Policy(form), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Policy(form), StringComparison.Ordinal);
        var phone = Policy(await outline.Client.Open(outline.Address.AbsolutePath + "/try"));
        Assert.Contains("frame-ancestors 'self'", phone, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", phone, StringComparison.Ordinal);

        static string Policy(Page page) => Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("Remove", "rents")]
    [InlineData("Duplicate", "why_2")]
    [InlineData("Up", "why")]
    public async Task Whoever_works_on_the_canvas_stays_there(string button, string next)
    {
        var (_, outline, form) = await Editing("why");
        var page = await form.Press(button);
        Assert.Equal($"{outline.Address.AbsolutePath}/questions/{next}", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_question_dragged_before_another_stands_there()
    {
        var (owner, outline, form) = await Editing("why");
        var button = form.Document.QuerySelector("[value='up:why']")!;
        button.SetAttribute("value", "before:why:rents");
        await form.Press("Up");
        Assert.Equal(["why", "rents"], (await site.Read(owner, outline)).Draft.Questions.Select(item => item.Name));
    }

    [Fact]
    public async Task Whoever_writes_on_has_one_line_in_the_history()
    {
        var (owner, outline, form) = await Editing("why");
        foreach (var words in new[] { "Wh", "What about", "What about it?" })
        {
            var kept = await Kept(form, "keep", ("label.en", words));
            form.Document.QuerySelector("[name=began]")!.SetAttribute("value", kept.GetProperty("began").GetString()!);
        }
        var history = await owner.Pages.Open($"/o/{owner.Org}/history");
        Assert.Single(history.Document.QuerySelectorAll("main li"), line =>
            line.TextContent.Contains("in the draft of", StringComparison.Ordinal)
        );
    }

    private async Task<(SignedInPerson Owner, Page Outline, Page Form)> Editing(string question)
    {
        var owner = await site.SignedIn();
        var outline = await owner.BeginFrom(EditorBeginning.Rent);
        return (owner, outline, await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/{question}"));
    }

    private static async Task<Page> Begun(Page outline, string kind)
    {
        var form = await outline.Client.Open($"{outline.Address.AbsolutePath}/questions/new?kind={kind}");
        return await Press(form, "begin");
    }

    private static async Task<JsonElement> Kept(Page form, string verb, params (string, string)[] fields)
    {
        var kept = await Press(form, verb, fields);
        Assert.True(kept.Status == HttpStatusCode.OK, kept.Html);
        return JsonElement.Parse(kept.Html);
    }

    private static Task<Page> Press(Page form, string verb, params (string, string)[] fields)
    {
        var save = form.Document.QuerySelector(".actions button")!;
        var (value, words) = (save.GetAttribute("value")!, save.TextContent);
        save.SetAttribute("value", verb);
        save.TextContent = "(by script)";
        var pressed = form.Press("(by script)", fields);
        (save.TextContent, _) = (words, true);
        save.SetAttribute("value", value);
        return pressed;
    }

    private async Task<SurveyItem> Item(SignedInPerson owner, Page outline, string name) =>
        Outline.Find((await site.Read(owner, outline)).Draft.Questions, name)!;
}
