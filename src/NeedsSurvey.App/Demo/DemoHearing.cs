using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Reports;

namespace NeedsSurvey.App.Demo;

/// <summary>The two times that people are asked again in a story: about what was understood, and about the goals.</summary>
internal sealed class DemoHearing(DemoStage stage)
{
    private readonly DemoClock clock = stage.Clock;

    /// <summary>The summary is shown, corrected, changed and shown again.</summary>
    public async Task Check(Guid initiative, CancellationToken cancellation)
    {
        var told = stage.Story.HearingCheck;
        clock.Day = told.OpenedDay;
        (await stage.Get<PrepareHearingCheck>().Run(DemoStage.Teller, initiative, new(told.Summary.ByLanguage), cancellation)).OrThrow();
        (await stage.Get<OpenHearingCheck>().Run(DemoStage.Teller, initiative, open: true, cancellation)).OrThrow();
        var slug = (await stage.Get<ReadHearingCheck>().Run(DemoStage.Teller, initiative, cancellation)).OrThrow()!.Slug;
        await Reply(slug, told.Replies(), cancellation);

        clock.Day = told.OpenedDay + told.OpenDays;
        (await stage.Get<OpenHearingCheck>().Run(DemoStage.Teller, initiative, open: false, cancellation)).OrThrow();
        var corrections = (await stage.Get<ReadHearingCheck>().Run(DemoStage.Teller, initiative, cancellation)).OrThrow()!.Corrections;
        List<Guid> accepted = [];
        foreach (var correction in corrections)
        {
            var decided = told.Corrections.First(one => one.Written == correction.Words);
            stage.Tell(null, decided.Words, decided.Language);
            var reason = stage.Tell(null, decided.Reason, decided.Language);
            (
                await stage
                    .Get<DecideCorrection>()
                    .Run(DemoStage.Teller, initiative, correction.ReplyId, new(decided.Decision!.Value, reason), cancellation)
            ).OrThrow();
            if (decided.Decision == CorrectionDecision.Accepted)
                accepted.Add(correction.ReplyId);
        }

        var revision = told.Revision;
        clock.Day = revision.OpenedDay;
        (
            await stage
                .Get<PrepareHearingCheck>()
                .Run(DemoStage.Teller, initiative, new(revision.Summary.ByLanguage) { TakesUp = accepted }, open: true, cancellation)
        ).OrThrow();
        await Reply(slug, revision.Replies(), cancellation);
        clock.Day = told.EndDay;
        (await stage.Get<OpenHearingCheck>().Run(DemoStage.Teller, initiative, open: false, cancellation)).OrThrow();
    }

    /// <summary>"Is this what you would want from us?", of those goals that the story has replies to.</summary>
    public async Task AskAboutGoals(Guid initiative, CancellationToken cancellation)
    {
        clock.Day = stage.AdoptedDay + 1;
        (await stage.Get<AskAboutGoals>().Run(DemoStage.Teller, initiative, open: true, cancellation)).OrThrow();
        var hearing = (await stage.Get<ReadGoalHearing>().Run(DemoStage.Teller, initiative, cancellation)).OrThrow()!;
        foreach (var goal in stage.Story.Goals)
        {
            if (goal.Replies is not { } said)
                continue;
            var id = hearing.Goals.Single(one => one.Title == DemoStage.Written(goal.Title)).GoalId;
            foreach (
                var (verdict, times) in new[]
                {
                    (GoalVerdict.Yes, said.Yes),
                    (GoalVerdict.Change, said.Change),
                    (GoalVerdict.DoNot, said.DoNot),
                }
            )
                for (var i = 0; i < times; i++)
                    (
                        await stage
                            .Get<ReplyToGoals>()
                            .Run(hearing.Slug, new(Guid.NewGuid(), DemoStage.Language, [new(id, verdict, "")]), cancellation)
                    ).OrThrow();
        }
        clock.Day = stage.PublishedDay - 1;
        if (!stage.Story.StillAsksAboutGoals)
            (await stage.Get<AskAboutGoals>().Run(DemoStage.Teller, initiative, open: false, cancellation)).OrThrow();
    }

    // Whoever was heard felt so, mostly; whoever was not, did not. Some do not say.
    private static int? Felt(HearingVerdict verdict, int reply) =>
        reply % 9 == 5 ? null
        : verdict == HearingVerdict.Yes ? (reply % 6 == 2 ? 2 : 3 + reply % 2)
        : verdict == HearingVerdict.Partly ? 2 + reply % 3 / 2
        : reply % 3;

    private async Task Reply(string slug, IReadOnlyList<DemoHearingReply> replies, CancellationToken cancellation)
    {
        for (var sent = 0; sent < replies.Count; sent++)
        {
            var reply = replies[sent];
            clock.Day = reply.Day;
            (
                await stage
                    .Get<ReplyToHearingCheck>()
                    .Run(
                        slug,
                        new(Guid.NewGuid(), reply.Language, reply.Verdict.Code(), reply.Correction?.Written ?? "")
                        {
                            Answered = sent % 7 != 3,
                            CouldSay = Felt(reply.Verdict, sent),
                            TakenSeriously = Felt(reply.Verdict, sent + 1),
                        },
                        cancellation
                    )
            ).OrThrow();
        }
    }
}
