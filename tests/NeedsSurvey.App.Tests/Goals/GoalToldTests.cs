using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Tests.Goals;

/// <summary>Goals say who leads them and who was asked; a report says what had been expected (case content M3, M4, M9, R4).</summary>
public sealed class GoalToldTests(TestData data) : IClassFixture<TestData>
{
    private static readonly SaveGoal.Command Told = new()
    {
        Title = "The Thursday table",
        LedBy = "Quay House tenants’ group",
        DecidedWith = "Sixty people at the first supper",
        Uses = "41 people who would cook",
        Effect = GoalEffect.Eases,
    };

    private async Task<GoalView> Saved(TestInitiative heard, SaveGoal.Command command)
    {
        (await data.Get<SaveGoal>().Run(data.Owner, heard.Id, Guid.NewGuid(), command)).OrThrow();
        return (await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Goals.Single();
    }

    [Fact]
    public async Task A_goal_keeps_who_leads_it_and_whom_it_was_decided_with()
    {
        var goal = await Saved(await data.Home.Listening(), Told);
        Assert.Equal((Told.LedBy, Told.DecidedWith, Told.Uses, Told.Effect), (goal.LedBy, goal.DecidedWith, goal.Uses, goal.Effect));
    }

    [Fact]
    public async Task A_goal_of_which_nothing_is_said_is_the_organisation_s_own()
    {
        var goal = await Saved(await data.Home.Listening(), new() { Title = "Alone" });
        Assert.Equal(("", "", null), (goal.LedBy, goal.DecidedWith, goal.Effect));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_refused_by_its_field()
    {
        var heard = await data.Home.Listening();
        var refused = await data.Get<SaveGoal>().Run(data.Owner, heard.Id, Guid.NewGuid(), Told with { LedBy = new string('x', 301) });
        Assert.Equal("ledBy", ((Problem.Invalid)refused.Problem!).Faults.Single().Path);
    }

    [Fact]
    public async Task What_was_learned_stays_when_a_draft_does_not_speak_of_it()
    {
        var heard = await data.Home.Listening();
        var words = new SaveReportDraft.Command("What we heard", "Rent.", new Dictionary<string, string>());
        (await data.Get<SaveReportDraft>().Run(data.Owner, heard.Id, words with { Learned = "We asked where it was easy." })).OrThrow();
        (await data.Get<SaveReportDraft>().Run(data.Owner, heard.Id, words)).OrThrow();
        var report = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content;
        Assert.Equal("We asked where it was easy.", report.Learned);
    }

    [Fact]
    public async Task Who_leads_a_goal_can_be_told_in_another_language()
    {
        var heard = await data.Home.Listening();
        await heard.Answer(housing: "5 1");
        (await data.Get<SaveGoal>().Run(data.Owner, heard.Id, Guid.NewGuid(), Told)).OrThrow();
        var goal = (await data.Get<ReadGoals>().Run(data.Owner, heard.Id)).OrThrow().Goals.Single();
        var report = (await data.Get<AssembleReport>().Run(data.Owner, heard.Id)).OrThrow().Content with
        {
            Goals = [goal with { State = GoalState.Adopted }],
        };
        Assert.Contains(ReportTexts.Of(report), text => text.Key == ReportTexts.LedByKey(goal.GoalId) && text.Words == Told.LedBy);
    }
}
