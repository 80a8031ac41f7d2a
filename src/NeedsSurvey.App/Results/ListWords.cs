// Open answers of one survey for people who may read them: the words and what they were coded to, apart from the rest of each response.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>What somebody wrote.</summary>
/// <param name="Field">The question, <c>question.other</c>, or either in a repeat: <c>repeat[2].question</c>.</param>
/// <param name="Question">The question's own words, and whose words they are in a repeat; its name where it is asked no more.</param>
/// <param name="Needs">Names of the needs that any coder found in it.</param>
public sealed record WrittenAnswer(
    Guid ResponseId,
    string Field,
    string Question,
    string Language,
    string Words,
    bool MayQuote,
    IReadOnlyList<string> Needs
);

/// <summary>A page of open answers.</summary>
/// <param name="All">How many there are.</param>
/// <param name="Next">Cursor of the next page; null at the end.</param>
public sealed record WrittenAnswers(SurveyName Survey, IReadOnlyList<WrittenAnswer> Items, long All, string? Next);

/// <summary>Lists what people wrote, in an order that has nothing to do with when.</summary>
public sealed class ListWords(Db db, FindSurvey surveys)
{
    private const int PageSize = 25;

    /// <param name="actor">Needs <see cref="Permission.Code"/>.</param>
    /// <param name="field">One question or field only; null for all.</param>
    /// <param name="after">The cursor of the page before.</param>
    public async Task<Result<WrittenAnswers>> Run(
        Actor actor,
        string survey,
        string? field,
        string? after,
        CancellationToken cancellation,
        Guid? initiativeId = null
    )
    {
        if (!(await surveys.Run(actor, Permission.Code, survey, cancellation, initiativeId)).Succeeded(out var found, out var problem))
            return problem;
        if (!OpenAnswerCursor.Parse(after).Succeeded(out var behind, out problem))
            return problem;
        if (field?.Contains('\0', StringComparison.Ordinal) == true)
            field = "";
        var rows = await db.Query<Row>(
            Sql,
            new
            {
                surveyId = found.Id,
                field,
                take = PageSize + 1,
                afterId = behind.ResponseId,
                afterField = behind.Field,
            },
            cancellation
        );
        var asked = SurveyJson.ReadStored(await db.One<string>(AskedSql, new { surveyId = found.Id }, cancellation));
        var all = await db.One<long>(CountSql, new { surveyId = found.Id, field }, cancellation);
        if (all == 0 && field is not null && !IsAsked(field, asked))
            return new Problem.Invalid("field", "unknown_field", "This survey has no question or field of that name.");
        var page = rows.Take(PageSize).ToList();
        var labels = (await db.Query<NeedRow>(NeedsSql, new { found.InitiativeId }, cancellation)).ToDictionary(
            row => row.Name,
            row => System.Text.Json.JsonSerializer.Deserialize<LocalText>(row.Label)!.In("en")
        );
        return new WrittenAnswers(
            found,
            [
                .. page.Select(row => new WrittenAnswer(
                    row.ResponseId,
                    row.Field,
                    QuestionOf(row, asked),
                    row.Language,
                    row.Words,
                    row.MayQuote,
                    [.. row.Needs.Select(need => labels.GetValueOrDefault(need, need))]
                )),
            ],
            all,
            rows.Count > PageSize ? new OpenAnswerCursor(page[^1].ResponseId, page[^1].Field).ToString() : null
        );
    }

    // A question, its own words beside a choice, or either in a member of a repeat.
    private static bool IsAsked(string field, SurveyDefinition asked) =>
        field.Split('.').Any(part => Outline.Find(asked.Questions, part.Split('[')[0]) is not null);

    private static string QuestionOf(Row row, SurveyDefinition asked)
    {
        var label = Outline.Find(asked.Questions, row.Question)?.Label?.In(asked.FirstLanguage);
        var words = string.IsNullOrEmpty(label) ? row.Question : label;
        return row.Field.EndsWith(".other", StringComparison.Ordinal)
            ? $"{words} ({KnownLanguages.For(asked.FirstLanguage).Answers.Other})"
            : words;
    }

    private const string Sql = """
        select a.response_id, a.field, a.question, a.language, a.words, a.may_quote,
               array(select distinct c.need from coding c where c.survey_id = a.survey_id and c.response_id = a.response_id
                   and c.field = a.field order by c.need) as needs
        from open_answer a
        where a.survey_id = @surveyId and (@field::text is null or @field::text in (a.field, a.question))
          and (@afterId::uuid is null or (a.response_id, a.field) > (@afterId::uuid, @afterField::text))
        order by a.response_id, a.field limit @take
        """;

    private const string CountSql =
        "select count(*) from open_answer where survey_id = @surveyId and (@field::text is null or @field::text in (field, question))";

    private const string AskedSql = """
        select coalesce(v.definition, s.draft) from survey s left join survey_version v using (survey_id)
        where survey_id = @surveyId order by v.version desc nulls last limit 1
        """;

    private const string NeedsSql = "select name, label from need where initiative_id = @InitiativeId";

    private sealed record Row
    {
        public required Guid ResponseId { get; init; }
        public required string Field { get; init; }
        public required string Question { get; init; }
        public required string Language { get; init; }
        public required string Words { get; init; }
        public required bool MayQuote { get; init; }
        public required string[] Needs { get; init; }
    }

    private sealed record NeedRow
    {
        public required string Name { get; init; }
        public required string Label { get; init; }
    }
}
