using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Goals;

namespace NeedsSurvey.App.Demo;

/// <summary>Goals, decisions about needs, and the report of a story.</summary>
internal sealed class DemoDeciding(DemoStage stage)
{
    private readonly DemoStory story = stage.Story;
    private readonly DemoClock clock = stage.Clock;
    private readonly List<(Guid Goal, int Day)> done = [];

    public async Task SetGoals(Guid initiative, string organisation, CancellationToken cancellation)
    {
        clock.Day = stage.AdoptedDay;
        var pillars = (await stage.Get<ReadOrganisation>().Run(DemoStage.Teller, organisation, cancellation)).OrThrow().Pillars;
        var pillarOf = story.Organisation.Pillars.ToDictionary(
            pillar => pillar.Key,
            pillar => pillars.First(one => one.Name == DemoStage.Written(pillar.Name)).Id
        );
        foreach (var pillar in story.Organisation.Pillars)
            stage.Tell(ReportTexts.PillarKey(pillarOf[pillar.Key]), pillar.Name);
        foreach (var goal in story.Goals)
            await SetGoal(initiative, goal, pillarOf, cancellation);
        (
            await stage
                .Get<SetDispositions>()
                .Run(
                    DemoStage.Teller,
                    initiative,
                    [
                        .. story.Dispositions.Select(decision => new SetDispositions.Decision(
                            decision.Need,
                            decision.Kind,
                            stage.Tell(ReportTexts.ReasonKey(decision.Need), decision.Reason)
                        )),
                    ],
                    cancellation
                )
        ).OrThrow();
    }

    private async Task SetGoal(Guid initiative, DemoGoal goal, Dictionary<string, Guid> pillarOf, CancellationToken cancellation)
    {
        var id = Guid.NewGuid();
        (
            await stage
                .Get<SaveGoal>()
                .Run(
                    DemoStage.Teller,
                    initiative,
                    id,
                    new()
                    {
                        Title = stage.Tell(ReportTexts.GoalKey(id), goal.Title),
                        Description = stage.Tell(ReportTexts.DescriptionKey(id), goal.Description),
                        Effort = goal.Effort,
                        DueOn = clock.DateOf(goal.DueDay),
                        LedBy = stage.Tell(ReportTexts.LedByKey(id), goal.LedBy),
                        DecidedWith = stage.Tell(ReportTexts.DecidedWithKey(id), goal.DecidedWith),
                        Uses = stage.Tell(ReportTexts.UsesKey(id), goal.Uses),
                        Effect = goal.Effect,
                        Needs =
                        [
                            .. goal.Needs.Select(link => new SaveGoal.NeedLink(link.Need, link.Strength, stage.Tell(null, link.Reason))),
                        ],
                        Pillars =
                        [
                            .. goal.Pillars.Select(link => new SaveGoal.PillarLink(pillarOf[link.Pillar], link.Strength, link.Reason)),
                        ],
                    },
                    cancellation
                )
        ).OrThrow();
        if (goal.State == GoalState.Draft)
            return;
        (await stage.Get<AdoptGoal>().Run(DemoStage.Teller, initiative, id, cancellation: cancellation)).OrThrow();
        if (goal.DoneDay is { } day)
            done.Add((id, day));
        foreach (var update in goal.Updates)
            (
                await stage
                    .Get<RecordGoalUpdate>()
                    .Run(DemoStage.Teller, initiative, id, new(clock.DateOf(update.Day), stage.Tell(null, update.Words)), cancellation)
            ).OrThrow();
    }

    /// <summary>Written before people are asked about the goals, so that they read them in their language.</summary>
    public async Task SaveReport(Guid initiative, CancellationToken cancellation)
    {
        var told = story.Report;
        foreach (var sentence in story.Quotable())
            stage.Tell(null, sentence, sentence.ByLanguage.First().Key);
        stage.Tell(ReportTexts.OrganisationKey, story.Organisation.Name);
        stage.Tell("mission", story.Organisation.Mission);
        stage.Tell(ReportTexts.HappenedKey, story.Initiative.Happened);
        stage.Tell(ReportTexts.StaysKey, story.Initiative.Stays);
        (
            await stage
                .Get<SaveReportDraft>()
                .Run(
                    DemoStage.Teller,
                    initiative,
                    new(
                        stage.Tell("title", told.Title),
                        stage.Tell("lead", told.Lead),
                        told.Disclosure.ToDictionary(item => item.Key, item => stage.Tell(item.Key, item.Value))
                    )
                    {
                        Learned = stage.Tell(ReportTexts.LearnedKey, told.Learned),
                        AnswersBy = told.AnswersByDay is { } day ? clock.DateOf(day) : null,
                        Translations = stage.Translations,
                    },
                    cancellation
                )
        ).OrThrow();
    }

    public async Task Publish(Guid initiative, CancellationToken cancellation)
    {
        clock.Day = stage.PublishedDay;
        (await stage.Get<PublishReport>().Run(DemoStage.Teller, initiative, cancellation: cancellation)).OrThrow();
        foreach (var (goal, day) in done.OrderBy(one => one.Day))
        {
            clock.Day = day;
            (await stage.Get<ChangeGoalState>().Run(DemoStage.Teller, initiative, goal, GoalState.Done, cancellation)).OrThrow();
        }
    }
}
