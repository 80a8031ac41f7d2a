using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// What the front page says to somebody who is not signed in: whether the instance is new, and whether the demo is there. For everybody;
/// no actor.
/// </summary>
public sealed class ReadFrontPage(Db db)
{
    public sealed record Instance
    {
        /// <summary>False until the owner has set the program up.</summary>
        public required bool HasAccounts { get; init; }
        public required bool HasDemo { get; init; }
    }

    public Task<Instance> Run(CancellationToken cancellation) => db.One<Instance>(ReadSql, null, cancellation);

    private const string ReadSql =
        $"select ({AccountsSql.IsSetUp}) as has_accounts, exists (select 1 from organisation where is_demo) as has_demo";
}
