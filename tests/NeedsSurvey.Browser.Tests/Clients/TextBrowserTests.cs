// Browsers without stylesheets and script, as people use them who read by touch or have little data (clients, row 3). They are installed by
// .ci/browsers; a machine without one says so and skips its tests.

using System.Text.Json.Nodes;
using NeedsSurvey.Browser.Tests.Support;

namespace NeedsSurvey.Browser.Tests.Clients;

public sealed class TextBrowserTests(TestSite site) : IClassFixture<TestSite>
{
    // What stands before a page's own fields: the way past the frame, the button that Enter presses, Back, Leave.
    private const int EnterButton = 2;
    private const int FirstField = 5;
    private const int StartButton = 3;

    // At the foot of every page but the first and the last.
    private const string LastWords = "We do not ask or store who you are.";

    /// <summary>The browsers, each with the keys to its next and last control.</summary>
    public static TheoryData<string> Browsers => ["w3m", "lynx", "links"];

    // clients, row 5
    [SkippableTheory]
    [MemberData(nameof(Browsers))]
    public async Task Whoever_presses_Continue_throughout_has_answered_nothing(string program)
    {
        var slug = await Answer(program, page => page with { Puts = [] });
        Assert.Equal(new JsonObject().ToJsonString(), (await EveryKind.Stored(site, slug)).ToJsonString());
    }

    // clients, row 11
    [SkippableTheory]
    [MemberData(nameof(Browsers))]
    public async Task What_was_answered_in_a_text_browser_is_what_is_stored(string program)
    {
        var slug = await Answer(program, page => page);
        var stored = await EveryKind.Stored(site, slug);
        Assert.True(JsonNode.DeepEquals(EveryKind.Said, stored), stored.ToJsonString());
    }

    /// <summary>The survey of every kind, to the receipt; answers its address.</summary>
    private async Task<string> Answer(string program, Func<KindPage, KindPage> what)
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        Skip.IfNot(Terminal.Has(program) && Terminal.Has("tmux"), $"NO {program} OR NO tmux: nothing was tried here. See .ci/browsers.");
        var slug = await site.Data.Survey(EveryKind.Survey);
        var home = Directory.CreateTempSubdirectory();
        try
        {
            await using var terminal = await Terminal.Start(Command(program, home.FullName, new Uri(site.Address, "/s/" + slug)));
            await terminal.Until("You can skip any question", "We publish what we heard");
            await PressAt(terminal, program, from: 1, to: StartButton, "Enter");
            foreach (var page in EveryKind.Pages.Select(what))
            {
                await terminal.Until(page.Heading, LastWords);
                var at = 1;
                foreach (var put in page.Puts)
                    at = await Fill(terminal, program, at, put);
                await PressAt(terminal, program, at, EnterButton, "Enter");
            }
            await terminal.Until("Check your answers", LastWords);
            await PressAt(terminal, program, 1, EnterButton, "Enter");
            await terminal.Until("Your code to see what happens");
        }
        finally
        {
            home.Delete(recursive: true);
        }
        return slug;
    }

    private static string Command(string program, string home, Uri address)
    {
        // w3m hands fields of several lines to an editor, and Links greets whoever has no settings yet.
        var editor = Path.Combine(home, "editor");
        File.WriteAllText(editor, "echo much > \"$1\"\n");
        Directory.CreateDirectory(Path.Combine(home, ".links2"));
        File.WriteAllText(Path.Combine(home, ".links2", "links.cfg"), "");
        // Lynx shows a page before the whole of it has come, unless it is told not to.
        var settings = Path.Combine(home, "lynx.cfg");
        File.WriteAllText(settings, "PARTIAL:FALSE\n");
        var options = program switch
        {
            "w3m" => $"-o 'editor=sh {editor}'",
            "lynx" => $"-cfg={settings}",
            _ => "",
        };
        return $"env HOME={home} LANG=C.UTF-8 {program} {options} {address}";
    }

    private static Task PressAt(Terminal terminal, string program, int from, int to, params string[] keys)
    {
        var (next, last) = program == "w3m" ? (["Tab"], ["Escape", "Tab"]) : (new[] { "Down" }, new[] { "Up" });
        var step = to > from ? next : last;
        return terminal.Press([.. Enumerable.Repeat(step, Math.Abs(to - from)).SelectMany(key => key), .. keys]);
    }

    private static async Task<int> Fill(Terminal terminal, string program, int at, Put put)
    {
        var to = FirstField + put.Field;
        await PressAt(
            terminal,
            program,
            at,
            to,
            (put, program) switch
            {
                (Put.On, _) => ["Enter"],
                (Put.Choose choose, _) => ["Enter", .. Enumerable.Repeat("Down", choose.Option), "Enter"],
                (Put.Line line, "w3m") => ["Enter", line.Words, "Enter"],
                (Put.Lines, "w3m") => ["Enter"],
                (Put.Line line, _) => [line.Words],
                (Put.Lines lines, _) => [lines.Words],
                _ => throw new System.Diagnostics.UnreachableException(),
            }
        );
        return to;
    }
}
