using NeedsSurvey.App.Goals;

namespace NeedsSurvey.App.Tests.Goals;

/// <summary>What is decided about a goal is decided from what is stored at that moment.</summary>
public sealed class AdoptionRaceTests(TestData data) : IClassFixture<TestData>
{
    [Fact]
    public async Task A_goal_deleted_while_it_is_adopted_is_not_found()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answer(housing: "5 1");
        var goal = await heard.Goal("Deleted meanwhile", housing: 0, pillar: 0);
        // Deleted, and not committed yet: whoever adopts now must wait and then see that it is gone.
        Task<Result<Done>> adopting = null!;
        await data.Database.Db.Maintenance<Done>(async tx =>
        {
            await tx.Execute("delete from goal where initiative_id = @Id and goal_id = @goal", new { heard.Id, goal });
            adopting = data.Get<AdoptGoal>().Run(data.Owner, heard.Id, goal);
            await Task.WhenAny(adopting, Task.Delay(TimeSpan.FromSeconds(1)));
            return Done.It;
        });
        Assert.IsType<Problem.NotFound>((await adopting).Problem);
        Assert.Equal(
            0,
            await data.Database.Db.One<long>(
                "select count(*) from audit_entry where action = 'goal.adopt' and target = 'Deleted meanwhile'"
            )
        );
    }

    [Fact]
    public async Task The_gate_is_judged_by_the_primary_also_when_a_replica_serves_reads()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answer(housing: "5 1");
        var goal = await heard.Goal("Not replicated yet");
        // The replica lags: it is a database that has seen nothing of this yet.
        await using var lagging = await LaggingReplica.Of(data.Database);
        (await new AdoptGoal(lagging.Db, new(lagging.Db), TimeProvider.System).Run(data.Owner, heard.Id, goal)).OrThrow();
    }
}
