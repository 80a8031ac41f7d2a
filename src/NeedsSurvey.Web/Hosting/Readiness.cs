// From "listening" to "ready": the database is reached, acceptable and migrated. Until then every request but the health checks is told
// to come back. A database that is absent is waited for; one that must not be used (wrong version, fsync off, a changed migration) ends
// the program.

using Microsoft.AspNetCore.DataProtection;
using NeedsSurvey.App;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>Whether the program can answer.</summary>
public sealed class Readiness(DataSources sources, IDataProtectionProvider protection)
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
        for (var said = false; ; said = true)
        {
            try
            {
                await new MigrationRunner(Migration.All).Apply(sources, cancellation);
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

    /// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it is migrated and reaches its database now.</summary>
    public static void MapHealth(this WebApplication app)
    {
        var health = app.Public("/health").ExcludeFromDescription();
        health.MapGet("/live", () => TypedResults.Text("live\n"));
        health.MapGet("/ready", async Task<IResult> (Readiness readiness, DataSources sources, CancellationToken cancellation) =>
            readiness.IsReady && await sources.CanWrite(cancellation)
                ? TypedResults.Text("ready\n")
                : TypedResults.Text("not ready\n", statusCode: StatusCodes.Status503ServiceUnavailable)
        );
    }
}
