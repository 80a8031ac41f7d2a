using System.CommandLine;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary><c>upgrade</c>: carries the program's own data over to another major version of PostgreSQL.</summary>
public static class UpgradeVerb
{
    /// <summary>The verb.</summary>
    public static Command Make()
    {
        var to = new Option<int?>("--to") { Description = "Major version to go to; the newest one unless said." };
        var verb = new Command(
            "upgrade",
            "Carries the program's own data over to another major version of PostgreSQL, and keeps the old data."
        )
        {
            to,
        };
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var settings = Settings.Read();
                if (settings.ConnectionString is not null)
                    throw new StartException(
                        "ConnectionStrings__Postgres names a server that is not NeedsSurvey's own. Upgrade that one with its own tools.",
                        exitCode: 2
                    );
                var directory = DataDirectory.Open(settings.DataDirectory);
                using var serving = directory.LockForServe();
                var done = await ClusterUpgrade.Run(directory, settings.Own, parsed.GetValue(to), Console.Error.WriteLine, cancellation);
                await Console.Error.WriteLineAsync(
                    $"""
                    The data is PostgreSQL {done.To}'s now: {done.Tables} tables with {done.Rows} rows were copied and compared.
                    The old data is kept in {done.Kept}; delete it when you have looked around in the new one.
                    """
                );
                return 0;
            }
        );
        return verb;
    }
}
