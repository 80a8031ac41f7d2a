// The built program as a process of its own, with an embedded PostgreSQL in a directory of its own: to kill, to start twice, to stop.

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using NeedsSurvey.Web;

namespace NeedsSurvey.Testing;

/// <summary>Signals, by their numbers on every Unix.</summary>
public enum UnixSignal
{
    Kill = 9,
    Terminate = 15,
}

/// <summary>One run of the program.</summary>
public sealed class ProgramProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();

    private ProgramProcess(Process process, Uri address)
    {
        (this.process, Address) = (process, address);
        process.OutputDataReceived += (_, line) =>
        {
            lock (output)
                output.AppendLine(line.Data);
        };
        process.ErrorDataReceived += (_, line) =>
        {
            lock (errors)
                errors.AppendLine(line.Data);
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where it listens (or will).</summary>
    public Uri Address { get; }

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>What it wrote to stdout so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>What it wrote to stderr so far.</summary>
    public string Errors
    {
        get
        {
            lock (errors)
                return errors.ToString();
        }
    }

    /// <summary>Starts the program on a data directory.</summary>
    /// <param name="dataDirectory">Setting <c>NeedsSurvey__DataDirectory</c>.</param>
    /// <param name="arguments">Verb and options; none serves.</param>
    /// <param name="settings">More environment variables.</param>
    public static ProgramProcess Start(string dataDirectory, string[]? arguments = null, params (string Name, string Value)[] settings) =>
        StartAt(new Uri($"http://127.0.0.1:{FreePort()}/"), dataDirectory, arguments, settings);

    /// <summary>Starts the program at a given address: again, after it was killed there.</summary>
    public static ProgramProcess StartAt(
        Uri address,
        string dataDirectory,
        string[]? arguments = null,
        params (string Name, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, .. arguments ?? []])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Not the tests' own directory: the program must not depend on where it is started.
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["NeedsSurvey__DataDirectory"] = dataDirectory;
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment.Remove("ConnectionStrings__Postgres");
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new ProgramProcess(Process.Start(start)!, address);
    }

    /// <summary>Waits until it answers as ready; throws with what it said when it ends instead.</summary>
    public async Task<ProgramProcess> UntilReady(int seconds = 180)
    {
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(2) };
        for (var started = Stopwatch.StartNew(); started.Elapsed < TimeSpan.FromSeconds(seconds); await Task.Delay(20))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The program ended with {process.ExitCode}: {Output}{Errors}");
            try
            {
                if ((await client.GetAsync("health/ready")).IsSuccessStatusCode)
                    return this;
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }
        }
        throw new TimeoutException($"The program was not ready after {seconds} s: {Output}{Errors}");
    }

    /// <summary>Waits until it has written this to stdout.</summary>
    public async Task UntilSaid(string words, int seconds = 180)
    {
        for (var started = Stopwatch.StartNew(); !Output.Contains(words, StringComparison.Ordinal); await Task.Delay(20))
            if (started.Elapsed > TimeSpan.FromSeconds(seconds) || process.HasExited)
                throw new TimeoutException($"The program did not say \"{words}\": {Output}{Errors}");
    }

    /// <summary>Waits for its end and answers the exit code.</summary>
    public async Task<int> UntilEnd(int seconds = 180)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode;
    }

    /// <summary>kill -9: no chance to clean up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a service manager stops it; answers the exit code.</summary>
    public async Task<int> Stop()
    {
        // One that has just ended by itself cannot be reached, and need not be.
        if (!process.HasExited)
            _ = Send(process.Id, (int)UnixSignal.Terminate);
        return await UntilEnd();
    }

    /// <summary>Sends a signal to any process: by the system's own call, since a small machine lacks the program kill.</summary>
    public static void Signal(int process, UnixSignal signal) =>
        Assert.True(Send(process, (int)signal) == 0, $"{signal} could not be sent to {process}.");

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Send(int process, int signal);

    /// <summary>Process id of the embedded server on a data directory, or null when none is noted.</summary>
    public static int? ServerOf(string dataDirectory)
    {
        var file = Path.Combine(dataDirectory, "pgdata", "postmaster.pid");
        return File.Exists(file) ? int.Parse(File.ReadLines(file).First(), System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    /// <summary>How to reach the program's database on the embedded server of a data directory while it runs.</summary>
    public static string ConnectionTo(string dataDirectory)
    {
        var lines = File.ReadAllLines(Path.Combine(dataDirectory, "pgdata", "postmaster.pid"));
        return new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = lines[4].Length > 0 ? lines[4] : lines[5],
            Port = int.Parse(lines[3], System.Globalization.CultureInfo.InvariantCulture),
            Username = "needssurvey",
            Password = File.ReadAllText(Path.Combine(dataDirectory, "password")),
            Database = "needssurvey",
        }.ConnectionString;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Stop();
        process.Dispose();
    }

    // Below the ports that systems give to outgoing connections and to listeners without a wish: one of those could be taken between now
    // and the program's start, or while it is down between a kill and the next start.
    private static int FreePort()
    {
        while (true)
        {
            using var listener = new TcpListener(IPAddress.Loopback, RandomNumberGenerator.GetInt32(15_000, 30_000));
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException)
            {
                // Taken.
            }
        }
    }
}
