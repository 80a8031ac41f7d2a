using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Tests.Needs;
using NeedsSurvey.App.Tests.Support;

namespace NeedsSurvey.App.Tests.Goals;

/// <summary>What is decided about a goal is decided from what is stored at that moment.</summary>
public sealed class AdoptionRaceTests(HeardWorld world) : IClassFixture<HeardWorld>
{
    [Fact]
    public async Task A_goal_deleted_while_it_is_adopted_is_not_found()
    {
        var heard = await world.NewInitiative(minimum: 1);
        await heard.Answer(housing: "5 1");
        var goal = await Drafted(heard, "Deleted meanwhile");
        // Deleted, and not committed yet: whoever adopts now must wait and then see that it is gone.
        Task<Result<Done>> adopting = null!;
        await world.Database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute("delete from goal where initiative_id = @Id and goal_id = @goal", new { heard.Id, goal });
            adopting = world.Get<AdoptGoal>().Run(world.Owner, heard.Id, goal);
            await Task.WhenAny(adopting, Task.Delay(TimeSpan.FromSeconds(1)));
            return Done.It;
        });
        Assert.IsType<Problem.NotFound>((await adopting).Problem);
        Assert.Equal(0, await world.Database.Db.One<long>("select count(*) from audit_entry where action = 'goal.adopt' and target = 'Deleted meanwhile'"));
    }

    [Fact]
    public async Task The_gate_is_judged_by_the_primary_also_when_a_replica_serves_reads()
    {
        var heard = await world.NewInitiative(minimum: 1);
        await heard.Answer(housing: "5 1");
        var goal = await Drafted(heard, "Not replicated yet");
        // The replica lags: it is a database that has seen nothing of this yet.
        await using var lagging = await LaggingReplica.Of(world.Database);
        (await new AdoptGoal(lagging.Db, new(lagging.Db), TimeProvider.System).Run(world.Owner, heard.Id, goal)).OrThrow();
    }

    private async Task<Guid> Drafted(Heard heard, string title)
    {
        var goal = Guid.NewGuid();
        (await world.Get<SaveGoal>().Run(world.Owner, heard.Id, goal, new() { Title = title })).OrThrow();
        return goal;
    }
}
