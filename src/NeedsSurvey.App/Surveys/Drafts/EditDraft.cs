using System.Security.Cryptography;
using System.Text;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Makes one change to a survey's draft (<see cref="DraftEdit"/>), whatever else was changed meanwhile: two people who edit two questions
/// do not get in each other's way. Two who edit the same question do, when <c>expected</c> is given: then nothing is stored and the page
/// can show both.
/// </summary>
public sealed class EditDraft(Db db, FindSurvey surveys)
{
    /// <param name="Focus">Name of the item to look at next.</param>
    /// <param name="Before">The draft as it was, from which a removal can be undone.</param>
    public sealed record Edited(int Revision, string? Focus, SurveyDefinition Definition, SurveyDefinition Before);

    /// <param name="expected"><see cref="Mark"/> of what the edit began from; null to apply it to whatever is there.</param>
    public Task<Result<Edited>> Run(Actor actor, string survey, DraftEdit edit, string? expected, CancellationToken cancellation) =>
        Run(actor, survey, [edit], expected, cancellation);

    /// <summary>All of the edits, or none of them.</summary>
    public Task<Result<Edited>> Run(Actor actor, string survey, IReadOnlyList<DraftEdit> edits, CancellationToken cancellation) =>
        Run(actor, survey, edits, expected: null, cancellation);

    private async Task<Result<Edited>> Run(
        Actor actor,
        string survey,
        IReadOnlyList<DraftEdit> edits,
        string? expected,
        CancellationToken cancellation
    )
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Edited>(
            actor,
            found.OrganisationId,
            "survey.edit_draft",
            found.Title,
            async tx =>
            {
                if (await StoredDraft.Lock(tx, found.Id) is not { } stored)
                    return new Problem.NotFound("survey");
                return expected is not null && Mark(stored.Definition, edits[0]) != expected
                    ? Changed
                    : await Store(tx, actor, found, stored, edits, undoes: null);
            },
            cancellation
        );
    }

    /// <summary>Applies edits to a draft that is locked, and writes it back.</summary>
    internal static async Task<Result<Edited>> Store(
        Tx tx,
        Actor actor,
        SurveyName found,
        StoredDraft stored,
        IReadOnlyList<DraftEdit> edits,
        int? undoes
    )
    {
        var names = edits.Any(edit => edit is DraftEdit.Duplicate) ? await PublishedNames.Of(tx, found.Id) : null;
        var result = Draft.Apply(stored.Definition, edits, names);
        if (Refusal(result) is { } refusal)
            return refusal;
        if (SurveyJson.Read(SurveyJson.WriteUtf8(result.Definition)) is { Ok: false } unreadable)
            return Invalid(unreadable.Faults);
        tx.Detail["edit"] = string.Join(' ', edits.Select(edit => edit.GetType().Name).Distinct());
        tx.Detail["survey"] = found.Id;
        if (edits is [DraftEdit.Remove remove])
            tx.Detail["removed"] = ListRemovedItems.Keep(stored.Definition, remove.Name);
        tx.Detail["item"] = result.Focus;
        return new Edited(
            await stored.Replace(tx, actor, found.Id, result.Definition, new(edits, result.Undo, undoes)),
            result.Focus,
            result.Definition,
            stored.Definition
        );
    }

    private static readonly Problem.Conflict Changed = new(
        "draft_changed",
        "Somebody else changed this while you were writing. Both are shown; save again to keep yours."
    );

    private static Problem.Invalid Invalid(IReadOnlyList<DefinitionFault> faults) =>
        new([.. faults.Select(fault => new Fault(fault.Path, fault.Code, fault.Message))]);

    /// <summary>
    /// A short mark of the part of the draft that <paramref name="edit"/> replaces; it changes exactly when that part does. Edits that
    /// replace nothing have an empty one.
    /// </summary>
    public static string Mark(SurveyDefinition draft, DraftEdit edit) =>
        edit switch
        {
            DraftEdit.Replace replace => Outline.Find(draft.Questions, replace.Name) is { } item
                ? MarkOf(new() { Title = "", Questions = [Alone(item)] })
                : "",
            DraftEdit.ChangeSettings => MarkOf(draft with { Questions = [], Choices = new Dictionary<string, IReadOnlyList<Choice>>() }),
            DraftEdit.ReplaceList list => MarkOf(
                new() { Title = "", Choices = draft.Choices.Where(pair => pair.Key == list.List).ToDictionary() }
            ),
            _ => "",
        };

    private static SurveyItem Alone(SurveyItem item) => item is Container container ? container with { Questions = [] } : item;

    private static string MarkOf(SurveyDefinition part) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SurveyJson.Write(part))))[..16];

    private static Problem? Refusal(DraftResult result) =>
        result.Fault switch
        {
            DraftFault.None => null,
            DraftFault.NoSuchItem => new Problem.Conflict(
                "no_such_item",
                "This question is not in the draft any more: somebody removed or renamed it."
            ),
            DraftFault.NameTaken => new Problem.Invalid("name", "taken", "Another question has this code already. Choose another one."),
            DraftFault.ChangedMeanwhile => Changed,
            DraftFault.Unreadable => Invalid(result.Faults),
            DraftFault.InsideItself => new Problem.Invalid("", "inside_itself", "A section cannot be put into itself. Put it elsewhere."),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
