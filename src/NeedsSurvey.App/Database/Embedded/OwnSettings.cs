namespace NeedsSurvey.App.Database;

/// <summary>What an operator may say about the program's own server; all of it may be left out.</summary>
public sealed record OwnSettings
{
    /// <summary><c>NeedsSurvey__PostgresBinaries</c>: the directory with <c>initdb</c>, <c>postgres</c> and <c>pg_ctl</c>.</summary>
    public string? Binaries { get; init; }

    /// <summary><c>NeedsSurvey__PostgresRepository</c>: the Maven repository to fetch a server from; null for Maven's own.</summary>
    public string? Repository { get; init; }

    /// <summary>Lines for <c>local.conf</c> of a new cluster.</summary>
    public string? LocalConfiguration { get; init; }
}
