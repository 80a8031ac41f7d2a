using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain.Needs;

namespace NeedsSurvey.App.Tests.Needs;

/// <summary>Whose stories were read, and what that makes of prevalence (N2 of the figures that came out wrong).</summary>
public sealed class StoryPrevalenceTests(TestData data) : IClassFixture<TestData>
{
    private async Task<NeedFigures> Prevalence(TestInitiative heard) =>
        (await data.Get<RankNeeds>().Run(data.Owner, heard.Id, "prevalence")).OrThrow();

    private static RankedNeed Row(NeedFigures figures, string need) => figures.Chosen!.Rows.Single(row => row.Need == need);

    private async Task ReadAll(TestInitiative heard, Func<string, bool> isAboutHousing)
    {
        while ((await heard.Read(data.Owner)).OrThrow() is { Items.Count: > 0 } page)
            foreach (var answer in page.Items)
                (await heard.Code(data.Owner, answer, isAboutHousing(answer.Words) ? [new("housing")] : [])).OrThrow();
    }

    // 60 people rate housing and 30 of them state it; 40 others only write, 20 of them about housing.
    private async Task<TestInitiative> SixtyRateFortyWrite()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(30, housing: "5 1");
        await heard.Answers(30, housing: "1 5");
        await heard.Answers(20, story: "The rent.");
        await heard.Answers(20, story: "All is well.");
        return heard;
    }

    [Fact]
    public async Task N2_whose_story_was_read_to_the_end_was_asked_about_every_need()
    {
        var heard = await SixtyRateFortyWrite();
        await ReadAll(heard, words => words == "The rent.");
        var housing = Row(await Prevalence(heard), "housing");
        Assert.Equal((.5, 100), (housing.Score!.Value, housing.N.Shown));
    }

    [Fact]
    public async Task N2_whose_story_is_unread_was_not_asked()
    {
        var heard = await SixtyRateFortyWrite();
        Assert.Equal(60, Row(await Prevalence(heard), "housing").N.Shown);
    }

    [Fact]
    public async Task N2_the_figures_say_how_many_stories_are_unread()
    {
        var heard = await data.Home.Listening();
        await heard.Answers(3, story: "The rent.");
        (await heard.Code(data.Owner, (await heard.Read(data.Owner)).OrThrow().Items[0])).OrThrow();
        var stories = (await Prevalence(heard)).Stories;
        Assert.Equal((1, 2), (stories.Read!.Value.Shown, stories.Unread!.Value.Shown));
    }

    [Fact]
    public async Task A_need_that_only_stories_tell_of_is_a_share_of_the_stories_read()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1", story: "There is nowhere to sit down.");
        await heard.Answer(housing: "5 1", story: "Rent, rent, rent.");
        await heard.Answer(housing: "4 2");
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Somewhere to sit" } })
        ).OrThrow();
        foreach (var answer in (await heard.Read(data.Owner)).OrThrow().Items)
            (
                await heard.Code(
                    data.Owner,
                    answer,
                    answer.Words.Contains("sit", StringComparison.Ordinal) ? [new("seats", "nowhere to sit")] : []
                )
            ).OrThrow();
        var seats = Row(await Prevalence(heard), "seats");
        Assert.Equal((0.5, 2), (seats.Score!.Value, seats.N.Shown));
    }
}
