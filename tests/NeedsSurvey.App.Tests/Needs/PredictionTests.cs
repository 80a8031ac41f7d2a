using NeedsSurvey.App.Needs;

namespace NeedsSurvey.App.Tests.Needs;

public sealed class PredictionTests(TestData data) : IClassFixture<TestData>
{
    private async Task<TestInitiative> WithSeats()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Seats" } })
        ).OrThrow();
        return heard;
    }

    private async Task<TestInitiative> Predicted()
    {
        var heard = await WithSeats();
        (await data.Get<LockPrediction>().Run(data.Owner, heard.Id, ["buses", "seats", "housing"])).OrThrow();
        return heard;
    }

    [Fact]
    public async Task A_prediction_of_fewer_than_three_needs_is_refused()
    {
        var refused = (await data.Get<LockPrediction>().Run(data.Owner, (await WithSeats()).Id, ["buses"])).Problem;
        Assert.Equal("too_few", Assert.IsType<Problem.Invalid>(refused).Faults[0].Code);
    }

    [Fact]
    public async Task A_prediction_is_locked_once()
    {
        var again = await data.Get<LockPrediction>().Run(data.Owner, (await Predicted()).Id, ["housing", "buses", "seats"]);
        Assert.Equal("prediction_locked", again.Problem!.Code);
    }

    [Fact]
    public async Task A_prediction_is_sealed_before_anyone_has_answered() =>
        Assert.Null((await data.Get<ReadHearingGap>().Run(data.Owner, (await Predicted()).Id)).OrThrow().Gap);

    [Fact]
    public async Task A_prediction_is_set_beside_what_people_said()
    {
        var heard = await Predicted();
        await heard.Answer(housing: "5 1", buses: "3 3");
        var gap = (await data.Get<ReadHearingGap>().Run(data.Owner, heard.Id)).OrThrow().Gap!;
        var housing = gap.Rows.Single(row => row.Need == "housing");
        Assert.Equal((3, 1, 2), (housing.Predicted, housing.Stated, housing.Difference));
    }

    [Fact]
    public async Task A_prediction_after_the_first_answer_is_no_prediction()
    {
        var heard = await data.Home.Listening();
        (
            await data.Get<EditNeed>()
                .Run(data.Owner, heard.Id, "seats", new() { Label = new Dictionary<string, string> { ["en"] = "Seats" } })
        ).OrThrow();
        await heard.Answer(housing: "5 1");
        Assert.Equal(
            "answered_already",
            (await data.Get<LockPrediction>().Run(data.Owner, heard.Id, ["housing", "buses", "seats"])).Problem!.Code
        );
    }

    [Fact]
    public async Task A_need_that_was_predicted_and_merged_counts_as_the_one_it_went_into()
    {
        var heard = await Predicted();
        await heard.Answer(housing: "5 1", buses: "3 3");
        (await data.Get<MergeNeed>().Run(data.Owner, heard.Id, "buses", "housing")).OrThrow();
        var gap = (await data.Get<ReadHearingGap>().Run(data.Owner, heard.Id)).OrThrow().Gap!;
        Assert.Equal((1, 1), (gap.Rows.Single(row => row.Need == "housing").Predicted, gap.Rows[0].Stated));
    }
}
