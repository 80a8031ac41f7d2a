// One coder's reading of one story must not be seen in figures of people who may not export. Readings join those figures many at
// once: when those of at least k people (and a quarter of those who were read before) are new or changed.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// Lets readings join safe figures when that is due; the caller has asked for permission and brought drawings up to date.
/// </summary>
public sealed class DrawStories(Db db)
{
    private static readonly SafeRule Rule = SafeRule.Default;

    public async Task Run(Guid initiativeId, CancellationToken cancellation)
    {
        if (!IsDue(await db.One<Row>(ChangesSql, new { initiativeId }, cancellation)))
            return;
        await db.Maintenance<Done>(
            async tx =>
            {
                await tx.Execute(FirstSql, new { initiativeId });
                // Two people who look at once: the second waits here and finds nothing due.
                await tx.One<int>(LockSql, new { initiativeId });
                if (!IsDue(await tx.One<Row>(ChangesSql, new { initiativeId })))
                    return Done.It;
                await tx.Execute(ForgetSql, new { initiativeId });
                await tx.Execute(JoinSql, new { initiativeId });
                await tx.Execute(DrawnSql, new { initiativeId });
                return Done.It;
            },
            cancellation
        );
    }

    private static bool IsDue(Row row) => row.Changed >= SafeSteps.Step(row.Drawn, Rule);

    // Responses in the drawing that somebody has read, with their needs as coded.
    private const string ReadSql = """
        select r.survey_id, r.response_id,
               array(select distinct c.need from coding c where c.survey_id = r.survey_id and c.response_id = r.response_id
                   order by c.need) as needs
        from counted_response r join survey s using (survey_id)
        where s.initiative_id = @initiativeId and r.drawn
          and exists (select from reading x where x.survey_id = r.survey_id and x.response_id = r.response_id)
        """;

    private const string ChangesSql = $"""
        select count(was.needs)::int as drawn, (count(*) filter (where was.needs is distinct from now.needs))::int as changed
        from ({ReadSql}) now
        full join (select d.* from drawn_story d join survey s using (survey_id) where s.initiative_id = @initiativeId) was
            using (survey_id, response_id)
        """;

    private const string FirstSql = "insert into story_drawing (initiative_id, number) values (@initiativeId, 0) on conflict do nothing";

    private const string LockSql = "select number from story_drawing where initiative_id = @initiativeId for update";

    private const string ForgetSql = """
        delete from drawn_story d using survey s where s.survey_id = d.survey_id and s.initiative_id = @initiativeId
        """;

    private const string JoinSql = $"insert into drawn_story (survey_id, response_id, needs) {ReadSql}";

    private const string DrawnSql = "update story_drawing set number = number + 1 where initiative_id = @initiativeId";

    private sealed record Row
    {
        public required int Drawn { get; init; }
        public required int Changed { get; init; }
    }
}
