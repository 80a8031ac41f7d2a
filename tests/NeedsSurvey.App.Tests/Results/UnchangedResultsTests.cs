// Results are kept while nothing has changed; these tests claim that everything that changes them is noticed.

using System.Text.Json;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Results;

public sealed class UnchangedResultsTests(TestData data) : IClassFixture<TestData>
{
    private readonly ReadResults read = new(data.Database.Db, new FindSurvey(data.Database.Db), data.Get<DrawSurveyFigures>());
    private readonly SubmitResponse submit = data.Get<SubmitResponse>();

    private async Task<SurveyResults> Results(string slug) => (await read.Run(Actor.Operator, slug, null, default)).OrThrow();

    private async Task<string> Send(string slug) =>
        (await submit.Run(new(slug, Guid.NewGuid(), "en", JsonElement.Parse("""{"story": "Rent."}""")))).OrThrow().Receipt.Reveal();

    [Fact]
    public async Task Every_response_and_every_withdrawal_is_in_the_next_results()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        Assert.Equal(0, (await Results(slug)).Responses.Shown);
        var receipts = new List<string>();
        for (var sent = 1; sent <= 12; sent++)
        {
            receipts.Add(await Send(slug));
            Assert.Equal(sent, (await Results(slug)).Responses.Shown);
        }
        for (var left = 11; left >= 9; left--)
        {
            (await data.Get<WithdrawResponse>().Run(receipts[left])).OrThrow();
            Assert.Equal(left, (await Results(slug)).Responses.Shown);
        }
    }

    [Fact]
    public async Task A_new_version_and_a_new_design_are_in_the_next_results()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        await Send(slug);
        Assert.Single((await Results(slug)).Questions);
        await data.OtherNode()
            .Publish(
                slug,
                """{"title": "One", "questions": [{"type": "text", "name": "story", "label": "What?"}, """
                    + """{"type": "text", "name": "more", "label": "What else?"}]}"""
            );
        Assert.Equal(2, (await Results(slug)).Questions.Count);
        await data.Database.Execute("update survey set sample_design = 'census' where slug = $1", slug);
        Assert.Equal(SampleDesign.Census, (await Results(slug)).Design);
    }

    [Fact]
    public async Task While_nothing_changes_the_responses_are_not_read_again()
    {
        var slug = await data.Survey(SampleSurveys.OneQuestion);
        await Send(slug);
        var first = await Results(slug);
        Assert.Same(first, await Results(slug));
        // Past the operations, which count changes: only a second reading would see it.
        await data.Database.Execute($"delete from response using survey where survey.survey_id = response.survey_id and slug = '{slug}'");
        Assert.Same(first, await Results(slug));
        await Send(slug);
        Assert.Equal(1, (await Results(slug)).Responses.Shown);
    }
}
