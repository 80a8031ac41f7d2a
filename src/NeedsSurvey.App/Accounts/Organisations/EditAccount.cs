using FluentValidation;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>A signed-in person changes the name that colleagues see. The address, which is what they sign in with, stays.</summary>
public sealed class EditAccount(Db db)
{
    public sealed record Command(string Name);

    public async Task<Result<Done>> Run(Actor actor, Command command, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Account)
            return new Problem.NotSignedIn();

        if (Shape.Faults(command) is { } invalid)
            return invalid;

        return await db.Change<Done>(
            actor,
            null,
            "account.edit",
            command.Name.Trim(),
            async tx =>
            {
                // Closed in another window meanwhile: the name of a closed account is history.
                var edited = await tx.Execute(EditSql, new { actor.Id, name = command.Name.Trim() });
                return edited == 1 ? Done.It : new Problem.NotSignedIn();
            },
            cancellation
        );
    }

    private static readonly Validator Shape = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Name).PersonName();
    }

    private const string EditSql = "update account set name = @name where account_id = @Id and deactivated_at is null";
}
