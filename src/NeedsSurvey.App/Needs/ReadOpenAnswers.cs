// Open answers for the people who code them: the words, and nothing else of the response. A coder never sees who wrote them, when, or what
// else they said.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Results;

namespace NeedsSurvey.App.Needs;

/// <summary>An open answer with this coder's codings.</summary>
public sealed record OpenAnswer
{
    public required Guid SurveyId { get; init; }
    public required Guid ResponseId { get; init; }

    /// <summary>The question's name, <c>name.other</c>, or either in a repeat: <c>repeat[2].name</c>.</summary>
    public required string Field { get; init; }
    public required string Language { get; init; }
    public required string Words { get; init; }

    /// <summary>Its writer ticked "you may quote me".</summary>
    public required bool MayQuote { get; init; }
    public required bool IsRead { get; init; }
    public IReadOnlyList<CodedExcerpt> Codings { get; init; } = [];
}

/// <summary>A span of an open answer given to a need.</summary>
public sealed record CodedExcerpt
{
    public required Guid CodingId { get; init; }
    public required string Need { get; init; }
    public required int SpanStart { get; init; }
    public required int SpanLength { get; init; }
    public required bool IsQuote { get; init; }
}

/// <summary>A page of open answers.</summary>
/// <param name="Unread">How many this coder has not read yet.</param>
/// <param name="UnreadByAnyone">How many no coder has read yet.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record OpenAnswers(IReadOnlyList<OpenAnswer> Items, long Unread, long UnreadByAnyone, long All, string? Next);

/// <summary>Lists open answers in an order that has nothing to do with when they came.</summary>
public sealed class ReadOpenAnswers(Db db, FindInitiative find)
{
    private const int PageSize = 20;

    /// <param name="unreadOnly">Only those that this actor has not read.</param>
    /// <param name="byNobody">Only those that no coder has read: where a second reading would wait.</param>
    /// <param name="need">Only those that this actor coded to a need; null for all.</param>
    /// <param name="after">The cursor of the page before.</param>
    public async Task<Result<OpenAnswers>> Run(
        Actor actor,
        Guid initiative,
        bool unreadOnly = true,
        string? need = null,
        string? after = null,
        bool byNobody = false,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.Code, initiative, cancellation)).Succeeded(out _, out var problem))
            return problem;
        var coder = actor.CoderId();
        if (!OpenAnswerCursor.Parse(after).Succeeded(out var behind, out problem))
            return problem;

        var rows = await db.Query<OpenAnswer>(
            Sql,
            new
            {
                initiative,
                coder,
                unreadOnly,
                byNobody,
                need,
                take = PageSize + 1,
                afterId = behind.ResponseId,
                afterField = behind.Field,
            },
            cancellation
        );
        var page = rows.Take(PageSize).ToList();
        var counts = await db.One<Counts>(CountsSql, new { initiative, coder }, cancellation);
        return new OpenAnswers(
            await WithCodings(page, coder, cancellation),
            counts.Unread,
            counts.UnreadByAnyone,
            counts.Everything,
            rows.Count > PageSize ? new OpenAnswerCursor(page[^1].ResponseId, page[^1].Field).ToString() : null
        );
    }

    /// <summary>One open answer, for a form that came back.</summary>
    public async Task<Result<OpenAnswer>> One(
        Actor actor,
        Guid initiative,
        Guid survey,
        Guid response,
        string field,
        CancellationToken cancellation = default
    )
    {
        if (!(await find.Run(actor, Permission.Code, initiative, cancellation)).Succeeded(out _, out var problem))
            return problem;
        var coder = actor.CoderId();
        if (
            await db.Find<OpenAnswer>(
                OneSql,
                new
                {
                    initiative,
                    coder,
                    survey,
                    response,
                    field,
                },
                cancellation
            )
            is not { } answer
        )
            return new Problem.NotFound("open answer");
        return (await WithCodings([answer], coder, cancellation))[0];
    }

    private async Task<IReadOnlyList<OpenAnswer>> WithCodings(List<OpenAnswer> page, Guid coder, CancellationToken cancellation)
    {
        var codings = (
            await db.Query<CodingRow>(
                CodingsSql,
                new
                {
                    coder,
                    surveys = page.Select(a => a.SurveyId).ToArray(),
                    responses = page.Select(a => a.ResponseId).ToArray(),
                },
                cancellation
            )
        ).ToLookup(row => (row.SurveyId, row.ResponseId, row.Field));
        return
        [
            .. page.Select(answer =>
                answer with
                {
                    Codings =
                    [
                        .. codings[(answer.SurveyId, answer.ResponseId, answer.Field)]
                            .Select(row => new CodedExcerpt
                            {
                                CodingId = row.CodingId,
                                Need = row.Need,
                                SpanStart = row.SpanStart,
                                SpanLength = row.SpanLength,
                                IsQuote = row.IsQuote,
                            }),
                    ],
                }
            ),
        ];
    }

    private const string Sql = """
        select a.survey_id, a.response_id, a.field, a.language, a.words, a.may_quote,
               exists (select from reading x where x.survey_id = a.survey_id and x.response_id = a.response_id and x.field = a.field
                   and x.coder_id = @coder) as is_read
        from open_answer a join survey s using (survey_id)
        where s.initiative_id = @initiative
          and (not @unreadOnly or not exists (select from reading x where x.survey_id = a.survey_id and x.response_id = a.response_id
              and x.field = a.field and x.coder_id = @coder))
          and (not @byNobody or not exists (select from reading x where x.survey_id = a.survey_id and x.response_id = a.response_id
              and x.field = a.field))
          and (@need::text is null or exists (select from coding c where c.survey_id = a.survey_id and c.response_id = a.response_id
              and c.field = a.field and c.need = @need::text))
          and (@afterId::uuid is null or (a.response_id, a.field) > (@afterId::uuid, @afterField::text))
        order by a.response_id, a.field
        limit @take
        """;

    private const string OneSql = """
        select a.survey_id, a.response_id, a.field, a.language, a.words, a.may_quote,
               exists (select from reading x where x.survey_id = a.survey_id and x.response_id = a.response_id and x.field = a.field
                   and x.coder_id = @coder) as is_read
        from open_answer a join survey s using (survey_id)
        where s.initiative_id = @initiative and a.survey_id = @survey and a.response_id = @response and a.field = @field
        """;

    private const string CodingsSql = """
        select survey_id, response_id, coding_id, field, need, span_start, span_length,
               exists (select from quote q where q.survey_id = c.survey_id and q.coding_id = c.coding_id) as is_quote
        from coding c
        where survey_id = any(@surveys) and response_id = any(@responses) and coder_id = @coder
        order by span_start, need
        """;

    private const string CountsSql = """
        select count(*) as everything,
               count(*) filter (where not exists (
                   select from reading x where x.survey_id = a.survey_id and x.response_id = a.response_id and x.field = a.field
                       and x.coder_id = @coder)) as unread,
               count(*) filter (where not exists (
                   select from reading x where x.survey_id = a.survey_id and x.response_id = a.response_id
                       and x.field = a.field)) as unread_by_anyone
        from open_answer a join survey s using (survey_id)
        where s.initiative_id = @initiative
        """;

    private sealed record CodingRow
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
        public required Guid CodingId { get; init; }
        public required string Field { get; init; }
        public required string Need { get; init; }
        public required int SpanStart { get; init; }
        public required int SpanLength { get; init; }
        public required bool IsQuote { get; init; }
    }

    private sealed record Counts
    {
        public required long Everything { get; init; }
        public required long Unread { get; init; }
        public required long UnreadByAnyone { get; init; }
    }
}
