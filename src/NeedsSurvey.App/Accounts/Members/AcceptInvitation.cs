using FluentValidation;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Uses a join link: a signed-in person becomes a member, or somebody new gets an account and becomes one, in one transaction with the
/// link's use. Who is a member already keeps their role, and the link stays unused.
/// </summary>
public sealed class AcceptInvitation(Db db, Passwords passwords, TimeProvider clock)
{
    public sealed record Command(SecretText Token, string Name, string Email, SecretText Password);

    /// <summary>What the link offers, for the page that asks.</summary>
    public sealed record Offer(string OrganisationName, string OrganisationSlug, Role Role, string? Email, string InvitedBy);

    /// <param name="Session">For somebody new; null for who was signed in.</param>
    public sealed record Joined(string OrganisationSlug, OpenedSession? Session);

    public async Task<Result<Offer>> Read(SecretText token, CancellationToken cancellation)
    {
        var link = await OneTimeLinks.Peek(db, OneTimeLinks.Join, token, clock.GetUtcNow(), cancellation);
        if (link is null)
            return OneTimeLinks.NoGood();

        var organisation = await db.One<OrganisationRow>(OrganisationSql, new { link.OrganisationId }, cancellation);
        return new Offer(organisation.Name, organisation.Slug, link.Role!.Value, link.Email, link.CreatedBy);
    }

    /// <summary>Somebody new.</summary>
    public async Task<Result<Joined>> Run(Command command, CancellationToken cancellation)
    {
        if (await OneTimeLinks.Peek(db, OneTimeLinks.Join, command.Token, clock.GetUtcNow(), cancellation) is not { } link)
            return OneTimeLinks.NoGood();

        if (Shape.Faults(command) is { } invalid)
            return invalid;

        var account = new NewAccount(Guid.NewGuid(), command.Email, command.Name, passwords.Hash(command.Password.Reveal()));
        return await Join(account.Actor, command.Token, link, account, cancellation);
    }

    /// <summary>Somebody who is signed in.</summary>
    public async Task<Result<Joined>> Run(Actor actor, SecretText token, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Account)
            return new Problem.NotSignedIn();

        return await OneTimeLinks.Peek(db, OneTimeLinks.Join, token, clock.GetUtcNow(), cancellation) is { } link
            ? await Join(actor, token, link, null, cancellation)
            : OneTimeLinks.NoGood();
    }

    private Task<Result<Joined>> Join(
        Actor actor,
        SecretText token,
        LinkRow link,
        NewAccount? newAccount,
        CancellationToken cancellation
    ) =>
        db.Change<Joined>(
            actor,
            link.OrganisationId,
            "member.join",
            actor.Name,
            async tx =>
            {
                var now = clock.GetUtcNow();
                if (await OneTimeLinks.Use(tx, OneTimeLinks.Join, token, now) is null)
                    return OneTimeLinks.NoGood();

                if (newAccount is not null)
                    await NewAccount.Insert(tx, newAccount);

                if (!await Members.Add(tx, link.OrganisationId!.Value, actor.Id!.Value, link.Role!.Value))
                {
                    return new Problem.Conflict(
                        "already_member",
                        "You are a member already; an owner can change your role. The link is unused and can be given to somebody else."
                    );
                }

                tx.Detail["role"] = link.Role.Value.ToString();
                var organisation = await tx.One<OrganisationRow>(OrganisationSql, new { link.OrganisationId });
                return new Joined(organisation.Slug, newAccount is null ? null : await Sessions.Open(tx, newAccount.Id, now));
            },
            cancellation
        );

    private static readonly Validator Shape = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).EmailShape();
            RuleFor(c => c.Password).NewPassword(c => c.Email);
        }
    }

    private const string OrganisationSql = "select name, slug from organisation where organisation_id = @OrganisationId";

    private sealed record OrganisationRow
    {
        public required string Name { get; init; }
        public required string Slug { get; init; }
    }
}
