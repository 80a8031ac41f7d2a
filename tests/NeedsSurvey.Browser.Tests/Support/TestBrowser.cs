using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace NeedsSurvey.Browser.Tests.Support;

/// <summary>Somebody at a browser: opens, fills in by field name, presses by the words on the button, and keeps what they saw.</summary>
public sealed class TestBrowser(IPage page, Uri address, SeenPages seen)
{
    public IPage Page => page;

    /// <summary>The path that is open now, without its query.</summary>
    public string Path => new Uri(page.Url).AbsolutePath;

    /// <summary>The first heading.</summary>
    public Task<string> Heading() => page.Locator("h1").First.InnerTextAsync();

    public async Task Open(string path) => await page.GotoAsync(new Uri(address, path).ToString());

    public async Task Open(string path, string keepAs)
    {
        await Open(path);
        await Keep(keepAs);
    }

    public Task Keep(string name) => seen.Keep(page, name);

    /// <summary>Fills a field, or chooses the radio button, check box or option with this value.</summary>
    public async Task Fill(string name, string value)
    {
        var fields = page.Locator($"[name=\"{name}\"]");
        Assert.True(await fields.CountAsync() > 0, $"No field \"{name}\" on {page.Url}");
        var kind = await fields.First.EvaluateAsync<string>("field => field.tagName === 'INPUT' ? field.type : field.tagName");
        if (kind is "radio" or "checkbox")
            await page.Locator($"[name=\"{name}\"][value=\"{value}\"]").CheckAsync();
        else if (kind == "SELECT")
            await fields.First.SelectOptionAsync(value);
        else
            await fields.First.FillAsync(value);
    }

    /// <summary>
    /// Presses the button with exactly these words (what only a screen reader says left out), and waits for the next page.
    /// </summary>
    public async Task Press(string words)
    {
        var button = page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^" + Regex.Escape(words) + "(\\s|:|$)") })
            .Locator("visible=true")
            .First;
        await Go(() => button.ClickAsync());
    }

    public Task Follow(string words) =>
        Go(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^" + Regex.Escape(words)) }).First.ClickAsync());

    /// <summary>Does something that leads to another page, and waits until that is there.</summary>
    public async Task Go(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage arrived) => loaded.TrySetResult();
        page.Load += Loaded;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Loaded;
    }

    /// <summary>Names of the fields that the page offers to fill in.</summary>
    public async Task<IReadOnlyList<string>> Fields() =>
        await page.Locator("main")
            .EvaluateAsync<string[]>(
                "main => [...new Set([...main.querySelectorAll('input:not([type=hidden]), textarea, select')].map(field => field.name))]"
            );

    /// <summary>The words of the main part.</summary>
    public Task<string> Words() => page.Locator("main").InnerTextAsync();
}
