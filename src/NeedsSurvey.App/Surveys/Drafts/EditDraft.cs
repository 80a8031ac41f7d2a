using System.Security.Cryptography;
using System.Text;
using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Changes a survey's draft (<see cref="DraftEdit"/>), whatever else was changed meanwhile: two people who edit two questions, or two
/// choices of one question, do not get in each other's way. Two who change the same words do: then nothing is stored and the page can
/// show both.
/// </summary>
public sealed class EditDraft(Db db, FindSurvey surveys)
{
    /// <param name="Focus">Name of the item to look at next.</param>
    /// <param name="Before">The draft as it was, from which a removal can be undone.</param>
    public sealed record Edited(int Revision, string? Focus, SurveyDefinition Definition, SurveyDefinition Before);

    /// <summary>All of the edits, or none of them.</summary>
    public Task<Result<Edited>> Run(Actor actor, string survey, IReadOnlyList<DraftEdit> edits, CancellationToken cancellation) =>
        Run(actor, survey, _ => edits, cancellation);

    /// <summary>The settings of a form.</summary>
    /// <param name="expected"><see cref="Mark"/> of the settings that the form began from.</param>
    public Task<Result<Edited>> Run(
        Actor actor,
        string survey,
        DraftEdit.ChangeSettings settings,
        string expected,
        CancellationToken cancellation
    ) => Run(actor, survey, draft => Mark(draft) == expected ? [settings] : null, cancellation);

    /// <summary>What a form asks for, judged beside the draft that it changes; without edits nothing is stored.</summary>
    /// <param name="edits">The edits for the draft as it is now; null when somebody else changed the same meanwhile.</param>
    public async Task<Result<Edited>> Run(
        Actor actor,
        string survey,
        Func<SurveyDefinition, IReadOnlyList<DraftEdit>?> edits,
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
                return edits(stored.Definition) is { } wanted ? await Store(tx, actor, found, stored, wanted, undoes: null) : Changed;
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
        if (edits.Count == 0)
        {
            tx.Action = null;
            return new Edited(stored.Revision, null, stored.Definition, stored.Definition);
        }
        var names = edits.Any(edit => edit is DraftEdit.Duplicate) ? await PublishedNames.Of(tx, found.Id) : null;
        var result = Draft.Apply(stored.Definition, edits, names);
        if (Refusal(result) is { } refusal)
            return refusal;
        if (SurveyJson.Read(SurveyJson.WriteUtf8(result.Definition)) is { Ok: false } unreadable)
            return Invalid(unreadable.Faults);
        // Whoever writes on and on, saved as they type, has one line in the history, not one for every pause.
        if (edits.All(edit => edit is DraftEdit.Change or DraftEdit.ChangeEntry) && await stored.GoesOn(tx, actor, found.Id, edits[0]))
            tx.Action = null;
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

    /// <summary>Somebody else changed the same words meanwhile.</summary>
    public static readonly Problem.Conflict Changed = new(
        "draft_changed",
        "Somebody else changed this while you were writing. Both are shown; save again to keep yours."
    );

    private static Problem.Invalid Invalid(IReadOnlyList<DefinitionFault> faults) =>
        new([.. faults.Select(fault => new Fault(fault.Path, fault.Code, fault.Message))]);

    /// <summary>A short mark of the draft's settings; it changes exactly when they do.</summary>
    public static string Mark(SurveyDefinition draft)
    {
        var settings = draft with { Questions = [], Choices = new Dictionary<string, IReadOnlyList<Choice>>() };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SurveyJson.Write(settings))))[..16];
    }

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
