using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>What people said about the goals.</summary>
public sealed record GoalHearingView
{
    public required string Slug { get; init; }
    public required HearingState State { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }

    /// <summary>Every goal that was adopted, in the goals' order.</summary>
    public required IReadOnlyList<GoalHeard> Goals { get; init; }
}

/// <summary>Replies about one goal.</summary>
/// <param name="GoalId">Which goal.</param>
/// <param name="Title">Its title.</param>
/// <param name="Replies">Yes, otherwise (partly) and please do not (no): true for those who may export, safe for everybody else.</param>
/// <param name="Words">What people wrote, for those who may export; empty for everybody else, and printed nowhere.</param>
public sealed record GoalHeard(Guid GoalId, string Title, HearingCheckTally Replies, IReadOnlyList<Remark> Words);

/// <summary>Reads what people said about the goals.</summary>
public sealed class ReadGoalHearing(Db db, FindInitiative find, DrawGoalReplies draw)
{
    private static readonly SafeRule Rule = SafeRule.Default;

    /// <returns>Null (a value, not a problem) while nobody was asked.</returns>
    public async Task<Result<GoalHearingView?>> Run(Actor actor, Guid initiative, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.View, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        return await Read(found.InitiativeId, safe: !actor.SeesTrueFigures(found.OrganisationId), cancellation);
    }

    /// <summary>For operations that have asked for permission themselves.</summary>
    internal async Task<GoalHearingView?> Read(Guid initiative, bool safe, CancellationToken cancellation)
    {
        if (await db.Find<Row>(HearingSql, new { initiative }, cancellation) is not { } row)
            return null;
        if (safe)
            await draw.Run(initiative, cancellation);
        var replies = (await db.Query<ReplyRow>(RepliesSql, new { initiative, onlyDrawn = safe }, cancellation)).ToLookup(reply =>
            reply.GoalId
        );
        return new GoalHearingView
        {
            Slug = row.Slug,
            State = row.State,
            OpenedOn = row.OpenedOn,
            ClosedOn = row.ClosedOn,
            Goals =
            [
                .. (await db.Query<GoalRow>(GoalsSql, new { initiative }, cancellation)).Select(goal => new GoalHeard(
                    goal.GoalId,
                    goal.Title,
                    HearingCheckTally.Of(safe ? Rule : SafeRule.Off, Count(replies[goal.GoalId])),
                    safe
                        ? []
                        :
                        [
                            .. replies[goal.GoalId]
                                .Where(reply => reply.Words.Length > 0)
                                .Select(reply => new Remark { Words = reply.Words, Language = reply.Language }),
                        ]
                )),
            ],
        };
    }

    private static HearingReplies Count(IEnumerable<ReplyRow> replies)
    {
        RecordCounter yes = new(),
            change = new(),
            doNot = new();
        foreach (var reply in replies)
        {
            var key = new RecordKey(unchecked((ulong)reply.RecordKey));
            if (reply.Verdict == GoalVerdict.Yes.Code())
                yes.Add(key);
            else if (reply.Verdict == GoalVerdict.Change.Code())
                change.Add(key);
            else
                doNot.Add(key);
        }
        return new(yes, change, doNot, new(), new());
    }

    private const string HearingSql = "select slug, state, opened_on, closed_on from goal_hearing where initiative_id = @initiative";

    private const string GoalsSql = """
        select goal_id, title from goal where initiative_id = @initiative and state <> 'draft' order by position, goal_id
        """;

    private const string RepliesSql = """
        select goal_id, record_key, verdict, words, language from goal_reply
        where initiative_id = @initiative and case when @onlyDrawn then drawn else withdrawn_on is null end
        order by received_on, reply_id
        """;

    private sealed record Row
    {
        public required string Slug { get; init; }
        public required HearingState State { get; init; }
        public required DateOnly OpenedOn { get; init; }
        public required DateOnly? ClosedOn { get; init; }
    }

    private sealed record GoalRow
    {
        public required Guid GoalId { get; init; }
        public required string Title { get; init; }
    }

    private sealed record ReplyRow
    {
        public required Guid GoalId { get; init; }
        public required long RecordKey { get; init; }
        public required string Verdict { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
    }
}
