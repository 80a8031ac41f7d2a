using FluentValidation;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A signed-in person reads and changes the name that colleagues see. The address, which is what they sign in with, stays.</summary>
public sealed class EditAccount(Db db)
{
    public sealed record Command(string Name);

    public sealed record Account
    {
        public required string Name { get; init; }
        public required string Email { get; init; }
    }

    public async Task<Result<Account>> Read(Actor actor, CancellationToken cancellation) =>
        actor.Kind == ActorKind.Account && await db.Find<Account>(ReadSql, new { actor.Id }, cancellation) is { } account ? account : new Problem.NotSignedIn();

    public async Task<Result<Done>> Run(Actor actor, Command command, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Account)
        {
            return new Problem.NotSignedIn();
        }

        if (Shape.Faults(command) is { } invalid)
        {
            return invalid;
        }

        return await db.Change<Done>(actor, null, "account.edit", command.Name.Trim(), async tx =>
        {
            await tx.Execute(EditSql, new { actor.Id, name = command.Name.Trim() });
            return Done.It;
        }, cancellation);
    }

    private static readonly Validator Shape = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).PersonName();
    }

    private const string ReadSql = "select name, email from account where account_id = @Id";

    private const string EditSql = "update account set name = @name where account_id = @Id";
}
