using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Replaces a survey's draft as a whole, provided that it is still the revision one began from; else nothing is stored and the conflict
/// says what differs. Faults of meaning do not keep a draft from being saved; they come back, and publishing is where they count.
/// </summary>
public sealed class SaveDraft(Db db, FindSurvey surveys, TimeProvider clock)
{
    /// <param name="Revision">The draft's revision now.</param>
    /// <param name="Faults">What would stop publishing, or deserves a look.</param>
    public sealed record Saved(int Revision, IReadOnlyList<DefinitionFault> Faults);

    /// <param name="revision">The revision that <paramref name="definition"/> was made from.</param>
    public async Task<Result<Saved>> Run(
        Actor actor,
        string survey,
        SurveyDefinition definition,
        int revision,
        CancellationToken cancellation
    )
    {
        if (!(await surveys.Run(actor, Permission.EditSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await db.Change<Saved>(
            actor,
            found.OrganisationId,
            "survey.save_draft",
            found.Title,
            async tx =>
            {
                if (await StoredDraft.Lock(tx, found.Id) is not { } stored)
                    return new Problem.NotFound("survey");
                if (stored.Revision != revision)
                    return Changed(stored, definition, revision);
                var next = await stored.Replace(tx, actor, found.Id, definition);
                tx.Detail["revision"] = next;
                var initiative = await ReadInitiative.Fields(tx, found.InitiativeId);
                return new Saved(
                    next,
                    SurveyCheck.Of(definition, initiative, InitiativeClock.Today(initiative.TimeZone, clock.GetUtcNow()))
                );
            },
            cancellation
        );
    }

    private static Problem.Conflict Changed(StoredDraft stored, SurveyDefinition yours, int revision)
    {
        var differing = DraftDifference.Between(yours, stored.Definition);
        return new(
            "draft_changed",
            $"The draft was changed meanwhile: it is at revision {stored.Revision}, yours began from {revision}. "
                + (
                    differing.Count == 0
                        ? "It says the same as yours now."
                        : $"It differs from yours in: {string.Join(", ", differing.Take(20))}{(differing.Count > 20 ? "…" : "")}. "
                )
                + "Read the survey again, bring both together, and save."
        );
    }
}
