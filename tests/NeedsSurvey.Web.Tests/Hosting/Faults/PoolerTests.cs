using System.Net;
using NeedsSurvey.App;
using NeedsSurvey.App.Database;
using NeedsSurvey.Web.Tests.Responses;
using Npgsql;

namespace NeedsSurvey.Web.Tests.Hosting.Faults;

/// <summary>Fault 6 and P-1 to P-4: PgBouncer as it is installed, in both modes.</summary>
public sealed class PoolerTests(PoolerTests.Server server) : IClassFixture<PoolerTests.Server>
{
    [SkippableTheory]
    [InlineData("session")]
    [InlineData("transaction")]
    public async Task Fault_6_everything_works_behind_a_pooler_that_ignores_no_parameter(string mode)
    {
        await using var pooler = await server.Pooler(mode);
        var site = await TestSite.On(pooler.Connection(await server.Node.NewDatabase()));
        Assert.Equal((true, false), (site.Database.Sources.IsPooled, site.Database.Sources.Prepares));
        await Work(site);
        await site.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData("session")]
    [InlineData("transaction")]
    public async Task Fault_P4_behind_a_pooler_a_read_cannot_write(string mode)
    {
        await using var pooler = await server.Pooler(mode);
        var site = await TestSite.On(pooler.Connection(await server.Node.NewDatabase()));
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            site.Database.Db.Query<int>("delete from schema_migration returning 1")
        );
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
        // Nor has the next one, on the same server connection, become read-only by it.
        await site.Database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute("delete from session where false");
            return Done.It;
        });
        var inSnapshot = await Assert.ThrowsAsync<PostgresException>(() =>
            site.Database.Db.Snapshot(moment => moment.Query<int>("delete from schema_migration returning 1"))
        );
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, inSnapshot.SqlState);
        await site.DisposeAsync();
    }

    [SkippableFact]
    public async Task Fault_P2_the_first_statement_that_a_pooler_mixes_up_is_the_last_that_is_prepared()
    {
        await using var pooler = await server.Pooler("transaction");
        var asked = pooler.Connection(await server.Node.NewDatabase()) + ";Max Auto Prepare=50;Auto Prepare Min Usages=2";
        var sources = new DataSources(asked);
        var said = 0;
        sources.MixedUp = () => said++;
        await new MigrationRunner(Migration.All).Apply(sources, default);
        Assert.True(sources.Prepares, "The operator's own words win.");
        var db = new Db(sources);
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), async (n, stop) =>
        {
            try
            {
                await db.One<int>(n % 2 == 0 ? "select 1" : "select 2", null, stop);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Whatever comes of somebody else's statement.
            }
        });
        Assert.Equal((false, 1), (sources.Prepares, said));
        Assert.Equal(1, await db.One<int>("select 1"));
        await sources.DisposeAsync();
    }

    [SkippableFact]
    public async Task Fault_P1_a_connection_string_that_a_pooler_will_always_refuse_ends_the_start_in_words()
    {
        await using var pooler = await server.Pooler("transaction");
        await using var sources = new DataSources(pooler.Connection("postgres") + ";Options=-c jit=off");
        var refused = await Assert.ThrowsAsync<StartException>(() => new MigrationRunner(Migration.All).Apply(sources, default));
        Assert.Contains("Remove \"Options\"", refused.Message, StringComparison.Ordinal);
    }

    private static async Task Work(TestSite site)
    {
        var listening = await site.Listening();
        using var client = site.NewClient();
        using var api = await site.Bearer(listening.Owner.Org);
        var survey = await site.Data.Survey(SampleSurveys.OneQuestion);
        var statuses = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 120), new ParallelOptions { MaxDegreeOfParallelism = 12 }, async (n, stop) =>
        {
            if (n % 4 == 0)
                statuses.Add(await client.Submit(survey));
            else if (n % 4 == 1)
                statuses.Add((await client.GetAsync("s/" + survey, stop)).StatusCode);
            else if (n % 4 == 2)
                statuses.Add((await api.GetAsync($"api/v1/surveys/{listening.Survey}/results", stop)).StatusCode);
            else
                statuses.Add((await listening.Open("/")).Status);
        });
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Created], statuses.Distinct().Order());
        Assert.Equal(30, await site.Rows(survey));
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync($"api/v1/surveys/{listening.Survey}/export")).StatusCode);
    }

    /// <summary>The server behind the poolers of this class.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public PostgresNode Node { get; private set; } = null!;

        public async Task<Pooler> Pooler(string mode)
        {
            var program = OwnServers.PgBouncer();
            Node ??= await PostgresNode.Primary(await OwnServers.Binaries());
            return await NeedsSurvey.Testing.Pooler.Before(Node, program, mode);
        }

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync()
        {
            if (Node is not null)
                await Node.DisposeAsync();
        }
    }
}
