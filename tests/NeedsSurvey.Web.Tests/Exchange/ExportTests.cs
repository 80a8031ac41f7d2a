// Exports over HTTP: what is offered, under which name, and who may take data away.

using System.IO.Compression;
using System.Net;
using System.Text;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Exchange;

public sealed class ExportTests(AnsweredByForty survey) : IClassFixture<AnsweredByForty>
{
    private readonly TestSite site = survey.Site;
    private readonly SignedInPerson owner = survey.Owner;
    private readonly string here = survey.Base;
    private readonly string slug = survey.Slug;

    public static TheoryData<string, string> Formats =>
        new()
        {
            { "zip", "analysis" },
            { "zip", "spreadsheet" },
            { "csv", "analysis" },
            { "csv", "spreadsheet" },
            { "xlsx", "spreadsheet" },
        };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_format_asks_for_the_right_to_export(string format, string preset)
    {
        var query = $"?format={format}&preset={preset}";
        foreach (var role in Enum.GetValues<Role>())
        {
            using var client = await site.Bearer(owner.Org, role);
            using var response = await client.GetAsync($"/api/v1/surveys/{slug}/export{query}");
            Assert.Equal(
                (role, Permissions.Of(role).Contains(Permission.Export) ? HttpStatusCode.OK : HttpStatusCode.Forbidden),
                (role, response.StatusCode)
            );
        }
        var stranger = await site.SignedIn();
        using var theirs = await site.Bearer(stranger.Org);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GetAsync($"/api/v1/surveys/{slug}/export{query}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Pages.Open($"{here}/export/file{query}")).Status);
        var viewer = await site.SignedIn(Role.Viewer, owner.Org);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Pages.Open($"{here}/export/file{query}")).Status);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task Every_format_comes_under_a_safe_name(string format, string preset)
    {
        using var client = await site.Bearer(owner.Org);
        using var response = await client.GetAsync($"/api/v1/surveys/{slug}/export?format={format}&preset={preset}");
        Assert.Equal(
            format switch
            {
                "zip" => "application/zip",
                "csv" => "text/csv",
                _ => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            },
            response.Content.Headers.ContentType!.MediaType
        );
        Assert.Matches("^attachment; filename=\"[a-z0-9-]+\\.(zip|csv|xlsx)\"$", response.Content.Headers.ContentDisposition!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_page_explains_the_file()
    {
        var page = await owner.Pages.Open(here + "/export");
        Assert.Equal("Export 40 responses", page.Heading);
        Assert.Contains("REFUSED", page.Words, StringComparison.Ordinal);
    }

    // Field 25.
    [Fact]
    public async Task The_page_offers_a_workbook_by_its_name()
    {
        var page = await owner.Pages.Open(here + "/export");
        var button = page.Document.QuerySelector("button[name=format][value=xlsx]")!;
        Assert.Contains("Excel / LibreOffice workbook", button.TextContent, StringComparison.Ordinal);
        using var client = await site.Bearer(owner.Org);
        var book = await client.GetByteArrayAsync($"/api/v1/surveys/{slug}/export?format=xlsx");
        using var zip = new ZipArchive(new MemoryStream(book));
        Assert.Contains(zip.Entries, entry => entry.FullName == "xl/workbook.xml");
    }

    [Fact]
    public async Task The_download_is_the_whole_package()
    {
        using var client = await site.Bearer(owner.Org);
        using var zip = new ZipArchive(new MemoryStream(await client.GetByteArrayAsync($"/api/v1/surveys/{slug}/export")));
        Assert.Equal(["responses.csv", "codebook.csv", "import.R", "manifest.json"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.Entries[0].Open(), Encoding.UTF8);
        Assert.Equal(41, (await reader.ReadToEndAsync()).Split("\r\n").Length - 1);
    }

    [Fact]
    public async Task Each_download_is_one_entry_of_the_history()
    {
        Task<long> Entries() =>
            site.Database.Db.One<long>(
                "select count(*) from audit_entry where action = 'responses.export' and organisation_id = @OrganisationId",
                new { owner.OrganisationId }
            );
        var before = await Entries();
        using var client = await site.Bearer(owner.Org);
        await client.GetByteArrayAsync($"/api/v1/surveys/{slug}/export");
        Assert.Equal(before + 1, await Entries());
    }

    [Fact]
    public async Task A_format_that_does_not_exist_is_refused()
    {
        using var client = await site.Bearer(owner.Org);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync($"/api/v1/surveys/{slug}/export?format=exe")).StatusCode);
    }
}
