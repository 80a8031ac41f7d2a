using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Reports;

/// <summary>A reply to the hearing check, or about goals, for whoever holds its code.</summary>
public sealed record FollowedReply
{
    /// <summary>What was asked about goals, and not of the summary.</summary>
    public required bool IsAboutGoals { get; init; }
    public required bool IsWithdrawn { get; init; }

    /// <summary>One person asks.</summary>
    public required bool IsIndividual { get; init; }

    /// <summary>The published report, or null.</summary>
    public required string? ReportSlug { get; init; }
}

/// <summary>Finds a reply by its code; a wrong code learns only that it is wrong.</summary>
public sealed class FollowReply(Db db)
{
    /// <param name="code">As the person typed it.</param>
    /// <param name="cancellation">Stops the query.</param>
    public async Task<Result<FollowedReply>> Run(SecretText code, CancellationToken cancellation = default) =>
        Receipt.TryRead(code.Reveal(), out var receipt)
        && await db.Find<FollowedReply>(Sql, new { hash = Receipt.ReceiptHash(receipt) }, cancellation) is { } reply
            ? reply
            : new Problem.NotFound("receipt");

    private const string Sql = """
        select found.is_about_goals, found.is_withdrawn, o.kind = 'individual' as is_individual,
               (select p.slug from report p where p.initiative_id = found.initiative_id
                and exists (select from report_version w where w.initiative_id = p.initiative_id)) as report_slug
        from (select initiative_id, false as is_about_goals, withdrawn_on is not null as is_withdrawn
              from hearing_reply where receipt_hash = @hash
              union all
              select initiative_id, true, withdrawn_on is not null from goal_reply where receipt_hash = @hash
              limit 1) found
        join initiative i using (initiative_id) join organisation o using (organisation_id)
        """;
}
