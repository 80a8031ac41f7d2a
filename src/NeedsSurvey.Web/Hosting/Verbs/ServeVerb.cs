// The running program, from opening the database to closing it: listen at once, become ready when the database is there and migrated,
// drain on SIGTERM or Ctrl+C, and stop PostgreSQL last.

using System.CommandLine;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>serve</c>: the default verb.</summary>
public static class ServeVerb
{
    /// <summary>The verb, given how the web program is built.</summary>
    public static Command Make(Func<Settings, DataSources, WebApplication> build)
    {
        var verb = new Command("serve", "Starts the program (and its own PostgreSQL, unless a connection string is set).");
        verb.SetAction(
            async (_, cancellation) =>
            {
                var settings = Settings.Read();
                await using var instance = await Instance.Open(settings, toServe: true, cancellation);
                await using var app = build(settings, instance.Sources);
                try
                {
                    await app.StartAsync(cancellation);
                }
                catch (Exception e) when (ListenWords.Of(settings.Urls, e) is { } words)
                {
                    throw new StartException(words, e);
                }
                using var stop = cancellation.Register(app.Lifetime.StopApplication);
                try
                {
                    await app.Services.GetRequiredService<Readiness>().Reach(Console.Error.WriteLine, app.Lifetime.ApplicationStopping);
                    foreach (var url in app.Urls)
                        await Console.Out.WriteLineAsync($"NeedsSurvey is ready at {url}");
                    if (await app.Services.GetRequiredService<CreateSetupLink>().Run(cancellation) is { } token)
                        await Console.Out.WriteLineAsync(
                            "Nobody has an account yet. To become the owner, open this link; it works once:\n"
                                + app.Services.GetRequiredService<PublicLinks>().Of("/setup?token=" + token)
                        );
                }
                catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
                {
                    // Asked to stop before the database was there.
                }
                await app.WaitForShutdownAsync(CancellationToken.None);
                return 0;
            }
        );
        return verb;
    }
}
