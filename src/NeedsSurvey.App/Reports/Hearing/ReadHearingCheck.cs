// The hearing check as organisers see it, as the public sees it, and as the report counts it.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Reports;

/// <summary>A hearing check with its replies.</summary>
public sealed record HearingCheckView
{
    public required string Slug { get; init; }

    /// <summary>What was heard, the first version first; there is at least one.</summary>
    public required IReadOnlyList<SummaryVersion> Versions { get; init; }

    public required HearingState State { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>What an edit of the summary begins from: <see cref="PrepareHearingCheck.Command.Revision"/>.</summary>
    public required string Revision { get; init; }

    /// <summary>Whether anybody has replied to the newest version: then its words stay.</summary>
    public required bool HasReplies { get; init; }

    /// <summary>For those who may not export, only those that have been decided about.</summary>
    public required IReadOnlyList<Correction> Corrections { get; init; }

    /// <summary>What people wrote beside a yes: no corrections, and nothing to decide. Empty for those who may not export.</summary>
    public required IReadOnlyList<Remark> Remarks { get; init; }

    public SummaryVersion Newest => Versions[^1];

    /// <summary>Of the newest version that replies are counted of; true for those who may export, safe for everybody else.</summary>
    public HearingCheckTally Replies =>
        (Versions.LastOrDefault(version => version.Replies.Replies is not (null or { Shown: 0 })) ?? Versions[0]).Replies;
}

/// <summary>What was heard, as people were asked about it.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Words">By language.</param>
/// <param name="WrittenOn">The day of these words.</param>
/// <param name="Replies">Those to this version.</param>
public sealed record SummaryVersion(int Version, IReadOnlyDictionary<string, string> Words, DateOnly WrittenOn, HearingCheckTally Replies);

/// <summary>Words that somebody wrote beside a yes.</summary>
public sealed record Remark
{
    public required string Words { get; init; }
    public required string Language { get; init; }
}

/// <summary>What somebody said was missing or wrong.</summary>
public sealed record Correction
{
    public required Guid ReplyId { get; init; }

    /// <summary>What the same person said; null for those who may not export: yes, partly and no beside words could be counted.</summary>
    public required HearingVerdict? Verdict { get; init; }
    public required string Words { get; init; }
    public required string Language { get; init; }

    /// <summary>Null while undecided.</summary>
    public required CorrectionDecision? Decision { get; init; }
    public required string DecisionReason { get; init; }

    /// <summary>The version of the summary that it is about.</summary>
    public required int About { get; init; }

    /// <summary>The version of the summary that takes it up; null while none does.</summary>
    public required int? ChangedIn { get; init; }
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
                Remarks = [],
            }
            : view;
    }

    /// <summary>For operations that have asked for permission themselves.</summary>
    /// <param name="initiative">Whose check.</param>
    /// <param name="safe">Whether figures are safe ones.</param>
    /// <param name="cancellation">Ends the reads.</param>
    internal async Task<HearingCheckView?> Read(Guid initiative, bool safe, CancellationToken cancellation)
    {
        // Before the words: of an edit that comes between, the words may be newer, and saving them then asks once too often.
        var revision = await db.One<string>(PrepareHearingCheck.RevisionSql, new { initiative }, cancellation);
        if (await db.Find<Row>(CheckSql, new { initiative }, cancellation) is not { } row)
            return null;
        var tallies = await replies.Run(initiative, safe, cancellation);
        return new HearingCheckView
        {
            Slug = row.Slug,
            Versions =
            [
                .. (await db.Query<VersionRow>(VersionsSql, new { initiative }, cancellation)).Select(version => new SummaryVersion(
                    version.Version,
                    JsonSerializer.Deserialize<Dictionary<string, string>>(version.Words)!,
                    version.WrittenOn,
                    tallies.GetValueOrDefault(version.Version) ?? DrawHearingReplies.None
                )),
            ],
            State = row.State,
            OpenedOn = row.OpenedOn,
            ClosedOn = row.ClosedOn,
            HasReplies = row.HasReplies,
            Revision = revision,
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
                    About = correction.About,
                    ChangedIn = correction.ChangedIn,
                }),
            ],
            Remarks = await db.Query<Remark>(RemarksSql, new { initiative }, cancellation),
        };
    }

    private const string CheckSql = """
        select h.slug, h.state, h.opened_on, h.closed_on,
               exists (select from hearing_reply r where r.initiative_id = h.initiative_id
                   and r.summary_version = (select max(s.version) from hearing_summary s where s.initiative_id = h.initiative_id))
                   as has_replies
        from hearing_check h where h.initiative_id = @initiative
        """;

    private const string VersionsSql =
        "select version, words, written_on from hearing_summary where initiative_id = @initiative order by version";

    private const string CorrectionsSql = """
        select reply_id, verdict, correction as words, language, decision, decision_reason, summary_version as about, changed_in
        from hearing_reply where initiative_id = @initiative and correction <> '' and verdict <> 'yes'
        order by decision is not null, received_on, reply_id
        """;

    private const string RemarksSql = """
        select correction as words, language from hearing_reply where initiative_id = @initiative and correction <> '' and verdict = 'yes'
        order by received_on, reply_id
        """;

    private sealed record Row
    {
        public required string Slug { get; init; }
        public required HearingState State { get; init; }
        public required DateOnly? OpenedOn { get; init; }
        public required DateOnly? ClosedOn { get; init; }
        public required bool HasReplies { get; init; }
    }

    private sealed record VersionRow
    {
        public required int Version { get; init; }
        public required string Words { get; init; }
        public required DateOnly WrittenOn { get; init; }
    }

    private sealed record CorrectionRow
    {
        public required Guid ReplyId { get; init; }
        public required HearingVerdict Verdict { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
        public required string? Decision { get; init; }
        public required string DecisionReason { get; init; }
        public required int About { get; init; }
        public required int? ChangedIn { get; init; }
    }
}
