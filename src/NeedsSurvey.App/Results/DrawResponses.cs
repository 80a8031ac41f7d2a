// Who is in the figures that people without sight of responses may see. Responses join them in steps (SafeSteps), many at once, so that no
// single answer is seen arriving. Reading is what brings a step that is due: there is no clock in it.

using NeedsSurvey.App.Database;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Results;

/// <summary>Brings drawings up to date; the caller has asked for permission.</summary>
public sealed class DrawResponses(Db db)
{
    private static readonly SafeRule Rule = SafeRule.Default;

    /// <summary>Makes the drawings that are due.</summary>
    /// <param name="scope">A survey, or an initiative: then all of its surveys.</param>
    public async Task Run(Guid scope, CancellationToken cancellation)
    {
        foreach (var survey in await db.Query<Row>(StateSql, new { scope }, cancellation))
        {
            // Responses from before changes were counted are not in their number, so the first drawing counts rows.
            if (survey.Number == 0 || survey.Now - survey.Changes >= SafeSteps.Step(survey.Fewest, Rule))
                await Draw(survey.SurveyId, cancellation);
        }
    }

    private Task<Result<Done>> Draw(Guid surveyId, CancellationToken cancellation) =>
        db.Maintenance<Done>(
            async tx =>
            {
                await tx.Execute(FirstSql, new { surveyId });
                // Two people who look at once: the second waits here and finds nothing due.
                var last = await tx.One<Row>(LockSql, new { surveyId });
                if (last.Number > 0 && !await IsDue(tx, last))
                    return Done.It;
                var responses = await DrawnResponses.Join(tx, surveyId);
                if (responses < Rule.Threshold)
                    return new Problem.Conflict("too_few", SafeWords.TooFew(Rule));
                await tx.Execute(
                    DrawnSql,
                    new
                    {
                        surveyId,
                        responses,
                        changes = last.Now,
                    }
                );
                return Done.It;
            },
            cancellation
        );

    // Changes only say when to look: a response that came and was taken back is two of them, and made no difference. Drawings for the
    // asking would be as many looks at the same people.
    private static async Task<bool> IsDue(Tx tx, Row last) =>
        last.Now - last.Changes >= SafeSteps.Step(last.Fewest, Rule)
        && SafeSteps.MayDraw(new(last.Fewest, last.Most), await tx.One<int>(NowSql, new { last.SurveyId }), Rule);

    private const string StateSql = """
        select s.survey_id, coalesce(d.number, 0) as number, coalesce(d.fewest, 0) as fewest, coalesce(d.most, 0) as most,
               coalesce(d.changes, 0) as changes,
               (select coalesce(sum(c.changes), 0)::bigint from response_change c where c.survey_id = s.survey_id) as now
        from survey s left join survey_drawing d using (survey_id)
        where (s.survey_id = @scope or s.initiative_id = @scope) and s.state <> 'draft'
        order by s.survey_id
        """;

    private const string FirstSql =
        "insert into survey_drawing (survey_id, number, responses, changes, fewest, most) values (@surveyId, 0, 0, 0, 0, 0) "
        + "on conflict do nothing";

    private const string LockSql = """
        select d.survey_id, d.number, d.fewest, d.most, d.changes,
               (select coalesce(sum(c.changes), 0)::bigint from response_change c where c.survey_id = d.survey_id) as now
        from survey_drawing d where d.survey_id = @surveyId for update of d
        """;

    private const string NowSql = "select count(*)::int from counted_response where survey_id = @SurveyId";

    private const string DrawnSql = """
        update survey_drawing
        set number = number + 1, responses = @responses, changes = @changes, most = greatest(most, @responses),
            fewest = case when number = 0 then @responses else least(fewest, @responses) end
        where survey_id = @surveyId
        """;

    private sealed record Row
    {
        public required Guid SurveyId { get; init; }
        public required int Number { get; init; }
        public required int Fewest { get; init; }
        public required int Most { get; init; }
        public required long Changes { get; init; }
        public required long Now { get; init; }
    }
}
