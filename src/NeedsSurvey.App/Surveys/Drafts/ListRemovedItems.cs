using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>A question or section that was taken out of a draft and can be brought back.</summary>
/// <param name="Entry">The history's number of the removal, newest highest.</param>
public sealed record RemovedItem(long Entry, SurveyItem Item, DraftPlace Place);

/// <summary>
/// What was removed from a draft lately and is not there again: removals are in the history with what they took, so undoing works on a
/// later day and for somebody else too. Brought back by <see cref="RestoreItem"/>.
/// </summary>
public sealed class ListRemovedItems(Db db, FindSurvey surveys)
{
    private const int Most = 10;

    public async Task<Result<IReadOnlyList<RemovedItem>>> Run(
        Actor actor,
        string survey,
        SurveyDefinition draft,
        CancellationToken cancellation
    )
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var rows = await db.Query<Row>(
            RemovedSql,
            new
            {
                found.OrganisationId,
                survey = found.Id.ToString(),
                limit = Most * 2,
            },
            cancellation
        );
        return (RemovedItem[])
            [
                .. rows.Select(row => Read(row.Entry, row.Removed))
                    .OfType<RemovedItem>()
                    .DistinctBy(removed => removed.Item.Name)
                    .Where(removed => Outline.Find(draft.Questions, removed.Item.Name) is null)
                    .Take(Most),
            ];
    }

    /// <summary>What the history keeps of a removal.</summary>
    internal static object Keep(SurveyDefinition before, string name)
    {
        var place = Outline.PlaceOf(before.Questions, name)!;
        return new
        {
            place.Parent,
            place.Index,
            Item = SurveyJson.Write(new SurveyDefinition { Title = "", Questions = [Outline.Find(before.Questions, name)!] }),
        };
    }

    internal static RemovedItem? Read(long entry, string removed)
    {
        var kept = JsonSerializer.Deserialize<Kept>(removed)!;
        return SurveyJson.Read(kept.Item) is { Definition.Questions: [var item] } ? new(entry, item, new(kept.Parent, kept.Index)) : null;
    }

    private const string RemovedSql = """
        select audit_entry_id as entry, detail ->> 'removed' as removed from audit_entry
        where organisation_id = @OrganisationId and action = 'survey.edit_draft' and detail ->> 'survey' = @survey and detail ? 'removed'
        order by audit_entry_id desc limit @limit
        """;

    private sealed record Kept(string? Parent, int Index, string Item);

    private sealed record Row
    {
        public required long Entry { get; init; }
        public required string Removed { get; init; }
    }
}
