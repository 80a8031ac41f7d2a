using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>One change of a draft.</summary>
/// <param name="Revision">The draft's revision after it.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as they are called.</param>
/// <param name="IsMine">Made by whoever asks.</param>
/// <param name="Undoes">The revision whose change it took back.</param>
/// <param name="Edits">What was done.</param>
/// <param name="Undo">What takes it back.</param>
public sealed record ListedChange(
    int Revision,
    DateTimeOffset At,
    string By,
    bool IsMine,
    int? Undoes,
    IReadOnlyList<DraftEdit> Edits,
    IReadOnlyList<DraftEdit> Undo
);

/// <summary>The newest changes of a draft, and what whoever asks can take back or do again.</summary>
public sealed record DraftChanges(int Revision, EditHistory Mine, IReadOnlyList<ListedChange> Changes);

/// <summary>Tells what was changed in a draft lately, by whom, newest first.</summary>
public sealed class ListDraftChanges(Db db, FindSurvey surveys)
{
    /// <summary>Changes told at once.</summary>
    public const int Most = 100;

    /// <param name="after">Only those after this revision; 0 for the newest.</param>
    public async Task<Result<DraftChanges>> Run(Actor actor, string survey, int after, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var revision = await db.One<int>(RevisionSql, new { survey = found.Id }, cancellation);
        var by = new
        {
            survey = found.Id,
            kind = actor.Kind.ToString(),
            actor.Id,
        };
        var mine = EditHistory.Of(await db.Query<EditStep>(UndoDraft.StepsSql, by, cancellation));
        var rows = await db.Query<Row>(
            ChangesSql,
            new
            {
                survey = found.Id,
                after,
                limit = Most,
            },
            cancellation
        );
        return new DraftChanges(revision, mine, [.. rows.Select(row => row.Listed(actor))]);
    }

    private const string RevisionSql = "select draft_revision from survey where survey_id = @survey";

    private const string ChangesSql = """
        select revision, made_at, actor_kind, actor_id, actor_name, undoes, edits, undo from draft_change
        where survey_id = @survey and revision > @after order by revision desc limit @limit
        """;

    private sealed record Row
    {
        public required int Revision { get; init; }
        public required DateTimeOffset MadeAt { get; init; }
        public required string ActorKind { get; init; }
        public required Guid? ActorId { get; init; }
        public required string ActorName { get; init; }
        public required int? Undoes { get; init; }
        public required string Edits { get; init; }
        public required string Undo { get; init; }

        public ListedChange Listed(Actor actor) =>
            new(
                Revision,
                MadeAt,
                ActorName,
                ActorKind == actor.Kind.ToString() && ActorId == actor.Id,
                Undoes,
                DraftEditJson.ReadStored(Edits),
                DraftEditJson.ReadStored(Undo)
            );
    }
}
