// Somebody takes back what they said: answers (WithdrawResponse), or a reply to the hearing check or about goals. A reply's row stays,
// emptied, so that a late repeat of the submission does not bring it back and the code still says what happened. Words go at once, from
// published reports too; what the reply counts as goes from the figures with their next drawing (DrawHearingReplies), so that nobody sees
// one reply leave.

using System.Text.Json.Nodes;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Reports;

/// <summary>Takes back the reply or the response behind a code; doing it again changes nothing.</summary>
public sealed class TakeBack(Db db, TimeProvider clock, WithdrawResponse withdraw)
{
    public async Task<Result<Done>> Run(SecretText code, CancellationToken cancellation = default)
    {
        if (!Receipt.TryRead(code.Reveal(), out var receipt))
            return new Problem.NotFound("receipt");
        var hash = Receipt.ReceiptHash(receipt);
        var taken = await db.Collect<Done>(
            async tx =>
            {
                if (await tx.Find<Row>(FindSql, new { hash }) is { } reply)
                {
                    if (reply.Words.Length > 0)
                        await Untell(tx, reply.InitiativeId, reply.Words);
                    await tx.Execute(EmptySql, new { hash, today = await InitiativeClock.Today(tx, reply.InitiativeId, clock) });
                    return Done.It;
                }
                if (await tx.Find<Guid?>(FindGoalsSql, new { hash }) is not { } initiative)
                    return new Problem.NotFound("receipt");
                await tx.Execute(EmptyGoalsSql, new { hash, today = await InitiativeClock.Today(tx, initiative, clock) });
                return Done.It;
            },
            cancellation
        );
        return taken.Problem is Problem.NotFound ? await withdraw.Run(code, cancellation) : taken;
    }

    // Published reports are frozen but for this and quotes: words that somebody took back are printed in none of them any more. Whoever
    // wrote the same words in another reply loses them with it; rather too much goes than what was taken back stays.
    private static async Task Untell(Tx tx, Guid initiative, string words)
    {
        foreach (var version in await tx.Query<VersionRow>(VersionsSql, new { initiative }))
        {
            var (content, redrawn) = (Without(version.Content, words), Without(version.Redrawn, words));
            if (content is not null || redrawn is not null)
                await tx.Execute(
                    RewriteSql,
                    new
                    {
                        initiative,
                        version.Version,
                        content = Jsonb.Of(content ?? version.Content!),
                        redrawn = Jsonb.Of(redrawn ?? version.Redrawn ?? "null"),
                    }
                );
        }
        await tx.Execute(UntranslateSql, new { initiative, key = ReportTexts.SaidKey(words) });
    }

    // A version's content without these words of its hearing check and without their translations; null where they are not in it.
    private static string? Without(string? content, string words)
    {
        if (content is null || JsonNode.Parse(content) is not JsonObject report || report["hearing"] is not { } hearing)
            return null;
        var found = Clear(hearing, words);
        foreach (var (_, told) in report["translations"] as JsonObject ?? [])
            found |= (told as JsonObject)?.Remove(ReportTexts.SaidKey(words)) == true;
        return found ? report.ToJsonString() : null;
    }

    private static bool Clear(JsonNode? node, string words)
    {
        var found = false;
        if (node is JsonArray list)
        {
            var said = list.Where(one => one is JsonObject reply && reply["words"] is JsonValue value && value.ToString() == words)
                .ToList();
            said.ForEach(one => list.Remove(one));
            found = said.Count > 0;
            foreach (var one in list)
                found |= Clear(one, words);
        }
        else if (node is JsonObject parts)
            foreach (var (_, part) in parts)
                found |= Clear(part, words);
        return found;
    }

    private const string FindSql = """
        select initiative_id, correction as words from hearing_reply where receipt_hash = @hash for update
        """;

    private const string EmptySql = """
        update hearing_reply
        set withdrawn_on = @today::date, was_corrected = drawn and correction <> '', correction = '', decision = null, decision_reason = '',
            verdict = case when drawn then verdict end, answered = case when drawn then answered end,
            could_say = case when drawn then could_say end, taken_seriously = case when drawn then taken_seriously end
        where receipt_hash = @hash and withdrawn_on is null
        """;

    private const string FindGoalsSql = "select initiative_id from goal_reply where receipt_hash = @hash limit 1 for update";

    private const string EmptyGoalsSql = """
        update goal_reply set withdrawn_on = @today::date, words = '', verdict = case when drawn then verdict end
        where receipt_hash = @hash and withdrawn_on is null
        """;

    private const string VersionsSql = "select version, content, redrawn from report_version where initiative_id = @initiative for update";

    private const string RewriteSql = """
        update report_version set content = @content, redrawn = case when redrawn is null then null else @redrawn::jsonb end
        where initiative_id = @initiative and version = @Version
        """;

    private const string UntranslateSql = """
        update report r set translations = (
            select coalesce(jsonb_object_agg(t.key, t.value - @key), '{}') from jsonb_each(r.translations) t)
        where r.initiative_id = @initiative
        """;

    private sealed record Row
    {
        public required Guid InitiativeId { get; init; }
        public required string Words { get; init; }
    }

    private sealed record VersionRow
    {
        public required int Version { get; init; }
        public required string? Content { get; init; }
        public required string? Redrawn { get; init; }
    }
}
