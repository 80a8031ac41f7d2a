// Every file of the program, every connection and every person who is answering is an open file to the system. With few of them allowed
// the program would start, say that it is ready, and end at the first request for want of one.

using System.Runtime.InteropServices;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Whether the system lets this process open enough files.</summary>
public static class OpenFiles
{
    /// <summary>The program alone takes some 270, its connections to PostgreSQL 90.</summary>
    public const ulong Least = 512;

    /// <summary>Below it, few people can answer at the same time.</summary>
    public const ulong Enough = 1024;

    /// <summary>The sentence for a limit, and whether the program may go on.</summary>
    public static (bool GoOn, string? Words) Judge(ulong limit) =>
        limit >= Enough
            ? (true, null)
            : (
                limit >= Least,
                $"This process may open {limit} files only; NeedsSurvey needs {Enough} to serve people well"
                    + (limit >= Least ? "" : $" and {Least} to run at all")
                    + $". Allow more (ulimit -n {Enough}, or LimitNOFILE= in a service), then start again."
            );

    /// <summary>
    /// Asks the system; .NET has raised the limit to what is allowed when it started. False when the program must not go on.
    /// </summary>
    public static bool Suffice(Action<string> say)
    {
        if (!OperatingSystem.IsLinux() || ReadLimit(FilesOnLinux, out var limit) != 0)
            return true;
        var (goOn, words) = Judge(limit.Soft);
        if (words is not null)
            say(words);
        return goOn;
    }

    private const int FilesOnLinux = 7;

    [DllImport("libc", EntryPoint = "getrlimit")]
    private static extern int ReadLimit(int resource, out Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
