// The demo's story, told step by step in the order of the roadmap. Each step is one of the operations that people use, so that the demo can
// hold nothing that a person could not have made, and every rule (answers checked, gates, reasons) holds for it too.

using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Reports;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>Tells the story once; <paramref name="operations"/> run by <paramref name="clock"/>.</summary>
internal sealed class DemoTelling(DemoStory story, DemoClock clock, IServiceProvider operations)
{
    // Days for which the story itself has no number: coding follows the closing, goals follow the hearing check.
    private int CodedDay => story.Survey.OpenDays + 4;
    private int AdoptedDay => story.HearingCheck.EndDay + 7;
    private int PublishedDay => AdoptedDay + 7;

    private static readonly Actor Teller = Actor.Operator with { Name = "demo" };

    /// <summary>All of it. Answers the organisation.</summary>
    public async Task<Guid> Tell(int responses, CancellationToken cancellation)
    {
        clock.Day = -14;
        var organisation = (
            await Get<CreateOrganisation>()
                .Run(
                    Teller,
                    new(
                        story.Organisation.Name,
                        OrganisationKind.Organisation,
                        story.Organisation.Mission,
                        [.. story.Organisation.Pillars.Select(pillar => new EditOrganisation.PillarEdit(pillar.Name, pillar.Description))]
                    ),
                    isDemo: true,
                    cancellation
                )
        ).OrThrow();
        var initiative = await BeginInitiative(organisation.Slug, cancellation);
        var survey = await OpenSurvey(initiative, story.Survey.ListTitle, day: 0, cancellation);
        await LockPrediction(initiative, cancellation);

        var people = new DemoPeopleAnswering(clock, operations, survey);
        await people.Answer(responses, cancellation);
        clock.Day = story.Survey.OpenDays - 1;
        (await Get<CloseSurvey>().Run(Teller, survey.Id.ToString(), cancellation)).OrThrow();

        clock.Day = CodedDay;
        await AddNeedFromStories(initiative, cancellation);
        await people.Read(initiative, organisation.Id, story.Coders, responses, cancellation);
        await CheckHearing(initiative, cancellation);
        await SetGoals(initiative, organisation.Slug, cancellation);
        await AskAboutGoals(initiative, cancellation);
        await Report(initiative, cancellation);
        await AskAgain(initiative, cancellation);
        return organisation.Id;
    }

    private async Task<Guid> BeginInitiative(string organisation, CancellationToken cancellation)
    {
        var told = story.Initiative;
        var initiative = (
            await Get<CreateInitiative>()
                .Run(
                    Teller,
                    organisation,
                    new InitiativeFields
                    {
                        Title = told.Title,
                        Purpose = told.Purpose,
                        Stance = told.Stance,
                        Community = told.Community,
                        Place = told.Place,
                        CommunitySize = told.CommunitySize,
                        MinimumResponses = told.MinimumResponses,
                        StartsOn = clock.DateOf(clock.Day),
                    },
                    cancellation,
                    isDemo: true
                )
        ).OrThrow();
        (
            await Get<SetMargins>()
                .Run(
                    Teller,
                    initiative.Id,
                    [
                        .. told.Margins.Select(margin => new Margin(
                            margin.GroupRole,
                            margin.Source,
                            [.. margin.Shares.Select(share => new MarginCategory(share.Key, share.Value))]
                        )),
                    ],
                    cancellation
                )
        ).OrThrow();
        return initiative.Id;
    }

    private async Task<DemoSurveyOpened> OpenSurvey(Guid initiative, string title, int day, CancellationToken cancellation)
    {
        var created = (
            await Get<CreateSurvey>().Run(Teller, initiative, new(title, Template: story.Survey.Template), cancellation)
        ).OrThrow();
        var id = created.Id.ToString();
        (await Get<SaveDraft>().Run(Teller, id, story.SurveyDefinition(), revision: 1, cancellation)).OrThrow();
        clock.Day = day;
        (await Get<PublishSurvey>().Run(Teller, id, new(), cancellation)).OrThrow();
        return new(created.Id, created.Slug);
    }

