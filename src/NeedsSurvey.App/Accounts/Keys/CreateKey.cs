using FluentValidation;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Makes an API key for one organisation and one role, not above the maker's own. The key is shown once; its hash and first characters are
/// stored.
/// </summary>
public sealed class CreateKey(Db db, FindOrganisation find)
{
    /// <summary>Every key begins with it, so that scanners of leaked secrets know one.</summary>
    public const string Prefix = "ns_";

    private const int ShownCharacters = 9;

    /// <param name="Id">Chosen by the caller, so that a form that is sent twice makes one key.</param>
    public sealed record Command(string Name, Role Role, Guid? Id = null);

    /// <param name="Key">For <c>Authorization: Bearer …</c>; never shown again.</param>
    public sealed record Created(Guid Id, SecretText Key);

    public async Task<Result<Created>> Run(Actor actor, string organisation, Command command, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageKeys, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        if (Shape.Faults(command) is { } invalid)
            return invalid;

        if (actor.Roles.TryGetValue(found.Id, out var own) && !Permissions.Of(command.Role).IsSubsetOf(Permissions.Of(own)))
            return new Problem.Forbidden(
                $"A key with the role {command.Role} could do more than you may. Choose a role that includes no more than yours."
            );

        var id = command.Id ?? Guid.NewGuid();
        return await db.Change<Created>(
            actor,
            found.Id,
            "key.create",
            command.Name.Trim(),
            async tx =>
            {
                var secret = Secret.New(Prefix);
                tx.Detail["role"] = command.Role.ToString();
                await tx.Execute(
                    InsertSql,
                    new
                    {
                        organisationId = found.Id,
                        id,
                        name = command.Name.Trim(),
                        role = command.Role.ToString(),
                        secret.Hash,
                        shown = secret.Text.Reveal()[..ShownCharacters],
                        createdBy = actor.Name,
                    }
                );
                return new Created(id, secret.Text);
            },
            cancellation
        );
    }

    private static readonly Validator Shape = new();

    private sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Line("Say what the key is for, to know it again later.", "required", "name");
            RuleFor(c => c.Role).IsInEnum();
        }
    }

    private const string InsertSql = """
        insert into api_key (organisation_id, api_key_id, name, role, key_hash, prefix, created_by)
        values (@organisationId, @id, @name, @role, @Hash, @shown, @createdBy)
        """;
}
