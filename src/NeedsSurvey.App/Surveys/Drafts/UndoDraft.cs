using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Takes back the newest change that this person made to a draft, or does again what they took back last; what others changed meanwhile
/// stays. Outlives a reload, and works across everything that changes a draft: each change is stored with what undoes it.
/// </summary>
public sealed class UndoDraft(Db db, FindSurvey surveys)
{
    public async Task<Result<EditDraft.Edited>> Run(Actor actor, string survey, bool again, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<EditDraft.Edited>(
            actor,
            found.OrganisationId,
            "survey.undo_edit",
            found.Title,
            async tx =>
            {
                if (await StoredDraft.Lock(tx, found.Id) is not { } stored)
                    return new Problem.NotFound("survey");
                var by = new
                {
                    survey = found.Id,
                    kind = actor.Kind.ToString(),
                    actor.Id,
                };
                var history = EditHistory.Of(await tx.Query<EditStep>(StepsSql, by));
                if ((again ? history.Redo : history.Undo) is not { } revision)
                    return Nothing(again);
                var undo = DraftEditJson.ReadStored(await tx.One<string>(UndoSql, new { survey = found.Id, revision }));
                if (undo.Any(edit => edit is DraftEdit.Rewrite) && stored.Revision != revision)
                    return new Problem.Conflict(
                        "changed_since",
                        "The whole survey was written at once then, and was changed since: taking that back would take back those changes "
                            + "too."
                    );
                return await EditDraft.Store(tx, actor, found, stored, undo, undoes: revision);
            },
            cancellation
        );
    }

    private static Problem.Conflict Nothing(bool again) =>
        again
            ? new("nothing_to_redo", "There is nothing of yours to do again.")
            : new("nothing_to_undo", "There is nothing of yours to take back here.");

    /// <summary>One person's changes of a draft, in order.</summary>
    internal const string StepsSql = """
        select revision, undoes from draft_change
        where survey_id = @survey and actor_kind = @kind and actor_id is not distinct from @Id
        order by revision
        """;

    private const string UndoSql = "select undo from draft_change where survey_id = @survey and revision = @revision";
}
