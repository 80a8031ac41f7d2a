using FluentValidation;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Makes a link with which one person joins an organisation in a stated role, within seven days. The link is shown once, to be handed over
/// by whatever way the two trust; the program sends nothing. Not for changing the role of who is a member already.
/// </summary>
public sealed class InviteMember(Db db, FindOrganisation find, TimeProvider clock)
{
    /// <param name="Email">Optional: says whom it is for and fills in their form; it does not bind the link.</param>
    /// <param name="Id">Chosen by the caller, so that a form that is sent twice makes one invitation.</param>
    public sealed record Command(Role Role, string? Email = null, Guid? Id = null);

    /// <param name="Token">For <c>/join?token=…</c>; never shown again.</param>
    public sealed record Invited(Guid Id, SecretText Token, DateTimeOffset ExpiresAt);

    public async Task<Result<Invited>> Run(Actor actor, string organisation, Command command, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageMembers, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        if (Shape.Faults(command) is { } invalid)
            return invalid;

        var link = new NewLink(command.Id ?? Guid.NewGuid(), OneTimeLinks.Join, actor.Name, clock.GetUtcNow() + OneTimeLinks.JoinLifetime)
        {
            OrganisationId = found.Id,
            Role = command.Role,
            Email = string.IsNullOrWhiteSpace(command.Email) ? null : command.Email.Trim(),
        };
        return await db.Change<Invited>(
            actor,
            found.Id,
            "member.invite",
            command.Role.ToString(),
            async tx => new Invited(link.Id, (await OneTimeLinks.Make(tx, link)).Text, link.ExpiresAt),
            cancellation
        );
    }

    private static readonly Validator Shape = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Role).IsInEnum();
            RuleFor(c => c.Email!).EmailShape().When(c => !string.IsNullOrWhiteSpace(c.Email));
        }
    }
}
