// The hearing check as organisers see it, as the public sees it, and as the report counts it.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Reports;

/// <summary>A hearing check with its replies.</summary>
public sealed record HearingCheckView
{
    public required string Slug { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Summary { get; init; }

    public required HearingState State { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required int Yes { get; init; }
    public required int Partly { get; init; }
    public required int No { get; init; }
    public required IReadOnlyList<Correction> Corrections { get; init; }
}

/// <summary>What somebody said was missing or wrong.</summary>
public sealed record Correction
{
    public required Guid ReplyId { get; init; }
    public required string Verdict { get; init; }
    public required string Words { get; init; }
    public required string Language { get; init; }

    /// <summary>Null while undecided.</summary>
    public required CorrectionDecision? Decision { get; init; }
    public required string DecisionReason { get; init; }
}

/// <summary>Reads a hearing check for its organisers.</summary>
public sealed class ReadHearingCheck(Db db, FindInitiative find)
{
    /// <returns>Null (a value, not a problem) while none is prepared.</returns>
    public async Task<Result<HearingCheckView?>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await Read(db, found.InitiativeId, cancellation);
    }

    /// <summary>For operations that have asked for permission themselves.</summary>
    internal static async Task<HearingCheckView?> Read(Db db, Guid initiative, CancellationToken cancellation)
    {
        if (await db.Find<Row>(CheckSql, new { initiative }, cancellation) is not { } row)
            return null;
        return new HearingCheckView
        {
            Slug = row.Slug,
            Summary = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Summary)!,
            State = row.State,
            OpenedOn = row.OpenedOn,
            ClosedOn = row.ClosedOn,
            Yes = row.Yes,
            Partly = row.Partly,
            No = row.No,
            Corrections =
            [
                .. (await db.Query<CorrectionRow>(CorrectionsSql, new { initiative }, cancellation)).Select(correction => new Correction
                {
                    ReplyId = correction.ReplyId,
                    Verdict = correction.Verdict,
                    Words = correction.Words,
                    Language = correction.Language,
                    Decision = CorrectionDecisions.Stored(correction.Decision),
                    DecisionReason = correction.DecisionReason,
                }),
            ],
        };
    }

    private const string CheckSql = """
        select h.slug, h.summary, h.state, h.opened_on, h.closed_on,
               (count(*) filter (where r.verdict = 'yes'))::int as yes, (count(*) filter (where r.verdict = 'partly'))::int as partly,
               (count(*) filter (where r.verdict = 'no'))::int as no
        from hearing_check h left join hearing_reply r using (initiative_id)
        where h.initiative_id = @initiative
        group by h.initiative_id
        """;

    private const string CorrectionsSql = """
        select reply_id, verdict, correction as words, language, decision, decision_reason
        from hearing_reply where initiative_id = @initiative and correction <> '' order by decision is not null, received_on, reply_id
        """;

    private sealed record Row
    {
        public required string Slug { get; init; }
        public required string Summary { get; init; }
        public required HearingState State { get; init; }
        public required DateOnly? OpenedOn { get; init; }
        public required DateOnly? ClosedOn { get; init; }
        public required int Yes { get; init; }
        public required int Partly { get; init; }
        public required int No { get; init; }
    }

    private sealed record CorrectionRow
    {
        public required Guid ReplyId { get; init; }
        public required string Verdict { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
        public required string? Decision { get; init; }
        public required string DecisionReason { get; init; }
    }
}
