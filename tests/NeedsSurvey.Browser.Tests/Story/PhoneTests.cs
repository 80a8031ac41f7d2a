using Microsoft.Playwright;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Story;

/// <summary>What the small script is there for: the telephone's Back and a network that comes and goes.</summary>
public sealed class PhoneTests(Chromium chromium, TestSite site) : IClassFixture<Chromium>, IClassFixture<TestSite>
{
    private const string Survey = """
        {"title": "What matters here", "layout": "one_per_page",
         "support": [{"label": "Someone to talk to", "url": "https://help.invalid/"}], "questions": [
          {"type": "text", "name": "story", "appearance": "multiline", "label": "What is going on?"},
          {"type": "integer", "name": "people", "required": true, "label": "How many people?"}]}
        """;

    private const string Story = "The rent\nis too high.";

    /// <summary>A telephone on a survey of its own, whose first question has been answered.</summary>
    private sealed class Phone(IBrowserContext context, IPage page, string slug) : IAsyncDisposable
    {
        public IPage Page => page;
        public string Slug => slug;
        public ILocator Onwards => page.Locator(".actions .button");
        public ILocator Start => page.Locator(".button.large");
        public ILocator Title => page.Locator("h1");
        public ILocator Story => page.Locator("[name=story]");
        public ILocator People => page.Locator("[name=people]");

        public Task Network(bool isThere) => context.SetOfflineAsync(!isThere);

        public ValueTask DisposeAsync() => context.DisposeAsync();
    }

    private async Task<Phone> Second()
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        context.SetDefaultTimeout(15_000);
        var phone = new Phone(context, await context.NewPageAsync(), await site.Data.Survey(Survey));
        await phone.Page.GotoAsync(new Uri(site.Address, "/s/" + phone.Slug).ToString());
        await phone.Start.ClickAsync();
        await phone.Story.FillAsync(Story);
        await phone.Onwards.ClickAsync();
        await phone.People.WaitForAsync();
        return phone;
    }

    private async Task<Phone> Checked()
    {
        var phone = await Second();
        await phone.People.FillAsync("3");
        await phone.Onwards.ClickAsync();
        await Assertions.Expect(phone.Title).ToContainTextAsync("Check your answers");
        return phone;
    }

    private Task<string> Stored(Phone phone) =>
        site.Database.Db.One<string>(
            "select answers::text from response join survey using (survey_id) where slug = @Slug",
            new { phone.Slug }
        );

    [SkippableFact]
    public async Task Whoever_hears_the_page_is_led_to_the_fault()
    {
        await using var phone = await Second();
        await phone.People.FillAsync("many");
        await phone.Onwards.ClickAsync();
        await phone.Page.WaitForFunctionAsync(
            "() => document.title.startsWith('Error:') && document.activeElement.matches('.error-summary')"
        );
        await phone.Page.ClickAsync(".error-summary a");
        Assert.True(await phone.People.EvaluateAsync<bool>("field => field === document.activeElement"));
    }

    [SkippableFact]
    public async Task The_telephones_own_Back_goes_one_question_back()
    {
        await using var phone = await Second();
        // A page with a fault is the same question once more.
        await phone.People.FillAsync("many");
        await phone.Onwards.ClickAsync();
        await phone.Page.Locator(".error-summary").WaitForAsync();
        await phone.Page.GoBackAsync();
        await phone.Story.WaitForAsync();
        Assert.Equal(Story, await phone.Story.InputValueAsync());
        Assert.True(
            await phone.Title.EvaluateAsync<bool>("heading => heading === document.activeElement"),
            "Who hears the page instead of seeing it is told where they are."
        );
        await phone.Page.GoBackAsync();
        await phone.Start.WaitForAsync();
        await phone.Start.ClickAsync();
        Assert.Equal(Story, await phone.Story.InputValueAsync());
    }

    [SkippableFact]
    public async Task Who_follows_a_link_to_help_finds_their_answers_where_they_were()
    {
        await using var phone = await Second();
        await phone.People.FillAsync("3");
        var help = await phone.Page.Context.RunAndWaitForPageAsync(() => phone.Page.GetByText("Someone to talk to (new tab)").ClickAsync());
        await help.CloseAsync();
        Assert.Equal("3", await phone.People.InputValueAsync());
    }

    [SkippableFact]
    public async Task Back_pressed_faster_than_the_pages_come_loses_nothing_typed()
    {
        await using var phone = await Checked();
        await phone.Page.EvaluateAsync("() => { history.back(); addEventListener('popstate', () => history.back(), { once: true }); }");
        await phone.Story.WaitForAsync();
        await phone.Onwards.ClickAsync();
        Assert.Equal("3", await phone.People.InputValueAsync());
        await phone.Onwards.ClickAsync();
        await Assertions.Expect(phone.Title).ToContainTextAsync("Check your answers");
    }

    [SkippableFact]
    public async Task Without_a_network_nothing_typed_is_lost()
    {
        await using var phone = await Second();
        await phone.People.FillAsync("3");
        await phone.Network(isThere: false);
        await phone.Onwards.ClickAsync();
        Assert.Contains("no connection", await phone.Page.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("3", await phone.People.InputValueAsync());
        await phone.Network(isThere: true);
        await Assertions.Expect(phone.Title).ToContainTextAsync("Check your answers", new() { Timeout = 15_000 });
    }

    [SkippableFact]
    public async Task What_was_submitted_without_a_network_arrives_with_it()
    {
        await using var phone = await Checked();
        await phone.Network(isThere: false);
        await phone.Onwards.ClickAsync();
        await phone.Page.Locator("[role=status]").WaitForAsync();
        await phone.Network(isThere: true);
        await phone.Page.Locator(".code").WaitForAsync();
        Assert.Equal("""{"story": "The rent\nis too high.", "people": 3}""", await Stored(phone));
    }

    // field, row 54
    [SkippableFact]
    public async Task Back_after_Submit_shows_no_answer()
    {
        await using var phone = await Checked();
        await phone.Onwards.ClickAsync();
        await phone.Page.Locator(".code").WaitForAsync();
        await phone.Page.GoBackAsync();
        await phone.Start.WaitForAsync();
        Assert.DoesNotContain("rent", await phone.Page.ContentAsync(), StringComparison.Ordinal);
    }

    // field, row 22: fields take no more than fits, so that only a page that was tampered with comes here.
    [SkippableFact]
    public async Task What_is_more_than_the_server_takes_stays_on_the_page()
    {
        await using var phone = await Second();
        await phone.People.FillAsync("3");
        await phone.Page.EvaluateAsync(
            """
            () => {
              const large = Object.assign(document.createElement('input'), { type: 'hidden', id: 'large', name: 'large' });
              large.value = 'x'.repeat(9 * 1024 * 1024);
              document.querySelector('form').append(large);
            }
            """
        );
        await phone.Onwards.ClickAsync();
        Assert.Contains("longer than can be sent", await phone.Page.Locator("[role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("3", await phone.People.InputValueAsync());
        await phone.Page.EvaluateAsync("() => document.querySelector('#large').remove()");
        await phone.Onwards.ClickAsync();
        await Assertions.Expect(phone.Title).ToContainTextAsync("Check your answers");
    }
}
