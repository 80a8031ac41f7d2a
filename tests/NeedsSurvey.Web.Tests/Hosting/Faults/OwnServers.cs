using System.Net;
using System.Net.Http.Json;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Tests.Hosting.Faults;

/// <summary>What tests with servers of their own share: where they cannot run they are skipped, and say so.</summary>
internal static class OwnServers
{
    /// <summary>PostgreSQL's programs; skips the test where those for replication are missing.</summary>
    public static async Task<PostgresBinaries> Binaries()
    {
        Skip.IfNot(Thorough.Run, Thorough.Skipped);
        var found = await PostgresNode.Binaries();
        Skip.If(found is null, "NO REPLICATION: pg_basebackup is not beside this machine's PostgreSQL. Nothing was tested here.");
        return found!;
    }

    /// <summary>PgBouncer; skips the test where it is missing.</summary>
    public static string PgBouncer()
    {
        var found = Pooler.Program();
        Skip.If(found is null, "NO POOLER: pgbouncer is not installed. Nothing was tested here.");
        return found!;
    }

    /// <summary>An empty database, answering its name.</summary>
    public static async Task<string> NewDatabase(this PostgresNode node)
    {
        var name = "needssurvey_" + Guid.NewGuid().ToString("N")[..8];
        await node.Run($"create database {name} encoding 'UTF8' template template0");
        return name;
    }

    /// <summary>One answer over the API.</summary>
    public static async Task<HttpStatusCode> Submit(this HttpClient client, string slug, Guid? submission = null)
    {
        using var answer = await client.PostAsJsonAsync(
            $"s/{slug}/responses",
            new
            {
                submission = submission ?? Guid.NewGuid(),
                language = "en",
                answers = new { story = "The rent rose again." },
            }
        );
        return answer.StatusCode;
    }

    /// <summary>Status and body of <c>/health/ready</c>.</summary>
    public static async Task<(HttpStatusCode Status, string Words)> Ready(this TestSite site)
    {
        // What was found a moment ago is told again for a second.
        await Task.Delay(1100);
        using var client = site.NewClient();
        using var answer = await client.GetAsync("health/ready");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
