using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// A draft as it is stored: locked for a change, and written back one revision higher. Only shapes that can be read are ever stored.
/// </summary>
internal sealed record StoredDraft(SurveyDefinition Definition, int Revision, string Title, SurveyState State)
{
    /// <summary>
    /// The draft, locked until the transaction ends, so that of two changes at once the second sees the first; null when the survey was
    /// deleted meanwhile.
    /// </summary>
    public static async Task<StoredDraft?> Lock(Tx tx, Guid surveyId)
    {
        if (await tx.Find<Row>(LockSql, new { surveyId }) is not { } row)
            return null;

        return new(SurveyJson.ReadStored(row.Draft), row.DraftRevision, row.Title, row.State);
    }

    /// <summary>
    /// Writes the draft and its history; the survey's title follows the definition's unless it was given one of its own.
    /// </summary>
    /// <param name="tx">The transaction that holds the lock.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="surveyId">The survey.</param>
    /// <param name="definition">The draft after the change.</param>
    /// <param name="change">What was done; null for the whole at once.</param>
    /// <returns>The new revision.</returns>
    public async Task<int> Replace(Tx tx, Actor actor, Guid surveyId, SurveyDefinition definition, DraftChange? change = null)
    {
        change ??= new([new DraftEdit.Rewrite(definition)], [new DraftEdit.Rewrite(Definition)]);
        var revision = await tx.One<int>(
            ReplaceSql,
            new
            {
                surveyId,
                title = Title == SurveyTitle.Of(Definition) ? SurveyTitle.Of(definition) : Title,
                draft = Jsonb.Of(SurveyJson.WriteUtf8(definition)),
            }
        );
        await tx.Execute(
            KeepSql,
            new
            {
                surveyId,
                revision,
                kind = actor.Kind.ToString(),
                actor.Id,
                actor.Name,
                edits = Jsonb.Of(DraftEditJson.Write(change.Edits)),
                undo = Jsonb.Of(DraftEditJson.Write(change.Undo)),
                change.Undoes,
            }
        );
        await tx.Execute(TrimSql, new { surveyId, oldest = revision - MostKept });
        return revision;
    }

    /// <summary>Whether the newest change was the same person's, minutes ago, of nothing but keys of the same question or list.</summary>
    public Task<bool> GoesOn(Tx tx, Actor actor, Guid surveyId, DraftEdit edit) =>
        tx.One<bool>(
            GoesOnSql,
            new
            {
                surveyId,
                Revision,
                kind = actor.Kind.ToString(),
                actor.Id,
                about = edit switch
                {
                    DraftEdit.Change change => change.Name,
                    DraftEdit.ChangeEntry change => change.Of.Question ?? change.Of.Key,
                    _ => "",
                },
            }
        );

    private const string GoesOnSql = """
        select exists (
            select from draft_change
            where survey_id = @surveyId and revision = @Revision and actor_kind = @kind and actor_id = @Id and undoes is null
                and made_at > now() - interval '10 minutes'
                and coalesce(edits -> 0 ->> 'name', edits -> 0 -> 'of' ->> 'question', edits -> 0 -> 'of' ->> 'key') = @about
                and not jsonb_path_exists(edits, '$[*] ? (@.op != "change" && @.op != "change_entry")')
        )
        """;

    /// <summary>Changes of one draft that can be undone and are told of.</summary>
    private const int MostKept = 1_000;

    private const string KeepSql = """
        insert into draft_change (survey_id, revision, actor_kind, actor_id, actor_name, edits, undo, undoes)
        values (@surveyId, @revision, @kind, @Id, @Name, @edits, @undo, @Undoes)
        """;

    private const string TrimSql = "delete from draft_change where survey_id = @surveyId and revision <= @oldest";

    private const string LockSql = "select draft, draft_revision, title, state from survey where survey_id = @surveyId for update";

    private const string ReplaceSql = """
        update survey set draft = @draft, title = @title, draft_revision = draft_revision + 1 where survey_id = @surveyId
            returning draft_revision
        """;

    private sealed record Row
    {
        public required string Draft { get; init; }
        public required int DraftRevision { get; init; }
        public required string Title { get; init; }
        public required SurveyState State { get; init; }
    }
}

/// <summary>What is kept of a change.</summary>
/// <param name="Edits">What was done.</param>
/// <param name="Undo">What takes it back.</param>
/// <param name="Undoes">The revision of the change that this one takes back.</param>
internal sealed record DraftChange(IReadOnlyList<DraftEdit> Edits, IReadOnlyList<DraftEdit> Undo, int? Undoes = null);