    private async Task LockPrediction(Guid initiative, CancellationToken cancellation)
    {
        (await Get<AdoptCatalogue>().Run(Teller, initiative, story.Catalogue, cancellation)).OrThrow();
        (await Get<LockPrediction>().Run(Teller, initiative, story.Prediction, cancellation)).OrThrow();
    }

    private async Task AddNeedFromStories(Guid initiative, CancellationToken cancellation)
    {
        var need = story.NeedFromStories;
        (
            await Get<EditNeed>()
                .Run(
                    Teller,
                    initiative,
                    need.Name,
                    new()
                    {
                        Label = need.Label.ByLanguage,
                        Definition = need.Definition.In("en"),
                        Include = need.Include.In("en"),
                        Exclude = need.Exclude.In("en"),
                        Example = need.Example.In("en"),
                    },
                    cancellation
                )
        ).OrThrow();
    }

    private async Task CheckHearing(Guid initiative, CancellationToken cancellation)
    {
        var told = story.HearingCheck;
        clock.Day = told.OpenedDay;
        (await Get<PrepareHearingCheck>().Run(Teller, initiative, new(told.Summary.ByLanguage), cancellation)).OrThrow();
        (await Get<OpenHearingCheck>().Run(Teller, initiative, open: true, cancellation)).OrThrow();
        var slug = (await Get<ReadHearingCheck>().Run(Teller, initiative, cancellation)).OrThrow()!.Slug;
        await Reply(slug, told.Replies(), cancellation);

        clock.Day = told.OpenedDay + told.OpenDays;
        (await Get<OpenHearingCheck>().Run(Teller, initiative, open: false, cancellation)).OrThrow();
        var corrections = (await Get<ReadHearingCheck>().Run(Teller, initiative, cancellation)).OrThrow()!.Corrections;
        List<Guid> accepted = [];
        foreach (var correction in corrections)
        {
            var decided = told.Corrections.First(one => one.Words == correction.Words);
            (
                await Get<DecideCorrection>()
                    .Run(Teller, initiative, correction.ReplyId, new(decided.Decision!.Value, decided.Reason), cancellation)
            ).OrThrow();
            if (decided.Decision == CorrectionDecision.Accepted)
                accepted.Add(correction.ReplyId);
        }

        var revision = told.Revision;
        clock.Day = revision.OpenedDay;
        (
            await Get<PrepareHearingCheck>()
                .Run(Teller, initiative, new(revision.Summary.ByLanguage) { TakesUp = accepted }, open: true, cancellation)
        ).OrThrow();
        await Reply(slug, revision.Replies(), cancellation);
        clock.Day = told.EndDay;
        (await Get<OpenHearingCheck>().Run(Teller, initiative, open: false, cancellation)).OrThrow();
    }

    private async Task Reply(string slug, IReadOnlyList<DemoHearingReply> replies, CancellationToken cancellation)
    {
        foreach (var reply in replies)
        {
            clock.Day = reply.Day;
            (
                await Get<ReplyToHearingCheck>()
                    .Run(slug, new(Guid.NewGuid(), reply.Language, reply.Verdict.Code(), reply.Correction?.Words ?? ""), cancellation)
            ).OrThrow();
        }
    }

    private async Task SetGoals(Guid initiative, string organisation, CancellationToken cancellation)
    {
        clock.Day = AdoptedDay;
        var pillars = (await Get<ReadOrganisation>().Run(Teller, organisation, cancellation)).OrThrow().Pillars;
        var pillarOf = story.Organisation.Pillars.ToDictionary(
            pillar => pillar.Key,
            pillar => pillars.First(one => one.Name == pillar.Name).Id
        );
        foreach (var goal in story.Goals)
        {
            var id = Guid.NewGuid();
            (
                await Get<SaveGoal>()
                    .Run(
                        Teller,
                        initiative,
                        id,
                        new()
                        {
                            Title = goal.Title,
                            Description = goal.Description,
                            Effort = goal.Effort,
                            DueOn = clock.DateOf(goal.DueDay),
                            LedBy = goal.LedBy,
                            DecidedWith = goal.DecidedWith,
                            Uses = goal.Uses,
                            Effect = goal.Effect,
                            Needs = [.. goal.Needs.Select(link => new SaveGoal.NeedLink(link.Need, link.Strength, link.Reason))],
                            Pillars =
                            [
                                .. goal.Pillars.Select(link => new SaveGoal.PillarLink(pillarOf[link.Pillar], link.Strength, link.Reason)),
                            ],
                        },
                        cancellation
                    )
            ).OrThrow();
            if (goal.State == GoalState.Draft)
                continue;
            (await Get<AdoptGoal>().Run(Teller, initiative, id, cancellation: cancellation)).OrThrow();
            foreach (var update in goal.Updates)
                (
                    await Get<RecordGoalUpdate>().Run(Teller, initiative, id, new(clock.DateOf(update.Day), update.Words), cancellation)
                ).OrThrow();
        }
        (
            await Get<SetDispositions>()
                .Run(
                    Teller,
                    initiative,
                    [.. story.Dispositions.Select(decision => new SetDispositions.Decision(decision.Need, decision.Kind, decision.Reason))],
                    cancellation
                )
        ).OrThrow();
    }

