// The machine's own Chromium: named by CHROMIUM, found in the usual places, or installed with apt-get where the tests may do that. Without
// one these tests are skipped and say so; where CI=true a missing browser is a failure, so that nobody mistakes silence for success.

using System.Diagnostics;
using Microsoft.Playwright;

namespace NeedsSurvey.Browser.Tests.Support;

/// <summary>A real browser, one for all test classes: each test has a context of its own in it. It ends with the test process.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private static readonly Lazy<string?> Found = new(() => Find() ?? Install());

    private static readonly Lazy<Task<(IPlaywright, IBrowser)?>> Shared = new(Launch);

    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The browser; skips the test when there is none.</summary>
    public IBrowser Browser
    {
        get
        {
            if (browser is null && Environment.GetEnvironmentVariable("CI") == "true")
                Assert.Fail("CI=true and no Chromium: install it, or name it with CHROMIUM.");
            Skip.If(
                browser is null,
                "NO BROWSER: Chromium was neither found nor could it be installed. Set CHROMIUM to its path. Nothing was tested here."
            );
            return browser!;
        }
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        if (await Shared.Value is var (driver, shared))
            (playwright, browser) = (driver, shared);
    }

    private static async Task<(IPlaywright, IBrowser)?> Launch()
    {
        if (Found.Value is not { } path)
            return null;
        var driver = await Playwright.CreateAsync();
        return (driver, await driver.Chromium.LaunchAsync(Options(path)));
    }

    /// <summary>A browser of one's own that keeps pages for Back as people's do, which Playwright switches off.</summary>
    public Task<IBrowser> Remembering()
    {
        _ = Browser;
        var options = Options(Found.Value!);
        options.IgnoreDefaultArgs = ["--disable-back-forward-cache"];
        return playwright!.Chromium.LaunchAsync(options);
    }

    private static BrowserTypeLaunchOptions Options(string path) =>
        new()
        {
            ExecutablePath = path,
            Args =
            [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // A process for each new page costs more than most pages.
                "--renderer-process-limit=4",
            ],
        };

    /// <inheritdoc />
    public Task DisposeAsync() => Task.CompletedTask;

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Append("/usr/bin")
            .Append("/snap/bin");
        return folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }

    // Only where it asks nobody: as root, on a machine with apt-get.
    private static string? Install()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            return null;
        foreach (var arguments in new[] { "update -q", "install -y -q --no-install-recommends chromium" })
        {
            var start = new ProcessStartInfo("/usr/bin/apt-get", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
            using var run = Process.Start(start)!;
            run.OutputDataReceived += (_, _) => { };
            run.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
            run.BeginOutputReadLine();
            run.BeginErrorReadLine();
            if (!run.WaitForExit(TimeSpan.FromMinutes(5)) || run.ExitCode != 0)
                return null;
        }
        return Find();
    }
}
