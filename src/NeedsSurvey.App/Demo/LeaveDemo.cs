using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Demo;

/// <summary>
/// Signs one of the demo's visitors out. With the last of them goes all that was tried: the copy of <see cref="PractiseDemo"/> is deleted.
/// </summary>
public sealed class LeaveDemo(Db db, TimeProvider clock)
{
    /// <summary>Who was not seen for so long has left without saying so.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public Task<Result<Done>> Run(Actor actor, SecretText token, CancellationToken cancellation) =>
        actor.Kind != ActorKind.Guest
            ? Task.FromResult<Result<Done>>(Problem.Forbidden.VisitorsAlone)
            : db.Change<Done>(
                actor,
                null,
                "demo.leave",
                "",
                async tx =>
                {
                    await Sessions.End(tx, actor.Id!.Value, token);
                    await UndoAbandoned(tx, actor.Id!.Value, clock.GetUtcNow());
                    return Done.It;
                },
                cancellation
            );

    /// <summary>Deletes the copy when no visitor is there any more.</summary>
    internal static Task UndoAbandoned(Tx tx, Guid visitor, DateTimeOffset now) =>
        tx.Execute(UndoSql, new { visitor, seenAfter = now - Longest });

    // One statement, whose references between the tables are checked at its end.
    private const string UndoSql = """
        with gone as (
            select o.organisation_id as id from membership m join organisation o using (organisation_id)
            where m.account_id = @visitor and m.role = 'Organiser' and o.is_demo
              and not exists (select from session s where s.account_id = @visitor and s.seen_at > @seenAfter)
        ),
        i as (select initiative_id as id from initiative where organisation_id in (select id from gone)),
        s as (select survey_id as id from survey where organisation_id in (select id from gone)),
        response_changes as (delete from response_change where survey_id in (select id from s)),
        drawings as (delete from survey_drawing where survey_id in (select id from s)),
        figures as (delete from drawn_figures where scope in (select id from s union all select id from i)),
        drawn_stories as (delete from drawn_story where survey_id in (select id from s)),
        story_drawings as (delete from story_drawing where initiative_id in (select id from i)),
        report_quotes as (delete from report_quote where initiative_id in (select id from i)),
        quotes as (delete from quote where survey_id in (select id from s)),
        codings as (delete from coding where survey_id in (select id from s)),
        readings as (delete from reading where survey_id in (select id from s)),
        responses as (delete from response where survey_id in (select id from s)),
        versions as (delete from survey_version where survey_id in (select id from s)),
        surveys as (delete from survey where survey_id in (select id from s)),
        goal_replies as (delete from goal_reply where initiative_id in (select id from i)),
        goal_hearings as (delete from goal_hearing where initiative_id in (select id from i)),
        replies as (delete from hearing_reply where initiative_id in (select id from i)),
        summaries as (delete from hearing_summary where initiative_id in (select id from i)),
        hearings as (delete from hearing_check where initiative_id in (select id from i)),
        updates as (delete from goal_update where initiative_id in (select id from i)),
        need_links as (delete from goal_need_link where initiative_id in (select id from i)),
        pillar_links as (delete from goal_pillar_link where initiative_id in (select id from i)),
        goals as (delete from goal where initiative_id in (select id from i)),
        dispositions as (delete from disposition where initiative_id in (select id from i)),
        overrides as (delete from gate_override where initiative_id in (select id from i)),
        report_versions as (delete from report_version where initiative_id in (select id from i)),
        reports as (delete from report where initiative_id in (select id from i)),
        predictions as (delete from prediction where initiative_id in (select id from i)),
        needs as (delete from need where initiative_id in (select id from i)),
        margins as (delete from population_margin where initiative_id in (select id from i)),
        initiatives as (delete from initiative where initiative_id in (select id from i)),
        pillars as (delete from pillar where organisation_id in (select id from gone)),
        links as (delete from one_time_link where organisation_id in (select id from gone)),
        keys as (delete from api_key where organisation_id in (select id from gone)),
        members as (delete from membership where organisation_id in (select id from gone)),
        history as (delete from audit_entry where organisation_id in (select id from gone))
        delete from organisation where organisation_id in (select id from gone)
        """;
}
