using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Hosting;

/// <summary>What an operator may set (deployment.md, "Settings"); environment variables, or appsettings.json beside the program.</summary>
public sealed record Settings
{
    /// <summary><c>ConnectionStrings__Postgres</c>; null starts the embedded server.</summary>
    public SecretText? ConnectionString { get; init; }

    /// <summary><c>ConnectionStrings__PostgresReads</c>: a replica for results and exports; null reads them from the primary.</summary>
    public SecretText? ReadsConnectionString { get; init; }

    /// <summary><c>NeedsSurvey__DataDirectory</c>; null for the user's own.</summary>
    public string? DataDirectory { get; init; }

    /// <summary><c>NeedsSurvey__PostgresBinaries</c>; null to look for them.</summary>
    public string? PostgresBinaries { get; init; }

    /// <summary><c>NeedsSurvey__PostgresRepository</c>: a Maven repository to fetch a server from; null for Maven's own.</summary>
    public string? PostgresRepository { get; init; }

    /// <summary><c>NeedsSurvey__PublicUrl</c>: how people reach the program; null for the address it listens on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary><c>ASPNETCORE_URLS</c>: where to listen.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary><c>NeedsSurvey__ForwardedHops</c>: how many proxies of one's own stand in front; 0 believes no X-Forwarded-For.</summary>
    public int ForwardedHops { get; init; }

    /// <summary>What exports on their way may take of the disk; null for the usual. Not an environment variable.</summary>
    public App.Exchange.ExportSpool.Limits? ExportSpool { get; init; }

    /// <summary>What concerns the program's own server.</summary>
    public App.Database.OwnSettings Own => new() { Binaries = PostgresBinaries, Repository = PostgresRepository };

    /// <summary>True when people come over https, so that cookies may be kept to it.</summary>
    public bool IsHttps => PublicUrl?.Scheme == Uri.UriSchemeHttps;

    /// <summary>Reads the settings; throws <see cref="App.Database.StartException"/> (usage) when one makes no sense.</summary>
    public static Settings Read()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        string? Value(string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
        // Not "? … : null": a null of text would become a secret without text.
        SecretText? Secret(string key) => Value(key) is { } value ? value : default(SecretText?);
        return new Settings
        {
            ConnectionString = Secret("ConnectionStrings:Postgres"),
            ReadsConnectionString = Secret("ConnectionStrings:PostgresReads"),
            DataDirectory = Value("NeedsSurvey:DataDirectory"),
            PostgresBinaries = Value("NeedsSurvey:PostgresBinaries"),
            PostgresRepository = Value("NeedsSurvey:PostgresRepository"),
            PublicUrl = Value("NeedsSurvey:PublicUrl") is { } url ? Parse(url) : null,
            ForwardedHops = Value("NeedsSurvey:ForwardedHops") is { } hops ? ParseHops(hops) : 0,
            Urls = Value("ASPNETCORE_URLS") ?? new Settings().Urls,
        };
    }

    private static int ParseHops(string hops) =>
        int.TryParse(hops, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var parsed)
        && parsed <= 10
            ? parsed
            : throw new App.Database.StartException(
                $"NeedsSurvey__ForwardedHops is \"{hops}\"; write the number of proxies in front, from 0 to 10.",
                exitCode: 2
            );

    private static Uri Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var parsed) && (parsed.Scheme == Uri.UriSchemeHttp || parsed.Scheme == Uri.UriSchemeHttps)
            ? parsed
            : throw new App.Database.StartException(
                $"NeedsSurvey__PublicUrl is \"{url}\"; write it like https://survey.example.org.",
                exitCode: 2
            );
}
