using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Tests.Goals;

public sealed class GoalTests(TestData data) : IClassFixture<TestData>
{
    private Task<Result<Done>> Adopt(TestInitiative initiative, Guid goal) => data.Get<AdoptGoal>().Run(data.Owner, initiative.Id, goal);

    [Fact]
    public async Task A_goal_is_not_adopted_before_there_is_evidence()
    {
        var initiative = await data.Home.Listening(minimum: 2);
        var goal = await initiative.Goal();
        await initiative.Answer(housing: "5 1");
        Assert.IsType<Problem.GateClosed>((await Adopt(initiative, goal)).Problem);
    }

    [Fact]
    public async Task A_closed_gate_says_what_it_waits_for()
    {
        var initiative = await data.Home.Listening(minimum: 2);
        await initiative.Answer(housing: "5 1");
        Assert.Contains("1 of at least 2", (await Adopt(initiative, await initiative.Goal())).Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_goal_is_adopted_once_enough_have_answered()
    {
        var initiative = await data.Home.Listening(minimum: 2);
        var goal = await initiative.Goal();
        await initiative.Answer(housing: "5 1");
        await initiative.Answer(housing: "5 1");
        (await Adopt(initiative, goal)).OrThrow();
        Assert.Equal(GoalState.Adopted, (await data.Get<ReadGoals>().Run(data.Owner, initiative.Id)).OrThrow().Goals.Single().State);
    }

    [Fact]
    public async Task Closing_the_survey_with_an_answer_opens_the_gate_too()
    {
        var initiative = await data.Home.Listening(minimum: 100);
        await initiative.Answer(housing: "5 1");
        (await data.Get<CloseSurvey>().Run(data.Owner, initiative.Survey, default)).OrThrow();
        (await Adopt(initiative, await initiative.Goal())).OrThrow();
    }

    [Fact]
    public async Task Closing_the_survey_without_an_answer_opens_no_gate()
    {
        var initiative = await data.Home.Listening(minimum: 100);
        (await data.Get<CloseSurvey>().Run(data.Owner, initiative.Survey, default)).OrThrow();
        var closed = Assert.IsType<Problem.GateClosed>((await Adopt(initiative, await initiative.Goal())).Problem);
        Assert.StartsWith(
            "Needs come first. The survey was closed, and nobody has answered. Open the survey again, or adopt",
            closed.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_gate_is_passed_with_a_written_reason_that_stays_on_record()
    {
        var heard = await data.Home.Listening();
        var goal = await heard.Goal();
        (await data.Get<AdoptGoal>().Run(data.Owner, heard.Id, goal, "The roof is leaking now.")).OrThrow();
        var passed = (await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Overrides.Single();
        Assert.Equal(("Homes first", "The roof is leaking now.", "Ada"), (passed.Target, passed.Reason, passed.ByName));
        Assert.Equal(
            "goal.adopt_past_gate",
            await data.Database.Db.One<string>(
                "select action from audit_entry where organisation_id = @OrganisationId order by audit_entry_id desc limit 1",
                new { OrganisationId = data.Home.Id }
            )
        );
    }

    [Fact]
    public async Task A_link_without_a_reason_is_asked_for_one() =>
        Assert.Equal(
            "needs[1].reason",
            Assert.IsType<Problem.Invalid>((await Unreasoned(await data.Home.Listening())).Problem).Faults.Single().Path
        );

    [Fact]
    public async Task What_is_wrong_with_a_goal_has_codes_that_scripts_may_rely_on()
    {
        var refused = await data.Get<SaveGoal>()
            .Run(
                data.Owner,
                (await data.Home.Listening()).Id,
                Guid.NewGuid(),
                new()
                {
                    Title = "",
                    LedBy = new string('x', 301),
                    Effect = (GoalEffect)9,
                    Effort = -1,
                    Needs = [new("housing", 2, "Homes.")],
                }
            );
        Assert.Equal(
            ["required", "too_long", "unknown_effect", "out_of_range", "unknown_strength"],
            Assert.IsType<Problem.Invalid>(refused.Problem).Faults.Select(fault => fault.Code)
        );
    }

    [Fact]
    public async Task A_goal_that_is_refused_is_not_saved()
    {
        var heard = await data.Home.Listening();
        await Unreasoned(heard);
        Assert.Empty((await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Goals);
    }

    private Task<Result<Done>> Unreasoned(TestInitiative heard) =>
        data.Get<SaveGoal>()
            .Run(data.Owner, heard.Id, Guid.NewGuid(), new() { Title = "Homes", Needs = [new("buses", 0, ""), new("housing", 9, " ")] });

    [Fact]
    public async Task A_link_to_what_is_not_there_is_refused_in_its_place()
    {
        var heard = await data.Home.Listening();
        var refused = await data.Get<SaveGoal>()
            .Run(
                data.Owner,
                heard.Id,
                Guid.NewGuid(),
                new()
                {
                    Title = "Homes",
                    Needs = [new("gold", 9, "x")],
                    Pillars = [new(Guid.NewGuid(), 3, "x")],
                }
            );
        Assert.Equal(
            ["needs[0].need", "pillars[0].pillar"],
            Assert.IsType<Problem.Invalid>(refused.Problem).Faults.Select(fault => fault.Path)
        );
    }

    private async Task<Guid> ForeignPillar()
    {
        var elsewhere = (
            await data.Get<CreateOrganisation>()
                .Run(Actor.Operator, new("Far away", OrganisationKind.Organisation, "", [new("Theirs")]), default)
        ).OrThrow();
        return await data.Database.Db.One<Guid>("select pillar_id from pillar where organisation_id = @Id", new { elsewhere.Id });
    }

    private async Task<Fault> Refused(TestInitiative heard, Guid goal, Guid pillar)
    {
        var command = new SaveGoal.Command
        {
            Title = "Changed",
            Needs = [new("buses", 9, "It runs.")],
            Pillars = [new(data.Home.Pillars[1], 9, "Ours."), new(pillar, 9, "Not ours.")],
        };
        var refused = await data.Get<SaveGoal>().Run(data.Owner, heard.Id, goal, command);
        return Assert.IsType<Problem.Invalid>(refused.Problem).Faults.Single();
    }

    [Fact]
    public async Task A_foreign_pillar_among_own_ones_is_refused_like_one_that_does_not_exist()
    {
        var heard = await data.Home.Listening();
        var goal = await heard.Goal();
        Assert.Equal(await Refused(heard, goal, Guid.NewGuid()), await Refused(heard, goal, await ForeignPillar()));
    }

    [Fact]
    public async Task A_goal_with_one_foreign_pillar_stays_as_it_was()
    {
        var heard = await data.Home.Listening();
        await Refused(heard, await heard.Goal(), await ForeignPillar());
        var still = (await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Goals.Single();
        Assert.Equal(
            ("Homes first", "housing", data.Home.Pillars[0]),
            (still.Title, still.Needs.Single().Need, still.Pillars.Single().Pillar)
        );
    }

    [Fact]
    public async Task Saving_a_goal_again_replaces_its_links()
    {
        var heard = await data.Home.Listening();
        var goal = await heard.Goal();
        (
            await data.Get<SaveGoal>()
                .Run(data.Owner, heard.Id, goal, new() { Title = "Buses first", Needs = [new("buses", 3, "It runs.")] })
        ).OrThrow();
        var saved = (await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Goals.Single();
        Assert.Equal(("Buses first", "buses"), (saved.Title, saved.Needs.Single().Need));
        Assert.Empty(saved.Pillars);
    }

    private static readonly RecordGoalUpdate.Command Progress = new(new(2026, 7, 14), "The first six guides began.");

    private async Task<(TestInitiative Heard, Guid Goal)> Adopted()
    {
        var heard = await data.Home.Listening(minimum: 1);
        var goal = await heard.Goal();
        await heard.Answer(housing: "5 1");
        (await data.Get<AdoptGoal>().Run(data.Owner, heard.Id, goal)).OrThrow();
        return (heard, goal);
    }

    [Fact]
    public async Task Only_a_draft_can_be_deleted()
    {
        var (heard, adopted) = await Adopted();
        Assert.Equal("goal_adopted", (await data.Get<DeleteGoal>().Run(data.Owner, heard.Id, adopted)).Problem!.Code);
        (await data.Get<DeleteGoal>().Run(data.Owner, heard.Id, await heard.Goal("Another"))).OrThrow();
    }

    [Fact]
    public async Task Only_an_adopted_goal_has_progress()
    {
        var (heard, adopted) = await Adopted();
        var draft = await heard.Goal("Another");
        Assert.Equal("not_adopted", (await data.Get<RecordGoalUpdate>().Run(data.Owner, heard.Id, draft, Progress)).Problem!.Code);
        (await data.Get<RecordGoalUpdate>().Run(data.Owner, heard.Id, adopted, Progress)).OrThrow();
    }

    [Fact]
    public async Task A_dropped_goal_keeps_its_progress()
    {
        var (heard, goal) = await Adopted();
        (await data.Get<RecordGoalUpdate>().Run(data.Owner, heard.Id, goal, Progress)).OrThrow();
        (await data.Get<ChangeGoalState>().Run(data.Owner, heard.Id, goal, GoalState.Dropped)).OrThrow();
        var dropped = (await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Goals.Single();
        Assert.Equal((GoalState.Dropped, "The first six guides began."), (dropped.State, dropped.Updates.Single().Words));
    }

    [Fact]
    public async Task The_alignment_names_what_does_not_fit_together()
    {
        var heard = await data.Home.Listening(minimum: 1);
        await heard.Answers(3, housing: "5 1", buses: "5 2");
        await heard.Goal("Homes first");
        await heard.Goal("A new west wing", housing: 0);
        await heard.Goal("Housing far away", housing: 3, pillar: 0);
        (
            await data.Get<SetDispositions>().Run(data.Owner, heard.Id, [new("housing", DispositionKind.Act, "It is why we are here.")])
        ).OrThrow();
        var view = (await data.Get<ReadAlignment>().Run(data.Owner, heard.Id)).OrThrow();
        string Title(string id) => view.Result.Goals.Single(goal => goal.Id == id).Title;
        Assert.Equal(["buses"], view.Result.UnheardNeeds);
        Assert.Equal(["A new west wing"], view.Result.UngroundedGoals.Select(Title));
        Assert.Equal(["Housing far away"], view.Result.MissionDrift.Select(Title));
        Assert.InRange(view.Result.Coverage, 0.5, 0.6);
    }

    private async Task<Result<Done>> Decide(TestInitiative heard, string need, DispositionKind? decision, string reason) =>
        await data.Get<SetDispositions>().Run(data.Owner, heard.Id, [new(need, decision, reason)]);

    [Fact]
    public async Task A_decision_needs_a_reason() =>
        Assert.Equal(
            "dispositions[0].reason",
            Assert
                .IsType<Problem.Invalid>((await Decide(await data.Home.Listening(), "buses", DispositionKind.Advocate, "")).Problem)
                .Faults.Single()
                .Path
        );

    [Fact]
    public async Task A_decision_can_be_taken_back()
    {
        var heard = await data.Home.Listening();
        (await Decide(heard, "buses", DispositionKind.Advocate, "The city runs them.")).OrThrow();
        (await Decide(heard, "buses", null, "")).OrThrow();
        Assert.Empty((await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Dispositions);
    }

    [Fact]
    public async Task A_decision_that_is_none_of_them_is_refused() =>
        Assert.Equal(
            "unknown_kind",
            Assert
                .IsType<Problem.Invalid>((await Decide(await data.Home.Listening(), "buses", (DispositionKind)(-1), "x")).Problem)
                .Faults.Single()
                .Code
        );

    [Fact]
    public async Task There_is_no_deciding_about_an_unknown_need() =>
        Assert.IsType<Problem.NotFound>((await Decide(await data.Home.Listening(), "gold", DispositionKind.Act, "x")).Problem);
}
