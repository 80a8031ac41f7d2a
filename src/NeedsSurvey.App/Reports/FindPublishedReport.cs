using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Reports;

/// <summary>Finds the public address of an initiative's report, which anybody may read.</summary>
public sealed class FindPublishedReport(Db db)
{
    /// <returns>The slug for <c>/r/{slug}</c>; null while no version is published.</returns>
    public Task<string?> Run(Guid initiative, CancellationToken cancellation = default) =>
        db.Find<string>(Sql, new { initiative }, cancellation);

    private const string Sql = """
        select slug from report where initiative_id = @initiative and exists (select from report_version v
            where v.initiative_id = @initiative)
        """;
}
