using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>Brings a removed question or section back to where it stood; to the end when its section is gone.</summary>
public sealed class RestoreItem(Db db, FindSurvey surveys, EditDraft edit)
{
    /// <param name="entry"><see cref="RemovedItem.Entry"/>.</param>
    public async Task<Result<EditDraft.Edited>> Run(Actor actor, string survey, long entry, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var at = new
        {
            found.OrganisationId,
            found.Id,
            survey = found.Id.ToString(),
            entry,
        };
        if (await db.Find<string>(RemovedSql, at, cancellation) is not { } kept || ListRemovedItems.Read(entry, kept) is not { } removed)
            return new Problem.Conflict("no_such_item", "This cannot be brought back. Add the question again.");
        var draft = SurveyJson.ReadStored(await db.One<string>(DraftSql, at, cancellation));
        var place =
            removed.Place.Parent is { } parent && Outline.Find(draft.Questions, parent) is not Container
                ? new DraftPlace(null, int.MaxValue)
                : removed.Place;
        return await edit.Run(actor, survey, [new DraftEdit.Add(removed.Item, place)], cancellation);
    }

    private const string RemovedSql = """
        select detail ->> 'removed' from audit_entry
        where organisation_id = @OrganisationId and audit_entry_id = @entry and action = 'survey.edit_draft'
            and detail ->> 'survey' = @survey
        """;

    private const string DraftSql = "select draft from survey where survey_id = @Id";
}
