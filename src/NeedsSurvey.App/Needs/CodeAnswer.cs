// A coder has read an open answer to the end: which needs it states, and in which words. One save per answer replaces what this coder said
// of it before, so that going back and changing one's mind is the same step as the first reading.

using System.Text.Json;
using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;

namespace NeedsSurvey.App.Needs;

/// <summary>Stores one coder's reading of one open answer. Other coders' codings are not touched, and not shown.</summary>
public sealed class CodeAnswer(Db db, FindInitiative find)
{
    /// <param name="Need">Name of a need of the initiative.</param>
    /// <param name="Excerpt">The words that state it, exactly as they stand in the answer; empty for the whole answer.</param>
    /// <param name="Quote">The words may be printed: they give nobody away (kept only where the writer allowed quoting).</param>
    public sealed record Code(string Need, string Excerpt = "", bool Quote = false);

    public sealed record Command(Guid SurveyId, Guid ResponseId, string Field, IReadOnlyList<Code> Codes);

    public async Task<Result<Done>> Run(Actor actor, Guid initiative, Command command, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.Code, initiative, cancellation)).Succeeded(out var found, out var problem))
            return problem;
        if (command.Codes.Any(code => code is null))
            return new Problem.Invalid("codes", "null_code", "Each code is an object with a need.");

        return await db.Change<Done>(
            actor,
            found.OrganisationId,
            "answer.code",
            command.ResponseId.ToString(),
            async tx =>
            {
                // The response is held, so that its writer cannot take the words back while spans of them are stored.
                var which = new
                {
                    initiative,
                    command.SurveyId,
                    command.ResponseId,
                    command.Field,
                };
                await tx.Execute(HoldSql, which);
                if (await tx.Find<AnswerRow>(AnswerSql, which) is not { } answer)
                    return new Problem.NotFound("open answer");
                if (!Spans(command.Codes, answer).Succeeded(out var spans, out var invalid))
                    return invalid;
                var at = new
                {
                    command.SurveyId,
                    command.ResponseId,
                    command.Field,
                    coder = actor.CoderId(),
                    by = actor.Name,
                    initiative,
                    spans = Jsonb.Of(JsonSerializer.Serialize(spans)),
                };
                var unknown = await tx.Query<string>(UnknownSql, at);
                if (unknown.Count > 0)
                    return new Problem.Invalid(
                        "codes",
                        "unknown_need",
                        $"There is no need named '{unknown[0]}'. Add it to the codebook first."
                    );
                await tx.Execute(ForgetQuotesSql, at);
                await tx.Execute(ForgetSql, at);
                await tx.Execute(InsertSql, at);
                await tx.Execute(QuoteSql, at);
                await tx.Execute(ReadSql, at);
                return Done.It;
            },
            cancellation
        );
    }

    private static Result<List<object>> Spans(IReadOnlyList<Code> codes, AnswerRow answer)
    {
        var faults = new List<Fault>();
        var spans = new List<object>();
        for (var i = 0; i < codes.Count; i++)
        {
            if (SpanOf(codes[i].Excerpt, answer.Words) is not { } span)
            {
                faults.Add(
                    new(
                        $"codes[{i}].excerpt",
                        "not_in_answer",
                        "These words do not stand in the answer. Copy them exactly, or leave the field empty for the whole answer."
                    )
                );
                continue;
            }

            // PostgreSQL counts characters, C# UTF-16 units; spans are stored in characters.
            spans.Add(
                new
                {
                    id = Guid.NewGuid(),
                    need = codes[i].Need,
                    start = Characters(answer.Words.AsSpan(0, span.Start)),
                    length = Characters(answer.Words.AsSpan(span.Start, span.Length)),
                    quote = codes[i].Quote && answer.MayQuote,
                }
            );
        }

        return faults.Count > 0 ? new Problem.Invalid(faults) : spans;
    }

    // A browser sends other line ends than it was given, and copying joins lines: any space is as good as another.
    private static (int Start, int Length)? SpanOf(string excerpt, string words)
    {
        var sought = string.Join(' ', excerpt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (sought.Length == 0)
            return (0, words.Length);
        var places = Enumerable
            .Range(0, words.Length)
            .Where(i => !char.IsWhiteSpace(words[i]) || (i > 0 && !char.IsWhiteSpace(words[i - 1])))
            .ToArray();
        var at = string.Concat(places.Select(i => char.IsWhiteSpace(words[i]) ? ' ' : words[i])).IndexOf(sought, StringComparison.Ordinal);
        return at < 0 ? null : (places[at], places[at + sought.Length - 1] + 1 - places[at]);
    }

    private static int Characters(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }

    private const string HoldSql = "select 1 from response where survey_id = @SurveyId and response_id = @ResponseId for share";

    private const string AnswerSql = """
        select a.words, a.may_quote from open_answer a join survey s using (survey_id)
        where s.initiative_id = @initiative and a.survey_id = @surveyId and a.response_id = @responseId and a.field = @field
        """;

    private const string UnknownSql = """
        select c.need from jsonb_to_recordset(@spans) as c(need text)
        where not exists (select from need n where n.initiative_id = @initiative and n.name = c.need)
        """;

    private const string ForgetQuotesSql = """
        delete from quote q using coding c
        where q.survey_id = c.survey_id and q.coding_id = c.coding_id
          and c.survey_id = @surveyId and c.response_id = @responseId and c.field = @field and c.coder_id = @coder
        """;

    private const string ForgetSql =
        "delete from coding where survey_id = @surveyId and response_id = @responseId and field = @field and coder_id = @coder";

    private const string InsertSql = """
        insert into coding (survey_id, response_id, coding_id, field, span_start, span_length, need, coder_id)
        select @surveyId, @responseId, c.id, @field, c.start, c.length, c.need, @coder
        from jsonb_to_recordset(@spans) as c(id uuid, need text, start int, length int)
        on conflict on constraint coding_once do nothing
        """;

    private const string QuoteSql = """
        insert into quote (survey_id, coding_id, checked_by)
        select k.survey_id, k.coding_id, @by
        from jsonb_to_recordset(@spans) as c(id uuid, quote boolean) join coding k on k.survey_id = @surveyId and k.coding_id = c.id
        where c.quote
        """;

    private const string ReadSql = """
        insert into reading (survey_id, response_id, field, coder_id) values (@surveyId, @responseId, @field, @coder) on conflict do nothing
        """;

    private sealed record AnswerRow
    {
        public required string Words { get; init; }
        public required bool MayQuote { get; init; }
    }
}
