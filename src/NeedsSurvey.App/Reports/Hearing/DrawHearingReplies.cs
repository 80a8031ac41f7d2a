// Which replies are in the figures that everybody may see. They join in steps, many at once, as responses do (DrawResponses): no single
// reply is seen arriving, or leaving: one that was taken back (TakeBack) counts until the next drawing.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Reports;

/// <summary>Counts the replies to each version of a hearing check's summary; the caller has asked for permission.</summary>
public sealed class DrawHearingReplies(Db db)
{
    private static readonly SafeRule Rule = SafeRule.Default;

    /// <summary>What is told where nobody was asked.</summary>
    internal static HearingCheckTally None => HearingCheckTally.Of(Rule, Count([]));

    /// <param name="initiative">Whose check.</param>
    /// <param name="safe">Figures of the drawing, which is made first where it is due; else true ones of all replies.</param>
    /// <param name="cancellation">Ends the reads.</param>
    /// <returns>By the version that was replied to, also those that nobody has replied to.</returns>
    public async Task<IReadOnlyDictionary<int, HearingCheckTally>> Run(Guid initiative, bool safe, CancellationToken cancellation = default)
    {
        if (safe)
            await DrawDue(initiative, cancellation);
        var replies = (await db.Query<Row>(RepliesSql, new { initiative, onlyDrawn = safe }, cancellation)).ToLookup(row => row.Version);
        return (await db.Query<State>(StateSql, new { initiative }, cancellation)).ToDictionary(
            state => state.Version,
            state => HearingCheckTally.Of(safe ? Rule : SafeRule.Off, Count(replies[state.Version]))
        );
    }

    private async Task DrawDue(Guid initiative, CancellationToken cancellation)
    {
        if (!(await db.Query<State>(StateSql, new { initiative }, cancellation)).Any(IsDue))
            return;
        await db.Maintenance<Done>(
            async tx =>
            {
                // Two people who look at once: the second waits here and finds nothing due.
                await tx.Find<string>(HoldSql, new { initiative });
                foreach (var state in (await tx.Query<State>(StateSql, new { initiative })).Where(IsDue))
                    await tx.Execute(DrawSql, new { initiative, state.Version });
                return Done.It;
            },
            cancellation
        );
    }

    private static bool IsDue(State now) =>
        now.Waiting + now.Gone > 0 && SafeSteps.MayDraw(new(now.Drawn, now.Drawn), now.Drawn + now.Waiting - now.Gone, Rule);

    private static HearingReplies Count(IEnumerable<Row> replies)
    {
        RecordCounter yes = new(),
            partly = new(),
            no = new(),
            corrected = new(),
            takenUp = new(),
            answered = new(),
            couldSay = new(),
            takenSeriously = new();
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
            if (reply.IsAnswered)
                answered.Add(key);
            if (reply.CouldSay)
                couldSay.Add(key);
            if (reply.TakenSeriously)
                takenSeriously.Add(key);
        }
        return new(yes, partly, no, corrected, takenUp)
        {
            Answered = answered,
            CouldSay = couldSay,
            TakenSeriously = takenSeriously,
        };
    }

    private const string HoldSql = "select slug from hearing_check where initiative_id = @initiative for update";

    private const string StateSql = """
        select s.version, (count(r.reply_id) filter (where r.drawn))::int as drawn,
               (count(r.reply_id) filter (where not r.drawn and r.withdrawn_on is null))::int as waiting,
               (count(r.reply_id) filter (where r.drawn and r.withdrawn_on is not null))::int as gone
        from hearing_summary s
        left join hearing_reply r on r.initiative_id = s.initiative_id and r.summary_version = s.version
        where s.initiative_id = @initiative group by s.version
        """;

    private const string DrawSql = """
        update hearing_reply
        set drawn = withdrawn_on is null, verdict = case when withdrawn_on is null then verdict end, was_corrected = false,
            answered = case when withdrawn_on is null then answered end, could_say = case when withdrawn_on is null then could_say end,
            taken_seriously = case when withdrawn_on is null then taken_seriously end
        where initiative_id = @initiative and summary_version = @version and drawn = (withdrawn_on is not null)
        """;

    // Words beside a yes are no correction.
    private const string RepliesSql = """
        select summary_version as version, record_key, verdict = 'yes' as is_yes, verdict = 'partly' as is_partly,
               (correction <> '' or was_corrected) and verdict <> 'yes' as is_corrected, changed_in is not null as is_taken_up,
               coalesce(answered, false) as is_answered, coalesce(could_say >= 3, false) as could_say,
               coalesce(taken_seriously >= 3, false) as taken_seriously
        from hearing_reply where initiative_id = @initiative and case when @onlyDrawn then drawn else withdrawn_on is null end
        """;

    private sealed record State
    {
        public required int Version { get; init; }
        public required int Drawn { get; init; }
        public required int Waiting { get; init; }
        public required int Gone { get; init; }
    }

    private sealed record Row
    {
        public required int Version { get; init; }
        public required long RecordKey { get; init; }
        public required bool IsYes { get; init; }
        public required bool IsPartly { get; init; }
        public required bool IsCorrected { get; init; }
        public required bool IsTakenUp { get; init; }
        public required bool IsAnswered { get; init; }
        public required bool CouldSay { get; init; }
        public required bool TakenSeriously { get; init; }
    }
}
