using FluentValidation;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Uses the set-up link: makes the first account, its organisation with it as owner, and signs it in, all or nothing. Once any account
/// exists this can never happen again, whatever links are about.
/// </summary>
public sealed class SetUpOwner(Db db, Passwords passwords, TimeProvider clock)
{
    /// <param name="Token">From the link.</param>
    /// <param name="OrganisationName">For an individual: the name they work under; may be their own.</param>
    public sealed record Command(
        SecretText Token,
        string Name,
        string Email,
        SecretText Password,
        string OrganisationName,
        OrganisationKind Kind
    );

    /// <summary>The session and the new organisation's slug.</summary>
    public sealed record SetUp(OpenedSession Session, string Slug);

    /// <summary>Whether the link would still do, before anybody fills a form in.</summary>
    public async Task<Problem?> Check(SecretText token, CancellationToken cancellation) =>
        await db.One<bool>(AccountsSql.IsSetUp, null, cancellation)
        || await OneTimeLinks.Peek(db, OneTimeLinks.Setup, token, clock.GetUtcNow(), cancellation) is null
            ? OneTimeLinks.NoGood()
            : null;

    public async Task<Result<SetUp>> Run(Command command, CancellationToken cancellation)
    {
        if (await Check(command.Token, cancellation) is { } noGood)
            return noGood;

        if (Shape.Faults(command) is { } invalid)
            return invalid;

        var hash = passwords.Hash(command.Password.Reveal());
        var account = new NewAccount(Guid.NewGuid(), command.Email, command.Name, hash);
        var organisation = new NewOrganisation(Guid.NewGuid(), command.OrganisationName, command.Kind);
        return await db.Change<SetUp>(
            account.Actor,
            organisation.Id,
            "account.set_up",
            account.Actor.Name,
            async tx =>
            {
                // Two links, two people, one moment: the lock lets one account be the first.
                await tx.Execute(LockSql);
                var now = clock.GetUtcNow();
                if (await tx.One<bool>(AccountsSql.IsSetUp) || await OneTimeLinks.Use(tx, OneTimeLinks.Setup, command.Token, now) is null)
                    return OneTimeLinks.NoGood();

                await NewAccount.Insert(tx, account);
                var slug = await NewOrganisation.Insert(tx, organisation);
                await Members.Add(tx, organisation.Id, account.Id, Role.Owner);
                // The demo, where there is one, gets an owner too, and its nameless visitor goes.
                await tx.Execute(TakeDemoSql, new { account.Id, now });
                return new SetUp(await Sessions.Open(tx, account.Id, now), slug);
            },
            cancellation
        );
    }

    private static readonly Validator Shape = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).PersonName();
            RuleFor(c => c.Email).EmailShape();
            RuleFor(c => c.Password).NewPassword(c => c.Email);
            RuleFor(c => c.OrganisationName).OrganisationName();
            RuleFor(c => c.Kind).IsInEnum();
        }
    }

    private const string TakeDemoSql = """
        with demo as (insert into membership (organisation_id, account_id, role) select organisation_id, @Id, 'Owner' from organisation
            where is_demo),
        gone as (delete from session using account a where session.account_id = a.account_id and a.is_guest)
        update account set deactivated_at = @now where is_guest
        """;

    private const string LockSql = "lock table account in share row exclusive mode";
}