    private async Task AskAboutGoals(Guid initiative, CancellationToken cancellation)
    {
        clock.Day = AdoptedDay + 1;
        (await Get<Reports.AskAboutGoals>().Run(Teller, initiative, open: true, cancellation)).OrThrow();
        var hearing = (await Get<ReadGoalHearing>().Run(Teller, initiative, cancellation)).OrThrow()!;
        foreach (var goal in story.Goals)
        {
            if (goal.Replies is not { } said)
                continue;
            var id = hearing.Goals.Single(one => one.Title == goal.Title).GoalId;
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
                        await Get<ReplyToGoals>().Run(hearing.Slug, new(Guid.NewGuid(), "en", [new(id, verdict, "")]), cancellation)
                    ).OrThrow();
        }
        clock.Day = PublishedDay - 1;
        (await Get<Reports.AskAboutGoals>().Run(Teller, initiative, open: false, cancellation)).OrThrow();
    }

    private async Task Report(Guid initiative, CancellationToken cancellation)
    {
        clock.Day = PublishedDay;
        (
            await Get<SaveReportDraft>()
                .Run(
                    Teller,
                    initiative,
                    new(story.Report.Title, story.Report.Lead, story.Report.Disclosure)
                    {
                        Learned = story.Report.Learned,
                        Translations = await Translations(initiative, cancellation),
                    },
                    cancellation
                )
        ).OrThrow();
        (await Get<PublishReport>().Run(Teller, initiative, cancellation: cancellation)).OrThrow();
    }

    private async Task<Dictionary<string, IReadOnlyDictionary<string, string>>> Translations(
        Guid initiative,
        CancellationToken cancellation
    )
    {
        var goals = (await Get<ReadGoals>().Run(Teller, initiative, cancellation)).OrThrow().Goals;
        string KeyOf(string key)
        {
            var (goal, part) = key.Split('.') is [var of, var which] ? (of, "." + which) : (key, "");
            return ReportTexts.GoalKey(goals.First(one => one.Title == story.Goals.First(told => told.Key == goal).Title).GoalId) + part;
        }
        return story.Report.Translations.ToDictionary(
            language => language.Key,
            language =>
                (IReadOnlyDictionary<string, string>)
                    language
                        .Value.Goals.Select(goal => (Key: KeyOf(goal.Key), Words: goal.Value))
                        .Append((Key: "title", Words: language.Value.Title))
                        .Append((Key: "lead", Words: language.Value.Lead))
                        .Append((Key: ReportTexts.LearnedKey, Words: language.Value.Learned))
                        .Append((Key: "mission", Words: language.Value.Mission))
                        .ToDictionary(text => text.Key, text => text.Words)
        );
    }

    // Allyship asks again; and whoever looks around the demo finds a survey to try.
    private async Task AskAgain(Guid initiative, CancellationToken cancellation) =>
        await OpenSurvey(initiative, story.Survey.NextListTitle, story.OpenedDaysAgo - 7, cancellation);

    private T Get<T>()
        where T : notnull => operations.GetRequiredService<T>();
}

/// <summary>The demo's survey, open.</summary>
internal sealed record DemoSurveyOpened(Guid Id, string Slug);
