using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// Makes the one-time link with which the first owner sets the program up: there are no default credentials. Every start of an instance
/// without accounts makes another one (only hashes are stored, so an old one cannot be shown again), and all of them are void once an
/// account exists. Whoever can read the program's output may use it; it takes no actor because there is nobody yet.
/// </summary>
public sealed class CreateSetupLink(Db db, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The token for <c>/setup?token=…</c>; null when an account exists.</summary>
    public async Task<string?> Run(CancellationToken cancellation)
    {
        if (await db.One<bool>(AccountsSql.IsSetUp, null, cancellation))
            return null;

        var link = new NewLink(Guid.NewGuid(), OneTimeLinks.Setup, "start", clock.GetUtcNow() + Lifetime);
        return (await db.Maintenance<string>(async tx => (await OneTimeLinks.Make(tx, link)).Text.Reveal(), cancellation)).OrThrow();
    }
}
