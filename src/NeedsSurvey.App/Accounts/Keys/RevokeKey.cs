using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>Ends an API key from the next request on. Revoking it again is harmless.</summary>
public sealed class RevokeKey(Db db, FindOrganisation find, TimeProvider clock)
{
    public async Task<Result<Done>> Run(Actor actor, string organisation, Guid keyId, CancellationToken cancellation)
    {
        if (!(await find.Run(actor, Permission.ManageKeys, organisation, cancellation)).Succeeded(out var found, out var problem))
            return problem;

        return await db.Change<Done>(
            actor,
            found.Id,
            "key.revoke",
            keyId.ToString(),
            async tx =>
            {
                if (
                    await tx.Find<string>(
                        RevokeSql,
                        new
                        {
                            found.Id,
                            keyId,
                            now = clock.GetUtcNow(),
                        }
                    )
                    is not { } name
                )
                {
                    return new Problem.NotFound("key");
                }

                tx.Detail["name"] = name;
                return Done.It;
            },
            cancellation
        );
    }

    private const string RevokeSql = """
        update api_key set revoked_at = coalesce(revoked_at, @now) where organisation_id = @Id and api_key_id = @keyId
        returning name
        """;
}
