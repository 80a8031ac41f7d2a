// A respondent takes their answers back. The row stays, emptied, so that a late repeat of the submission does not bring them back and the
// receipt still says what happened. What people read in the words (codings, readings) goes in the same transaction: those tables belong
// to the rooms of needs and reports, but a half-done withdrawal would leave spans of somebody's words counted that they asked us to forget.

using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Responses;

/// <summary>Withdraws the response behind a receipt; doing it again changes nothing.</summary>
public sealed class WithdrawResponse(Db db, TimeProvider clock)
{
    public async Task<Result<Done>> Run(SecretText code, CancellationToken cancellation = default)
    {
        if (!Receipt.TryRead(code.Reveal(), out var receipt))
            return new Problem.NotFound("receipt");
        var hash = Receipt.ReceiptHash(receipt);
        return await db.Collect<Done>(
            async tx =>
            {
                var response = await tx.Find<Row>(FindSql, new { hash });
                if (response is null)
                    return new Problem.NotFound("receipt");
                await tx.Execute(UnquoteSql, response);
                await tx.Execute(UntellSql, response);
                await tx.Execute(ForgetSql, response);
                await tx.Execute(EmptySql, new { hash, today = InitiativeClock.Today(response.TimeZone, clock.GetUtcNow()) });
                await tx.Execute(ChangedSql, response);
                return Done.It;
            },
            cancellation
        );
    }

    private const string FindSql = """
        select r.survey_id, r.response_id, i.time_zone
        from response r join survey s using (survey_id) join initiative i using (initiative_id)
        where r.receipt_hash = @hash
        for update of r
        """;

    // Published reports are frozen but for this and report_quote: words that somebody took back are printed in none of them any more.
    // Versions from before there was report_quote say nothing of whose their quotes are; rather too many go than one that was taken back
    // stays.
    private const string UnquoteSql = """
        with said as (
            select w #>> '{}' as words
            from response r, jsonb_path_query(r.answers, 'strict $.**') w
            where r.survey_id = @SurveyId and r.response_id = @ResponseId and jsonb_typeof(w) = 'string')
        update report_version v
        set content = jsonb_set(v.content, '{quotes}', (
            select coalesce(jsonb_agg(q order by n), '[]')
            from jsonb_array_elements(v.content -> 'quotes') with ordinality as printed (q, n)
            where not exists (select from said where strpos(said.words, q ->> 'words') > 0)))
        where v.initiative_id = (select initiative_id from survey where survey_id = @SurveyId)
          and exists (select from jsonb_array_elements(v.content -> 'quotes') q join said on strpos(said.words, q ->> 'words') > 0)
        """;

    // What was quoted may stand in other languages too, by a digest of its words (ReportTexts).
    private const string UntellSql = """
        with gone as (
            select array_agg('said.' || left(encode(sha256(convert_to(words, 'UTF8')), 'hex'), 16)) as keys
            from (
                select words from report_quote where survey_id = @SurveyId and response_id = @ResponseId
                union
                select substring(a.words from c.span_start + 1 for c.span_length)
                from coding c join open_answer a using (survey_id, response_id, field)
                where c.survey_id = @SurveyId and c.response_id = @ResponseId) said
            having count(*) > 0),
             drafts as (
            update report r set translations = (
                select coalesce(jsonb_object_agg(told.key, told.value - gone.keys), '{}') from jsonb_each(r.translations) told)
            from gone where r.initiative_id = (select initiative_id from survey where survey_id = @SurveyId))
        update report_version v
        set content = case when v.content ? 'translations' then jsonb_set(v.content, '{translations}', (
                select coalesce(jsonb_object_agg(told.key, told.value - gone.keys), '{}')
                from jsonb_each(v.content -> 'translations') told)) else v.content end,
            redrawn = case when v.redrawn ? 'translations' then jsonb_set(v.redrawn, '{translations}', (
                select coalesce(jsonb_object_agg(told.key, told.value - gone.keys), '{}')
                from jsonb_each(v.redrawn -> 'translations') told)) else v.redrawn end
        from gone where v.initiative_id = (select initiative_id from survey where survey_id = @SurveyId)
        """;

    private const string ForgetSql = """
        with codings as (delete from coding where survey_id = @SurveyId and response_id = @ResponseId returning coding_id),
             quotes as (delete from quote where survey_id = @SurveyId and coding_id in (select coding_id from codings)),
             drawn as (delete from drawn_story where survey_id = @SurveyId and response_id = @ResponseId),
             printed as (delete from report_quote where survey_id = @SurveyId and response_id = @ResponseId)
        delete from reading where survey_id = @SurveyId and response_id = @ResponseId
        """;

    private const string EmptySql = """
        update response set answers = '{}', may_quote = false, withdrawn_on = coalesce(withdrawn_on, @today)
        where receipt_hash = @hash
        """;

    private const string ChangedSql = """
        insert into response_change as known (survey_id, part, changes) values (@SurveyId, 0, 1)
        on conflict (survey_id, part) do update set changes = known.changes + 1
        """;

    private sealed record Row
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
        public required string TimeZone { get; init; }
    }
}
