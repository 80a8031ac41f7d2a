// The hearing check as organisers see it, as the public sees it, and as the report counts it.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Goals;
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

    /// <summary>Whether anybody has replied: then the words of the summary stay.</summary>
    public required bool HasReplies { get; init; }

    /// <summary>True for those who may export, safe for everybody else.</summary>
    public required HearingCheckTally Replies { get; init; }

    /// <summary>For those who may not export, only those that have been decided about.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }
}

/// <summary>What somebody said was missing or wrong.</summary>
public sealed record Correction
{
    public required Guid ReplyId { get; init; }

    /// <summary>What the same person said; null for those who may not export: yes, partly and no beside words could be counted.</summary>
    public required string? Verdict { get; init; }
    public required string Words { get; init; }
    public required string Language { get; init; }

    /// <summary>Null while undecided.</summary>
    public required CorrectionDecision? Decision { get; init; }
    public required string DecisionReason { get; init; }
}

/// <summary>Reads a hearing check for its organisers.</summary>
public sealed class ReadHearingCheck(Db db, FindInitiative find, DrawHearingReplies replies)
{
    /// <returns>Null (a value, not a problem) while none is prepared.</returns>
    public async Task<Result<HearingCheckView?>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        var safe = !actor.SeesTrueFigures(found.OrganisationId);
        var view = await Read(found.InitiativeId, safe, cancellation);
        // A list that grows with every reply is a count of them: until somebody has decided about it, a correction is for those who decide.
        return safe && view is not null
            ? view with
            {
                Corrections = [.. view.Corrections.Where(correction => correction.Decision is not null)],
            }
            : view;
    }

    /// <summary>For operations that have asked for permission themselves.</summary>
    /// <param name="initiative">Whose check.</param>
    /// <param name="safe">Whether figures are safe ones.</param>
    /// <param name="cancellation">Ends the reads.</param>
    internal async Task<HearingCheckView?> Read(Guid initiative, bool safe, CancellationToken cancellation)
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
            HasReplies = row.HasReplies,
            Replies = await replies.Run(initiative, safe, cancellation),
            Corrections =
            [
                .. (await db.Query<CorrectionRow>(CorrectionsSql, new { initiative }, cancellation)).Select(correction => new Correction
                {
                    ReplyId = correction.ReplyId,
                    Verdict = safe ? null : correction.Verdict,
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
               exists (select from hearing_reply r where r.initiative_id = h.initiative_id) as has_replies
        from hearing_check h where h.initiative_id = @initiative
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
        public required bool HasReplies { get; init; }
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
