using System.CommandLine;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>migrate</c>: applies migrations and stops.</summary>
public static class MigrateVerb
{
    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var verb = new Command("migrate", "Applies migrations to the database and stops.");
        verb.SetAction(
            async (_, cancellation) =>
            {
                await using var instance = await Instance.Open(Settings.Read(), toServe: false, cancellation);
                var applied = await new MigrationRunner(Migration.All).Apply(instance.Sources, cancellation);
                await Console.Error.WriteLineAsync(
                    applied switch
                    {
                        0 => "The database is up to date.",
                        1 => "Applied 1 migration.",
                        _ => $"Applied {applied} migrations.",
                    }
                );
                return 0;
            }
        );
        return verb;
    }
}
