using NeedsSurvey.App.Responses;

namespace NeedsSurvey.App.Tests.Responses;

/// <summary>Those who submit in the same moment share a statement, and nothing else.</summary>
public sealed class SubmittingTogetherTests(TestDatabase database) : Submitting(database)
{
    [Fact]
    public async Task Fifty_submissions_at_once_of_one_id_are_one_response()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Send(slug, submission, """{"story": "All at once."}""")));
        Assert.Equal((1, 1), (all.Select(sent => sent.OrThrow().Receipt).Distinct().Count(), await Rows(slug)));
    }

    [Fact]
    public async Task Those_who_submit_together_each_get_their_own_answer()
    {
        var (open, closed) = (await data.Survey(SampleSurveys.OneQuestion), await data.Survey(SampleSurveys.OneQuestion));
        (await Send(closed, Guid.NewGuid(), """{"story": "Before."}""")).OrThrow();
        await data.OtherNode().Close(closed);
        var known = Guid.NewGuid();
        (await Send(open, known, """{"story": "Mine."}""")).OrThrow();
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 400)
                .Select(async n =>
                    (
                        n,
                        (n % 4) switch
                        {
                            0 => await Send(open, Guid.NewGuid(), $$"""{"story": "Story {{n}}"}"""),
                            1 => await Send(open, known, """{"story": "Mine."}"""),
                            2 => await Send(open, known, """{"story": "Not mine."}"""),
                            _ => await Send(closed, Guid.NewGuid(), """{"story": "Late."}"""),
                        }
                    )
                )
        );
        foreach (var (n, sent) in all)
            Assert.Equal(
                (n % 4) switch
                {
                    0 or 1 => null,
                    2 => "submission_used",
                    _ => "survey_closed",
                },
                sent.Problem?.Code
            );
        Assert.Equal((101, 1), (await Rows(open), await Rows(closed)));
        Assert.Equal(101, all.Where(one => one.n % 4 < 2).Select(one => one.Item2.OrThrow().Receipt).Distinct().Count());
    }

    [Fact]
    public async Task One_row_that_cannot_be_stored_spoils_nothing_for_those_written_with_it()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var survey = await database.Db.One<Guid>("select survey_id from survey where slug = @slug", new { slug });
        var store = new StoreResponses(database.Db);
        Task<bool> Store(string answers) =>
            store.Run(
                new(survey, 1, "en", new DateOnly(2026, 3, 27), answers, false, Guid.NewGuid().ToByteArray(), Guid.NewGuid().ToByteArray())
            );
        var good = Enumerable.Range(0, 60).Select(n => Store($$"""{"story": "{{n}}"}""")).ToList();
        var bad = Store("{");
        good.AddRange(Enumerable.Range(60, 60).Select(n => Store($$"""{"story": "{{n}}"}""")));
        Assert.All(await Task.WhenAll(good), Assert.True);
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => bad);
        Assert.Equal(120, await Rows(slug));
    }
}
