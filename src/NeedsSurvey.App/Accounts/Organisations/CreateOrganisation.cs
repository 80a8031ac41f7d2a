using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Makes a further organisation (the first comes with <see cref="SetUpOwner"/>); the person who makes it is its owner. Not for API keys,
/// which belong to the one organisation they were made for, nor for guests of the demo.
/// </summary>
public sealed class CreateOrganisation(Db db)
{
    /// <summary>Made, and reachable under both.</summary>
    public sealed record Created(Guid Id, string Slug);

    public Task<Result<Created>> Run(Actor actor, EditOrganisation.Command command, CancellationToken cancellation) =>
        Run(actor, command, isDemo: false, cancellation);

    /// <param name="isDemo">The demo's organisation, which says so on every page.</param>
    public async Task<Result<Created>> Run(Actor actor, EditOrganisation.Command command, bool isDemo, CancellationToken cancellation)
    {
        if (actor.Kind is ActorKind.ApiKey or ActorKind.Guest)
            return new Problem.Forbidden("Only people with an account can make an organisation. Sign in with yours.");

        if (OrganisationShape.Edit.Faults(command) is { } invalid)
            return invalid;

        var organisation = new NewOrganisation(Guid.NewGuid(), command.Name, command.Kind) { Mission = command.Mission, IsDemo = isDemo };
        return await db.Change<Created>(
            actor,
            organisation.Id,
            "organisation.create",
            command.Name.Trim(),
            async tx =>
            {
                var slug = await NewOrganisation.Insert(tx, organisation);
                if (actor is { Kind: ActorKind.Account, Id: { } accountId })
                    await Members.Add(tx, organisation.Id, accountId, Role.Owner);

                var pillars = await Pillars.Replace(tx, organisation.Id, command.Pillars);
                return pillars.Then(_ => new Created(organisation.Id, slug));
            },
            cancellation
        );
    }
}
