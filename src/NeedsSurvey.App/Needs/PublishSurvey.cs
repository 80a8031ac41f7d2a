using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Needs;

/// <summary>
/// Makes a survey's draft the next version, opens it to answers and brings the needs that it names into the initiative's codebook: all or
/// nothing, so that no version is ever answered whose needs cannot be ranked. It stands in this room because the codebook is this room's;
/// what refuses a draft is <see cref="NextVersion"/>.
/// </summary>
public sealed class PublishSurvey(Db db, FindSurvey surveys, TimeProvider clock)
{
    /// <param name="Revision">Publish only this revision of the draft, the one that was looked at; null for whatever is there.</param>
    /// <param name="ConfirmSplits">The changes that split the data were read and are wanted.</param>
    public sealed record Command(int? Revision = null, bool ConfirmSplits = false);

    /// <param name="NewNeeds">How many needs the codebook did not have.</param>
    /// <param name="Warnings">What deserved a look and did not stop it.</param>
    public sealed record Published(Guid SurveyId, string Slug, int Version, int NewNeeds, IReadOnlyList<DefinitionFault> Warnings);

    public async Task<Result<Published>> Run(Actor actor, string survey, Command command, CancellationToken cancellation)
    {
        if (!(await surveys.Run(actor, Permission.PublishSurvey, survey, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Change<Published>(
            actor,
            found.OrganisationId,
            "survey.publish",
            found.Title,
            async tx =>
            {
                var initiative = await ReadInitiative.Fields(tx, found.InitiativeId);
                var today = InitiativeClock.Today(initiative.TimeZone, clock.GetUtcNow());
                if (
                    !(await NextVersion.Publish(tx, found.Id, command.Revision, command.ConfirmSplits, initiative, today)).Succeeded(
                        out var published,
                        out var refusal
                    )
                )
                {
                    return refusal;
                }

                var needs = await SurveyNeeds.Adopt(tx, found.Id, found.InitiativeId, published.Definition);
                tx.Detail["version"] = published.Version;
                tx.Detail["new_needs"] = needs;
                return new Published(found.Id, found.Slug, published.Version, needs, published.Warnings);
            },
            cancellation
        );
    }
}
