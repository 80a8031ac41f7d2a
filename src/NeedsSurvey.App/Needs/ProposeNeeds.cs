// Which needs an unread answer may state, by the words that coders gave to needs before. Proposals only: nothing is stored, and a second
// coder, who is to read blind, is not shown any.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Needs;

/// <summary>Proposals for one answer.</summary>
/// <param name="Items">The surest first; needs that stand for themselves.</param>
/// <param name="Read">From how many read answers they were made.</param>
public sealed record Proposals(IReadOnlyList<NeedProposal> Items, int Read)
{
    public static Proposals None { get; } = new([], 0);
}

/// <summary>Proposes needs for an open answer that nobody has read.</summary>
public sealed class ProposeNeeds(Db db, FindInitiative find)
{
    // Enough to learn the words from, and no more than a page can wait for.
    private const int MostRead = 2_000;

    public async Task<Result<Proposals>> Run(Actor actor, Guid initiative, string words, CancellationToken cancellation = default)
    {
        if (!(await find.Run(actor, Permission.Code, initiative, cancellation)).Succeeded(out _, out var problem))
            return problem;
        var countsAs = ReadNeedAnswers.CountsAs(await ReadNeedAnswers.ReadCodebook(db, initiative, cancellation));
        var rows = await db.Query<Row>(Sql, new { initiative, most = MostRead }, cancellation);
        var read = rows.GroupBy(row => (row.SurveyId, row.ResponseId, row.Field))
            .Select(answer => new ReadText(
                answer.First().Words,
                answer
                    .Where(row => row.Need is not null)
                    .GroupBy(row => countsAs.GetValueOrDefault(row.Need!, row.Need!))
                    .ToDictionary(need => need.Key, need => string.Join(' ', need.Select(row => row.Excerpt)))
            ))
            .ToList();
        return new Proposals(NeedTerms.Of(read).For(words), read.Count);
    }

    private const string Sql = """
        select a.survey_id, a.response_id, a.field, a.words, c.need,
               substring(a.words from c.span_start + 1 for c.span_length) as excerpt
        from (select distinct x.survey_id, x.response_id, x.field from reading x join survey s using (survey_id)
            where s.initiative_id = @initiative limit @most) read
        join open_answer a using (survey_id, response_id, field)
        left join coding c using (survey_id, response_id, field)
        """;

    private sealed record Row
    {
        public required Guid SurveyId { get; init; }
        public required Guid ResponseId { get; init; }
        public required string Field { get; init; }
        public required string Words { get; init; }
        public required string? Need { get; init; }
        public required string? Excerpt { get; init; }
    }
}
