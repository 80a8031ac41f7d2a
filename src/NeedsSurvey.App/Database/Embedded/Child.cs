// Runs a short program (initdb, pg_ctl, npm, chown…) to its end and keeps what it said. As root the program may be run as another user.

using System.Diagnostics;

namespace NeedsSurvey.App.Database;

/// <summary>How a short child program ended: its exit code and what it wrote (both streams, in no promised order).</summary>
public sealed record Child(int ExitCode, string Output)
{
    /// <summary>True when the program reported success.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>Runs a program to its end. A program that cannot be started answers exit code 127 and the reason.</summary>
    /// <param name="program">Path or name on PATH.</param>
    /// <param name="arguments">Passed as they are; no shell in between.</param>
    /// <param name="user">Name of the user to run as (only root may), or null for this user.</param>
    /// <param name="directory">Working directory; the root directory when null, which every user may enter.</param>
    /// <param name="cancellation">Ends the program with its children.</param>
    public static async Task<Child> Run(
        string program,
        IEnumerable<string> arguments,
        string? user = null,
        string? directory = null,
        CancellationToken cancellation = default
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? Path.GetPathRoot(Environment.SystemDirectory is { Length: > 0 } system ? system : "/")!,
        };
        start.Environment["LC_ALL"] = "C";
        if (user is not null && !OperatingSystem.IsWindows())
            start.UserName = user;
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            try
            {
                await process.WaitForExitAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
            return new Child(process.ExitCode, await errors + await output);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return new Child(127, e.Message);
        }
    }
}
