// The machine's own Firefox over WebDriver BiDi, the protocol that it speaks itself: no driver beside it, no patched build.

using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Browser.Tests.Support;

/// <summary>One window of Firefox without a screen.</summary>
public sealed partial class Firefox : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly ClientWebSocket socket = new();
    private string window = "";
    private Task said = Task.CompletedTask;
    private int calls;

    private Firefox(Process process, DirectoryInfo profile) => (this.process, this.profile) = (process, profile);

    /// <summary>The program's name on this machine; null when it is not there.</summary>
    public static string? Program => new[] { "firefox-esr", "firefox" }.FirstOrDefault(Terminal.Has);

    public static async Task<Firefox> Start()
    {
        var profile = Directory.CreateTempSubdirectory();
        var process = Process.Start(
            new ProcessStartInfo(Program!, ["--headless", "--no-remote", "--profile", profile.FullName, "--remote-debugging-port=0"])
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                Environment = { ["HOME"] = profile.FullName },
            }
        )!;
        var firefox = new Firefox(process, profile);
        try
        {
            using var late = new CancellationTokenSource(Patience);
            string? line;
            Match listening;
            do line = await process.StandardError.ReadLineAsync(late.Token) ?? throw new InvalidOperationException("Firefox has ended.");
            while (!(listening = Listening().Match(line)).Success);
            // What else it says is read, so that it never waits for a reader.
            firefox.said = Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
            await firefox.socket.ConnectAsync(new Uri(listening.Groups[1].Value + "/session"), late.Token);
            await firefox.Call("session.new", new JsonObject { ["capabilities"] = new JsonObject() });
            var tree = await firefox.Call("browsingContext.getTree", []);
            firefox.window = tree["contexts"]![0]!["context"]!.GetValue<string>();
            return firefox;
        }
        catch
        {
            await firefox.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens an address and waits until it is there.</summary>
    public Task Open(Uri address) =>
        Call(
            "browsingContext.navigate",
            new JsonObject
            {
                ["context"] = window,
                ["url"] = address.ToString(),
                ["wait"] = "complete",
            }
        );

    /// <summary>Runs an expression on the page; its value as text.</summary>
    public async Task<string> Run(string expression)
    {
        var answer = await Call(
            "script.evaluate",
            new JsonObject
            {
                ["expression"] = expression,
                ["target"] = new JsonObject { ["context"] = window },
                ["awaitPromise"] = true,
            }
        );
        return answer["type"]?.GetValue<string>() == "success"
            ? answer["result"]!["value"]?.ToString() ?? ""
            : throw new InvalidOperationException($"{expression}: {answer.ToJsonString()}");
    }

    /// <summary>Waits until these words are on the page.</summary>
    public async Task Until(string words)
    {
        var seen = "";
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(10))
            if (
                (seen = await Run("document.readyState === 'complete' ? document.body.innerText : ''")).Contains(
                    words,
                    StringComparison.Ordinal
                )
            )
                return;
        throw new TimeoutException($"\"{words}\" does not come to the page:\n{seen}");
    }

    private async Task<JsonNode> Call(string method, JsonObject parameters)
    {
        using var late = new CancellationTokenSource(Patience);
        var id = ++calls;
        var call = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, true, late.Token);
        while (true)
        {
            var message = await Receive(late.Token);
            if (message["id"]?.GetValue<int>() != id)
                continue; // an event
            return message["type"]!.GetValue<string>() == "success"
                ? message["result"]!
                : throw new InvalidOperationException($"{method}: {message.ToJsonString()}");
        }
    }

    private async Task<JsonNode> Receive(CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellation);
            whole.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        return JsonNode.Parse(whole.ToArray()) ?? throw new JsonException("null");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        await said;
        process.Dispose();
        profile.Delete(recursive: true);
    }

    [GeneratedRegex(@"WebDriver BiDi listening on (ws://\S+)")]
    private static partial Regex Listening();
}
