// Which replies are in the figures that everybody may see. They join in steps, many at once, as responses do (DrawResponses): no single
// reply is seen arriving. A reply is never taken back, so only those that came count towards a step.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>Counts the replies to a hearing check; the caller has asked for permission.</summary>
public sealed class DrawHearingReplies(Db db)
{
    private static readonly SafeRule Rule = SafeRule.Default;

    /// <param name="initiative">Whose check.</param>
    /// <param name="safe">Figures of the drawing, which is made first where it is due; else true ones of all replies.</param>
    /// <param name="cancellation">Ends the reads.</param>
    public async Task<HearingCheckTally> Run(Guid initiative, bool safe, CancellationToken cancellation = default)
    {
        if (safe)
            await DrawDue(initiative, cancellation);
        return HearingCheckTally.Of(safe ? Rule : SafeRule.Off, Count(await Replies(initiative, onlyDrawn: safe, cancellation)));
    }

    private Task<List<Row>> Replies(Guid initiative, bool onlyDrawn, CancellationToken cancellation) =>
        db.Query<Row>(RepliesSql, new { initiative, onlyDrawn }, cancellation);

    private async Task DrawDue(Guid initiative, CancellationToken cancellation)
    {
        var now = await db.One<State>(StateSql, new { initiative }, cancellation);
        if (!IsDue(now))
            return;
        await db.Maintenance<Done>(
            async tx =>
            {
                // Two people who look at once: the second waits here and finds nothing due.
                await tx.Find<string>("select slug from hearing_check where initiative_id = @initiative for update", new { initiative });
                if (IsDue(await tx.One<State>(StateSql, new { initiative })))
                    await tx.Execute(DrawSql, new { initiative });
                return Done.It;
            },
            cancellation
        );
    }

    private static bool IsDue(State now) => now.Waiting > 0 && SafeSteps.MayDraw(new(now.Drawn, now.Drawn), now.Drawn + now.Waiting, Rule);

    private static HearingReplies Count(List<Row> replies)
    {
        RecordCounter yes = new(),
            partly = new(),
            no = new(),
            corrected = new(),
            takenUp = new();
        foreach (var reply in replies)
        {
            var key = new RecordKey(unchecked((ulong)reply.RecordKey));
            if (reply.IsYes)
                yes.Add(key);
            else if (reply.IsPartly)
                partly.Add(key);
            else
                no.Add(key);
            if (reply.IsCorrected)
                corrected.Add(key);
            if (reply.IsTakenUp)
                takenUp.Add(key);
        }
        return new(yes, partly, no, corrected, takenUp);
    }

    private const string StateSql = """
        select (count(*) filter (where drawn))::int as drawn, (count(*) filter (where not drawn))::int as waiting
        from hearing_reply where initiative_id = @initiative
        """;

    private const string DrawSql = "update hearing_reply set drawn = true where initiative_id = @initiative and not drawn";

    private const string RepliesSql = """
        select record_key, verdict = 'yes' as is_yes, verdict = 'partly' as is_partly, correction <> '' as is_corrected,
               correction <> '' and coalesce(decision = 'accepted', false) as is_taken_up
        from hearing_reply where initiative_id = @initiative and (drawn or not @onlyDrawn)
        """;

    private sealed record State
    {
        public required int Drawn { get; init; }
        public required int Waiting { get; init; }
    }

    private sealed record Row
    {
        public required long RecordKey { get; init; }
        public required bool IsYes { get; init; }
        public required bool IsPartly { get; init; }
        public required bool IsCorrected { get; init; }
        public required bool IsTakenUp { get; init; }
    }
}
