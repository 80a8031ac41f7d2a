using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// Lets replies about goals join the figures that everybody may see: goal by goal and in steps, as those to the summary do
/// (<see cref="DrawHearingReplies"/>). The caller has asked for permission.
/// </summary>
public sealed class DrawGoalReplies(Db db)
{
    private static readonly SafeRule Rule = SafeRule.Default;

    public async Task Run(Guid initiative, CancellationToken cancellation)
    {
        if (!(await db.Query<State>(StateSql, new { initiative }, cancellation)).Any(IsDue))
            return;
        await db.Maintenance<Done>(
            async tx =>
            {
                // Two people who look at once: the second waits here and finds nothing due.
                await tx.Find<string>(HoldSql, new { initiative });
                foreach (var state in (await tx.Query<State>(StateSql, new { initiative })).Where(IsDue))
                    await tx.Execute(DrawSql, new { initiative, state.GoalId });
                return Done.It;
            },
            cancellation
        );
    }

    private static bool IsDue(State now) =>
        now.Waiting + now.Gone > 0 && SafeSteps.MayDraw(new(now.Drawn, now.Drawn), now.Drawn + now.Waiting - now.Gone, Rule);

    private const string HoldSql = "select slug from goal_hearing where initiative_id = @initiative for update";

    private const string StateSql = """
        select goal_id, (count(*) filter (where drawn))::int as drawn,
               (count(*) filter (where not drawn and withdrawn_on is null))::int as waiting,
               (count(*) filter (where drawn and withdrawn_on is not null))::int as gone
        from goal_reply where initiative_id = @initiative group by goal_id
        """;

    private const string DrawSql = """
        update goal_reply set drawn = withdrawn_on is null, verdict = case when withdrawn_on is null then verdict end
        where initiative_id = @initiative and goal_id = @GoalId and drawn = (withdrawn_on is not null)
        """;

    private sealed record State
    {
        public required Guid GoalId { get; init; }
        public required int Drawn { get; init; }
        public required int Waiting { get; init; }
        public required int Gone { get; init; }
    }
}
