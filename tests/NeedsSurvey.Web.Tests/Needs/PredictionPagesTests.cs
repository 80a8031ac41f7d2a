using System.Net;

namespace NeedsSurvey.Web.Tests.Needs;

/// <summary>What an organisation expected to hear, from locking it to reading it beside what was said.</summary>
public sealed class PredictionPagesTests(TestSite site) : IClassFixture<TestSite>
{
    private static Task<Page> Lock(Page page, string first, string second, string third) =>
        page.Press("Lock the prediction", ("place.1", first), ("place.2", second), ("place.3", third));

    private async Task<InitiativePages> Predicted()
    {
        var listening = await site.Listening();
        (await Lock(await listening.Open("/needs/prediction"), "buses", "welcome", "housing")).Sound();
        return listening;
    }

    [Fact]
    public async Task A_need_predicted_twice_comes_back_as_chosen()
    {
        var page = (await Lock((await (await site.Listening()).Open("/needs/prediction")).Sound(), "buses", "buses", "housing")).CameBack(
            "place.1"
        );
        Assert.Equal(("buses", "housing"), (page.Value("place.1"), page.Value("place.3")));
    }

    [Fact]
    public async Task A_prediction_is_sealed_until_somebody_answers() =>
        Assert.Equal("Your prediction is sealed", (await (await Predicted()).Open("/needs/prediction")).Sound().Heading);

    [Fact]
    public async Task A_prediction_cannot_be_made_again()
    {
        var listening = await Predicted();
        var page = await listening.Open("/needs/prediction");
        var again = await page.Post(
            $"{listening.Base}/needs/prediction",
            ("place.1", "housing"),
            ("place.2", "buses"),
            ("place.3", "welcome")
        );
        Assert.Equal(HttpStatusCode.Conflict, again.Sound().Status);
    }

    [Fact]
    public async Task A_prediction_opens_when_people_have_answered()
    {
        var listening = await Predicted();
        await listening.Answer(3);
        Assert.Contains("You expected", (await listening.Open("/needs/prediction")).Sound().Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prediction_after_the_first_answer_comes_too_late()
    {
        var late = await site.Listening();
        var page = await late.Open("/needs/prediction");
        await late.Answer();
        page = (await Lock(page, "buses", "welcome", "housing")).CameBack();
        Assert.Equal((HttpStatusCode.Conflict, "It is too late for a prediction"), (page.Status, page.Heading));
    }
}
