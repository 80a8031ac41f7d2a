// From "listening" to "ready": the database is reached, acceptable and migrated. Until then every request but the health checks is told
// to come back. A database that is absent is waited for; one that must not be used (wrong version, fsync off, a changed migration) ends
// the program.

using Microsoft.AspNetCore.DataProtection;
using NeedsSurvey.App;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Whether the program can answer.</summary>
public sealed partial class Readiness(DataSources sources, IDataProtectionProvider protection, ILogger<Readiness> log)
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private volatile bool ready;

    /// <summary>True once the database has been reached and migrated.</summary>
    public bool IsReady => ready;

    /// <summary>Tries until the database is there and migrated.</summary>
    /// <param name="say">Told once that the program is waiting, and why.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task Reach(Action<string> say, CancellationToken cancellation)
    {
        sources.CommittedHereOnly = () => LogUnreplicated(log, sources.Unreplicated);
        sources.MixedUp = () => LogMixedUp(log, DataSources.PoolerAdvice);
        for (var said = false; ; said = true)
        {
            try
            {
                await new MigrationRunner(Migration.All).Apply(sources, cancellation);
                if (sources is { IsPooled: true, Prepares: false })
                    say(
                        "A pooler stands before PostgreSQL: statements are not prepared; settings are the role's (deployment.md)."
                    );
                // The keys of form tokens are read, or made, now and not while the first person waits.
                protection.CreateProtector("start").Protect([]);
                ready = true;
                return;
            }
            catch (Exception e) when (Outage.Of(e) is not null)
            {
                if (!said)
                    say($"The database cannot be reached yet ({e.Message}). Trying again every second.");
            }
            await Task.Delay(BetweenTries, cancellation);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "A commit was not confirmed by the synchronous standby; it is on this server only. So far since the start: {Count}"
    )]
    private static partial void LogUnreplicated(ILogger logger, long count);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Advice}")]
    private static partial void LogMixedUp(ILogger logger, string advice);
}

/// <summary>Health checks, and the gate that they describe.</summary>
public static class Health
{
    /// <summary>Answers 503 to everything but <c>/health</c> until the program is ready.</summary>
    public static void UseReadinessGate(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use(
            (http, next) =>
                readiness.IsReady || http.Request.Path.StartsWithSegments("/health")
                    ? next(http)
                    : Errors.Write(
                        http,
                        new Problem.Unavailable("The program is starting. Please try again in a moment.", TimeSpan.FromSeconds(2))
                    )
        );
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it is migrated, and its database takes answers now; below it, line
    /// by line, what is not as it should be.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        var health = app.Public("/health").ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Text("live\n"));
        health.MapGet("/ready", async Task<IResult> (Readiness readiness, DatabaseHealth database, CancellationToken cancellation) =>
        {
            if (!readiness.IsReady)
                return NotReady("The database has not been reached, or is not migrated yet.");
            var condition = await database.Look(cancellation);
            return condition.Serves ? TypedResults.Text(Lines(["ready", .. condition.Words])) : NotReady([.. condition.Words]);
        });
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult NotReady(params string[] words) =>
        TypedResults.Text(Lines(["not ready", .. words]), statusCode: StatusCodes.Status503ServiceUnavailable);

    private static string Lines(IEnumerable<string> words) => string.Concat(words.Select(line => line + "\n"));
}
