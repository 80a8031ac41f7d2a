using NeedsSurvey.Domain.Tests.Surveys.Conformance;

namespace NeedsSurvey.Web.Tests.Conformance;

/// <summary>Notes, calculations, groups and repeats as people meet them, and in the export.</summary>
internal sealed class ItemPageSteps(ConformanceSite site)
{
    internal IReadOnlyList<Step<ItemSpecimen>> All =>
        [
            new("page: what it says is shown, or never", Shows),
            new("filled again: going back", Back),
            new("stored: what is inside or beside it", Stored),
            new("export: its columns and cells", Exported),
        ];

    private async Task<List<Page>> Filled(ItemSpecimen one) => await (await site.Begin(one.Questions)).Page.Fill(one.Fields);

    private async Task Shows(ItemSpecimen one)
    {
        var pages = await Filled(one);
        Assert.Equal(one.Pages.Length, pages.Count - 1);
        Assert.Equal(one.IsShown, pages.SkipLast(1).Any(page => page.Words.Contains(Specimen.Label, StringComparison.Ordinal)));
        AnsweringPages.Show(pages, one.Fields);
    }

    private async Task Back(ItemSpecimen one) => AnsweringPages.IsFilled(await (await Filled(one))[^1].Go("back"), one.Fields);

    private async Task Stored(ItemSpecimen one)
    {
        var (page, slug) = await site.Begin(one.Questions);
        var sent = await (await page.Fill(one.Fields))[^1].Press("Submit");
        Assert.Equal("Thank you", sent.Heading);
        Specimen.SameJson(one.Stored, await site.Stored(slug));
    }

    private async Task Exported(ItemSpecimen one)
    {
        var survey = await site.Published(await site.Draft(one.Questions), one.Answers);
        var records = (await site.Export(survey))[one.File is null ? "responses.csv" : $"repeats/{one.File}.csv"];
        Assert.Equal(one.Columns.Select(column => column.Header), records[0].TakeLast(one.Columns.Length));
        Assert.Equal(one.Columns.Select(column => column.Cell), Assert.Single(records.Skip(1)).TakeLast(one.Columns.Length));
    }
}
