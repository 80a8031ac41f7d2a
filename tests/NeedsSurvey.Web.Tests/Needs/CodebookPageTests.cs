using AngleSharp.Html.Dom;
using NeedsSurvey.App.Needs;
using static NeedsSurvey.Web.Tests.Needs.SoundPage;

namespace NeedsSurvey.Web.Tests.Needs;

public sealed class CodebookPageTests(TestSite site) : IClassFixture<TestSite>
{
    private static string Area(Page page, string id) => ((IHtmlTextAreaElement)page.Document.QuerySelector(id)!).Value.Trim();

    [Fact]
    public async Task A_need_without_a_name_comes_back_as_typed()
    {
        var page = (await (await site.Listening()).Open("/needs/codebook")).Sound();
        page = (await page.Press("Add need", ("label", ""), ("definition", "Kept"))).CameBack("label");
        Assert.Equal("Kept", Area(page, "#f-definition"));
    }

    [Fact]
    public async Task A_name_that_is_taken_changes_nothing_that_is_there()
    {
        var listening = await site.Listening();
        var page = (await listening.Open("/needs/codebook")).Sound();
        page = (await page.Press("Add need", ("label", Hostile), ("definition", Hostile))).Sound();
        Assert.Contains("Saved.", page.Words, StringComparison.Ordinal);
        (await page.Press("Add need", ("label", "housing you can afford"), ("definition", "Overwritten"))).CameBack("label");
        var codebook = (await site.Get<ReadCodebook>().Run(listening.Owner.Actor, listening.Id)).OrThrow();
        Assert.Equal((4, false), (codebook.Count, codebook.Any(need => need.Definition == "Overwritten")));
    }

    [Fact]
    public async Task Needs_in_another_script_get_names_of_their_own()
    {
        var listening = await site.Listening();
        var page = (await listening.Open("/needs/codebook")).Sound();
        page = await page.Press("Add need", ("label", "هواء نظيف"), ("definition", ""));
        await page.Press("Add need", ("label", "ماء نظيف"));
        Assert.Equal(5, (await site.Get<ReadCodebook>().Run(listening.Owner.Actor, listening.Id)).OrThrow().Count);
    }

    [Fact]
    public async Task A_fault_in_a_need_stands_in_its_own_form()
    {
        var page = (await (await site.Listening()).Open("/needs/codebook")).Sound();
        page = (
            await page.Press("Save A bus that comes", ("label.en", ""), ("label.es", ""), ("label.ar", ""), ("definition", "Typed"))
        ).CameBack("label.en");
        Assert.Equal(("Typed", ""), (Area(page, "#f-buses-definition"), Area(page, "#f-definition")));
        page = (await page.Press("Save A bus that comes", ("label.en", "A bus at night"))).Sound();
        Assert.Contains("A bus at night", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_need_counts_as_another_until_it_is_parted_again()
    {
        var listening = await site.Listening();
        var page = (await listening.Open("/needs/codebook")).Sound();
        page = (await page.Post($"{listening.Base}/needs/codebook/welcome/merge", ("into", "buses"))).Sound();
        Assert.Contains("counts as A bus that comes", page.Words, StringComparison.Ordinal);
        (await page.Post($"{listening.Base}/needs/codebook/buses/merge", ("into", "welcome"))).CameBack("into");
        page = (await page.Post($"{listening.Base}/needs/codebook/welcome/merge", ("into", ""))).Sound();
        Assert.DoesNotContain("counts as A bus", page.Words, StringComparison.Ordinal);
    }
}
