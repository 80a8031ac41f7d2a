using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Tests.Responses;

public sealed class WithdrawAndListTests(TestData data) : IClassFixture<TestData>
{
    private readonly SubmitResponse submit = data.Get<SubmitResponse>();
    private readonly WithdrawResponse withdraw = new(data.Database.Db, TimeProvider.System);
    private readonly ListResponses list = new(data.Database.Db, new FindSurvey(data.Database.Db));

    private async Task<string> Send(string slug, Guid submission, string story) =>
        (await submit.Run(new SubmitResponse.Command(slug, submission, "en", JsonElement.Parse(JsonSerializer.Serialize(new { story })))))
            .OrThrow()
            .Receipt.Reveal();

    // A response that two coders had read, withdrawn twice.
    private async Task<(string Slug, Guid Submission, string Receipt)> Withdrawn()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var submission = Guid.NewGuid();
        var receipt = await Send(slug, submission, "Take this back.");
        await data.Database.Execute(
            $"""
            insert into coding (survey_id, response_id, coding_id, field, span_start, span_length, need, coder_id)
            select survey_id, response_id, gen_random_uuid(), 'story', 0, 4, 'food', gen_random_uuid() from response
                join survey using (survey_id) where slug = '{slug}';
            insert into reading (survey_id, response_id, field, coder_id)
            select survey_id, response_id, 'story', gen_random_uuid() from response join survey using (survey_id) where slug = '{slug}'
            """
        );
        Assert.Null((await withdraw.Run(receipt.ToLowerInvariant())).Problem);
        Assert.Null((await withdraw.Run(receipt)).Problem);
        return (slug, submission, receipt);
    }

    private Task<string> WithdrawnAnswers(string slug) =>
        data.Database.Db.One<string>(
            "select answers::text from response join survey using (survey_id) where slug = @slug and withdrawn_on is not null",
            new { slug }
        );

    [Fact]
    public async Task A_withdrawn_response_loses_its_answers() => Assert.Equal("{}", await WithdrawnAnswers((await Withdrawn()).Slug));

    [Fact]
    public async Task A_withdrawn_response_does_not_count()
    {
        var slug = (await Withdrawn()).Slug;
        Assert.Equal(
            0,
            await data.Database.Db.One<long>(
                "select count(*) from counted_response join survey using (survey_id) where slug = @slug",
                new { slug }
            )
        );
    }

    [Fact]
    public async Task A_withdrawn_response_loses_what_was_read_in_it()
    {
        var slug = (await Withdrawn()).Slug;
        Assert.Equal(
            0,
            await data.Database.Db.One<long>(
                "select (select count(*) from coding join survey using (survey_id) where slug = @slug) + (select count(*) from reading "
                    + "join survey using (survey_id) where slug = @slug)",
                new { slug }
            )
        );
    }

    [Fact]
    public async Task A_retry_does_not_bring_a_withdrawn_response_back()
    {
        var (slug, submission, _) = await Withdrawn();
        var again = await submit.Run(new(slug, submission, "en", JsonElement.Parse("""{"story": "Take this back."}""")));
        Assert.Equal("submission_withdrawn", Assert.IsType<Problem.Conflict>(again.Problem).Code);
        Assert.Equal("{}", await WithdrawnAnswers(slug));
    }

    [Theory]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("not a code")]
    [InlineData(null)]
    public async Task A_wrong_code_and_no_code_answer_alike(string? code) =>
        Assert.Equal(new Problem.NotFound("receipt"), (await withdraw.Run(code)).Problem);

    [Fact]
    public async Task Responses_are_listed_page_by_page_the_newest_day_first_each_exactly_once()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        for (var i = 0; i < 7; i++)
            await Send(slug, Guid.NewGuid(), $"Story {i}");
        await data.Database.Execute(
            $"update response set received_on = received_on - 1 where (answers ->> 'story') in ('Story 0', 'Story 3') and survey_id = "
                + $"(select survey_id from survey where slug = '{slug}')"
        );
        var all = new List<StoredResponse>();
        string? cursor = null;
        do
        {
            var page = (await list.Run(Actor.Operator, slug, cursor, 3)).OrThrow();
            all.AddRange(page.Items);
            cursor = page.Next;
        } while (cursor is not null);

        Assert.Equal(7, all.Select(response => response.ResponseId).Distinct().Count());
        Assert.Equal(all.Select(response => response.ReceivedOn).OrderDescending(), all.Select(response => response.ReceivedOn));
        Assert.All(all, response =>
            Assert.StartsWith("Story", response.Answers.GetProperty("story").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Only_who_may_read_responses_can_list_them()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        var organisation = await data.Database.Db.One<Guid>("select organisation_id from survey where slug = @slug", new { slug });
        Actor Someone(Role role, Guid of) => new(ActorKind.Account, Guid.NewGuid(), "Someone", new Dictionary<Guid, Role> { [of] = role });
        Assert.IsType<Problem.NotFound>((await list.Run(Someone(Role.Owner, Guid.NewGuid()), slug, null, 10)).Problem);
        Assert.IsType<Problem.Forbidden>((await list.Run(Someone(Role.Coder, organisation), slug, null, 10)).Problem);
        Assert.Null((await list.Run(Someone(Role.Analyst, organisation), slug, null, 10)).Problem);
    }

    [Fact]
    public async Task A_broken_cursor_is_refused()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        foreach (var cursor in new[] { "", "x", "AAAA", "\ud800", new string('A', 500) })
            Assert.IsType<Problem.Invalid>((await list.Run(Actor.Operator, slug, cursor, 10)).Problem);
    }

    [Fact]
    public async Task A_page_of_no_responses_is_refused() =>
        Assert.IsType<Problem.Invalid>((await list.Run(Actor.Operator, await data.Survey(SampleSurveys.OneQuestion), null, 0)).Problem);
}
