using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Reports;

/// <summary>
/// What a report prints in people's own words: only what somebody checked for giving a person away, from people who allowed it, about
/// needs that enough others stated too.
/// </summary>
internal static class ReportQuotes
{
    public static async Task<IReadOnlyList<Quote>> Of(Db db, Guid initiative, IReadOnlySet<string> quotable, CancellationToken cancellation)
    {
        var countsAs = ReadNeedAnswers.CountsAs(await ReadNeedAnswers.ReadCodebook(db, initiative, cancellation));
        // Where figures stay as they were drawn, so do the needs that they know.
        string Meant(string need) => quotable.Contains(need) ? need : countsAs.GetValueOrDefault(need, need);
        return
        [
            .. (await db.Query<QuoteRow>(QuotesSql, new { initiative }, cancellation))
                .Where(row => quotable.Contains(Meant(row.Need)))
                .Select(row => new Quote(Meant(row.Need), row.Words, row.Language)
                {
                    Question = row.Question is null ? null : JsonSerializer.Deserialize<LocalText>(row.Question),
                    SurveyId = row.SurveyId,
                    ResponseId = row.ResponseId,
                }),
        ];
    }

    private const string QuotesSql = """
        select c.survey_id, c.response_id, c.need, substring(a.words from c.span_start + 1 for c.span_length) as words, a.language,
               jsonb_path_query_first(asked.definition, '$.questions.** ? (@.name == $name).label',
                   jsonb_build_object('name', asked.name)) as question
        from quote q
        join coding c using (survey_id, coding_id)
        join open_answer a on a.survey_id = c.survey_id and a.response_id = c.response_id and a.field = c.field
        join survey s on s.survey_id = c.survey_id
        cross join lateral (select v.definition, regexp_replace(a.field, '^.*/', '') as name from survey_version v
                            where v.survey_id = a.survey_id order by v.version desc limit 1) asked
        where s.initiative_id = @initiative and a.may_quote
        -- Question by question, as they were asked: a list in JSON keeps its order in text.
        order by strpos(asked.definition::text, format('"name": "%s"', asked.name)), c.need, c.coding_id
        """;

    private sealed record QuoteRow
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
        public required string Need { get; init; }
        public required string Words { get; init; }
        public required string Language { get; init; }
        public required string? Question { get; init; }
    }
}
