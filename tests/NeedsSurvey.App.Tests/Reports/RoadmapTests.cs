using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.App.Tests.Reports;

public sealed class RoadmapTests(TestData data) : IClassFixture<TestData>
{
    private async Task<InitiativeFrame> Frame(TestInitiative heard) => (await data.Get<ReadRoadmap>().Run(data.Owner, heard.Id)).OrThrow();

    private async Task<List<string>> Missing(TestInitiative heard, Func<InitiativeFields, InitiativeFields> change)
    {
        var fields = (await data.Get<ReadInitiative>().Run(data.Owner, heard.Id, default)).OrThrow().Fields;
        (await data.Get<EditInitiative>().Run(data.Owner, heard.Id, change(fields), default)).OrThrow();
        return [.. Roadmap.Missing((await Frame(heard)).Stages).Select(missing => missing.Code).Intersect(["referral", "end"])];
    }

    [Fact]
    public async Task In_solidarity_where_to_turn_is_missing_beside_a_last_day() =>
        Assert.Equal(
            ["referral", "end"],
            await Missing(await data.Home.Listening(), fields =>
                fields with
                {
                    Stance = Stance.Solidarity,
                    UrgentReferral = "",
                    EndsOn = null,
                }
            )
        );

    [Fact]
    public async Task In_allyship_neither_is_missing() =>
        Assert.Empty(
            await Missing(await data.Home.Listening(), fields =>
                fields with
                {
                    Stance = Stance.Allyship,
                    UrgentReferral = "",
                    EndsOn = null,
                }
            )
        );

    [Fact]
    public async Task What_was_filled_in_is_not_missing() =>
        Assert.Empty(
            await Missing(await data.Home.Listening(), fields =>
                fields with
                {
                    Stance = Stance.Solidarity,
                    UrgentReferral = "Ring 112.",
                    EndsOn = new DateOnly(2030, 1, 1),
                }
            )
        );

    [Fact]
    public async Task Responses_are_missing_until_there_are_enough()
    {
        var heard = await data.Home.Listening(minimum: 2);
        Assert.Contains((await Frame(heard)).MissingIn(Stage.Listen), missing => missing.Code == "responses");
        await heard.Answers(2, housing: "5 1");
        Assert.Equal(StageState.Done, (await Frame(heard)).Stages[0].State);
    }

    [Fact]
    public async Task An_open_answer_that_nobody_has_read_is_missing()
    {
        var heard = await data.Home.Listening(minimum: 2);
        await heard.Answer(housing: "5 1", story: "Rent.");
        Assert.Contains((await Frame(heard)).MissingIn(Stage.Needs), missing => missing.Code == "unread");
    }

    [Fact]
    public async Task A_new_initiative_is_listening()
    {
        var stages = (await Frame(await data.Home.Listening())).Stages;
        Assert.Equal(
            [StageState.InProgress, StageState.ToDo, StageState.ToDo, StageState.ToDo, StageState.ToDo],
            stages.Select(stage => stage.State)
        );
    }

    [Fact]
    public async Task A_stranger_finds_no_roadmap() =>
        Assert.IsType<Problem.NotFound>((await data.Get<ReadRoadmap>().Run(data.Stranger, (await data.Home.Listening()).Id)).Problem);
}
