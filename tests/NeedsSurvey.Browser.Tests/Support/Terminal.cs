// A terminal that a program runs in, driven by keys and read as a screen. tmux is the terminal: it understands whatever the program paints.

using System.Diagnostics;
using System.Globalization;

namespace NeedsSurvey.Browser.Tests.Support;

/// <summary>A program in a terminal of 100 columns, tall enough for whole pages.</summary>
public sealed class Terminal : IAsyncDisposable
{
    private readonly string socket = "needssurvey-" + Guid.NewGuid().ToString("N");

    private Process? program;

    private Terminal() { }

    /// <summary>Starts a program.</summary>
    /// <param name="command">For the shell, which it takes the place of (<c>exec</c>).</param>
    public static async Task<Terminal> Start(string command)
    {
        var terminal = new Terminal();
        await terminal.Tmux("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "120", "exec " + command);
        var id = int.Parse(await terminal.Tmux("display-message", "-p", "#{pane_pid}"), CultureInfo.InvariantCulture);
        terminal.program = Process.GetProcessById(id);
        return terminal;
    }

    /// <summary>Presses keys, by tmux's names (<c>Tab</c>, <c>Enter</c>); other words are typed as they stand.</summary>
    public Task Press(params string[] keys) => Tmux(["send-keys", "--", .. keys]);

    /// <summary>What is on the screen.</summary>
    public Task<string> Screen() => Tmux("capture-pane", "-p");

    /// <summary>
    /// Waits until all these words are on the screen and it stands still: browsers drop keys, or take them for another page, while one is
    /// on its way.
    /// </summary>
    public async Task Until(params string[] words)
    {
        var (screen, still) = ("", 0);
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(20))
        {
            var now = await Screen();
            still = now == screen ? still + 1 : 0;
            screen = now;
            if (still >= 3 && words.All(some => screen.Contains(some, StringComparison.Ordinal)))
                return;
        }
        throw new TimeoutException($"\"{string.Join("\", \"", words)}\" does not come to the screen:\n{screen.Trim()}");
    }

    /// <summary>Whether a program is on this machine.</summary>
    public static bool Has(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    /// <summary>Ends the program, and waits for it: some still write their history into the folder that a test removes next.</summary>
    public async ValueTask DisposeAsync()
    {
        await Tmux("kill-server");
        if (program is null)
            return;
        await program.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
        program.Dispose();
    }

    private async Task<string> Tmux(params string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo("tmux", ["-L", socket, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var (output, fault) = (run.StandardOutput.ReadToEndAsync(), run.StandardError.ReadToEndAsync());
        await run.WaitForExitAsync();
        // The last program that ends takes its terminal with it.
        if (run.ExitCode != 0 && arguments[0] != "kill-server")
            throw new InvalidOperationException($"tmux {arguments[0]}: {await fault}");
        return await output;
    }
}
