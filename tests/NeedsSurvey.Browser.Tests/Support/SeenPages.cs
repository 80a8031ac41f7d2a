// What every page must hold, looked at once the story is over: no axe violation at 360 and 1280 px in light and dark, no sideways
// scrolling at 320 px, no id that stands twice. Pages are kept as they came (many are answers to a POST) and laid out again in a context
// with script, which axe needs and the story forbids itself. A thorough run looks at both widths of every page, any other at one width of
// one page in ten, by turns.

using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace NeedsSurvey.Browser.Tests.Support;

/// <summary>The pages that a story has visited.</summary>
public sealed class SeenPages(IBrowser browser, Uri address)
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("NEEDSSURVEY_SCREENSHOTS") is { Length: > 0 } folder
        ? folder
        : null;

    private static readonly (int Width, int Height)[] Sizes = [(1280, 900), (360, 740)];

    private readonly List<Kept> pages = [];
    private readonly Turns<(int Width, int Height)> sizes = new(Sizes, few: 1);
    private readonly ConcurrentBag<string> faults = [];
    private int met;

    private sealed record Kept(string Name, string Url, string Html, IReadOnlyList<(int Width, int Height)> Sizes);

    /// <summary>Keeps a page as it is now.</summary>
    public async Task Keep(IPage page, string name)
    {
        if (Thorough.Run || met++ % 10 == 0)
            pages.Add(new(name, page.Url, await page.ContentAsync(), sizes.Next()));
    }

    /// <summary>A context whose every request and console message is watched.</summary>
    public async Task<IBrowserContext> Watch(BrowserNewContextOptions options)
    {
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(15_000);
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal))
                faults.Add($"asked somebody else: {request.Url}");
        };
        context.Console += (_, message) =>
        {
            // A refused form answers with its own status, which the browser remarks upon.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of 4", StringComparison.Ordinal))
                faults.Add($"console of {message.Page?.Url}: {message.Text}");
        };
        return context;
    }

    /// <summary>Looks at every kept page; answers what is wrong, a line each.</summary>
    public async Task<IReadOnlyCollection<string>> Check()
    {
        var queue = new ConcurrentQueue<Kept>(pages);
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Work(queue)));
        return [.. faults.Distinct().Order(StringComparer.Ordinal)];
    }

    private async Task Work(ConcurrentQueue<Kept> queue)
    {
        await using var context = await browser.NewContextAsync(new() { BypassCSP = true });
        var page = await context.NewPageAsync();
        var html = "";
        await page.RouteAsync("**/*", route =>
            route.Request.ResourceType == "document" && route.Request.Frame == page.MainFrame
                ? route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" })
                : route.ContinueAsync()
        );
        while (queue.TryDequeue(out var seen))
        {
            html = seen.Html;
            await page.GotoAsync(seen.Url.Split('#')[0]);
            await page.EvaluateAsync(AxeScript);
            foreach (var (width, height) in seen.Sizes)
            {
                await page.SetViewportSizeAsync(width, height);
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    // Only colours differ between light and dark.
                    foreach (var violation in await page.EvaluateAsync<string[]>(RunAxe, scheme == ColorScheme.Light))
                        faults.Add($"{seen.Name} at {width} px, {scheme}: {violation}");
                    if (Screenshots is not null)
                        await page.ScreenshotAsync(
                            new()
                            {
                                Path = Path.Combine(Screenshots, $"{seen.Name}-{width}-{scheme}.png".ToLowerInvariant()),
                                FullPage = true,
                            }
                        );
                }
            }
            if (await page.EvaluateAsync<string>(Twice) is { Length: > 0 } twice)
                faults.Add($"{seen.Name} has ids that stand twice: {twice}");
            await page.SetViewportSizeAsync(320, 640);
            if (await page.EvaluateAsync<string>(Sideways) is { Length: > 0 } wide)
                faults.Add($"{seen.Name} scrolls sideways at 320 px: {wide}");
        }
    }

    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private const string RunAxe = """
        async whole => {
          const found = await axe.run(document, whole ? { resultTypes: ['violations'] }
                    : { resultTypes: ['violations'], runOnly: ['color-contrast'] });
          return found.violations.map(violation => `${violation.id}: ${violation.nodes.slice(0,
              4).map(node => node.target.join(' ') + ' ' + node.html.slice(0, 120)).join(' | ')}`);
        }
        """;

    private const string Twice = """
        () => [...document.querySelectorAll('[id]')].map(one => one.id).filter((id, at, all) => all.indexOf(id) < at).join(', ')
        """;

    private const string Sideways = """
        () => document.documentElement.scrollWidth <= window.innerWidth ? '' :
          [...document.querySelectorAll('body *')].filter(one =>
              one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1 && !one.closest('.scroll'))
            .slice(-3).map(one => one.tagName.toLowerCase() + '.' + one.className + ' ' + one.textContent.slice(0, 40)).join(', ')
            || 'the page itself'
        """;
}
