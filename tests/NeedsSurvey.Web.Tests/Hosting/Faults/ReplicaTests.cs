using System.Net;
using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.Web.Tests.Responses;

namespace NeedsSurvey.Web.Tests.Hosting.Faults;

/// <summary>Fault 4: PostgreSQL's own streaming replication, lagging and gone; no journey is shown the time before.</summary>
public sealed class ReplicaTests
{
    [SkippableFact]
    public async Task Fault_4_a_replica_that_lags_and_goes_makes_no_journey_lie()
    {
        await using var primary = await PostgresNode.Primary(await OwnServers.Binaries());
        await using var standby = await primary.Standby();
        var database = await primary.NewDatabase();
        await primary.UntilSeenBy(standby);

        // Behind in its schema from the start: the database there is still empty.
        await standby.Run("select pg_wal_replay_pause()");
        var site = await TestSite.On(primary.Connection(database), standby.Connection(database));
        await Journey(site);
        Assert.Equal(ReplicaState.Behind, site.Database.Sources.Replica!.State);
        var lags = await site.Ready();
        Assert.Equal(HttpStatusCode.OK, lags.Status);
        Assert.Contains("The replica lags", lags.Words, StringComparison.Ordinal);

        // It follows again: read there, and just as true.
        await standby.Run("select pg_wal_replay_resume()");
        await primary.UntilSeenBy(standby);
        await Task.Delay(5_100);
        Assert.True(await OnReplica(site));
        await Journey(site);
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await site.Ready());

        // Gone, with its connections.
        await standby.Kill();
        await Journey(site);
        Assert.Equal(ReplicaState.Away, site.Database.Sources.Replica!.State);
        var gone = await site.Ready();
        Assert.Equal(HttpStatusCode.OK, gone.Status);
        Assert.Contains("The replica cannot be reached", gone.Words, StringComparison.Ordinal);
        await site.DisposeAsync();

        // A start without it.
        var restarted = await TestSite.On(primary.Connection(database), standby.Connection(database));
        await Journey(restarted);
        await restarted.DisposeAsync();
    }

    [SlowFact]
    public async Task Fault_4_a_second_database_that_is_no_replica_is_never_read()
    {
        var primary = await TestDatabase.New();
        var another = await TestDatabase.New();
        var site = await TestSite.On(primary.ConnectionString, another.ConnectionString);
        await Journey(site);
        Assert.Equal(ReplicaState.NotAReplica, site.Database.Sources.Replica!.State);
        Assert.Contains("leads to no streaming replica", (await site.Ready()).Words, StringComparison.Ordinal);
        await site.DisposeAsync();
        await primary.DisposeAsync();
        await another.DisposeAsync();
    }

    private static Task<bool> OnReplica(TestSite site) =>
        site.Database.Db.Snapshot(moment => moment.One<bool>("select pg_is_in_recovery()"));

    /// <summary>Set up, publish, answer, look at the results, export, look at the receipt, take it back, look again.</summary>
    private static async Task Journey(TestSite site)
    {
        var listening = await site.Listening();
        Assert.Equal(HttpStatusCode.OK, (await listening.Open("/")).Status);
        using var api = await site.Bearer(listening.Owner.Org);
        Assert.Equal(0, await Responses(api, listening.Survey));
        var check = await (await site.NewPageClient().Open("/s/" + listening.Survey)).ToCheck();
        var receipt = (await check.Press("Submit")).Receipt();
        Assert.Equal(1, await Responses(api, listening.Survey));
        Assert.Equal(2, await Lines(api, listening.Survey));
        var shown = await (await site.NewPageClient().Open("/receipt")).Press("Show me", ("code", receipt));
        Assert.Equal("What happened with my words", shown.Heading);
        var back = await (await shown.Press("Take my answers back")).Press("Yes, delete my answers");
        Assert.Equal("Your answers are deleted", back.Heading);
        var again = await (await site.NewPageClient().Open("/receipt")).Press("Show me", ("code", receipt));
        Assert.Equal("Your answers are deleted", again.Heading);
        Assert.Equal(0, await Responses(api, listening.Survey));
        Assert.Equal(1, await Lines(api, listening.Survey));
    }

    private static async Task<int> Responses(HttpClient api, string survey) =>
        JsonElement.Parse(await api.GetStringAsync($"/api/v1/surveys/{survey}/results")).GetProperty("responses").GetInt32();

    private static async Task<int> Lines(HttpClient api, string survey) =>
        (await api.GetStringAsync($"/api/v1/surveys/{survey}/export?format=csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
}
