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
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>Tells the story once; <paramref name="operations"/> run by <paramref name="clock"/>.</summary>
internal sealed class DemoTelling(DemoStory story, DemoClock clock, IServiceProvider operations)
{
    // Days for which the story itself has no number: coding follows the closing, goals follow the hearing check.
    private int CodedDay => story.Survey.OpenDays + 4;
    private int AdoptedDay => story.HearingCheck.OpenedDay + story.HearingCheck.OpenDays + 7;
    private int PublishedDay => AdoptedDay + 7;

    private static readonly Actor Teller = Actor.Operator with { Name = "demo" };

    /// <summary>All of it. Answers the organisation.</summary>
    public async Task<Guid> Tell(int responses, CancellationToken ct)
    {
        clock.Day = -14;
        var organisation = (await Get<CreateOrganisation>().Run(Teller, new(story.Organisation.Name, OrganisationKind.Organisation, story.Organisation.Mission,
            [.. story.Organisation.Pillars.Select(pillar => new EditOrganisation.PillarEdit(pillar.Name, pillar.Description))]), isDemo: true, ct)).OrThrow();
        var initiative = await BeginInitiative(organisation.Slug, ct);
        var survey = await OpenSurvey(initiative, story.Survey.ListTitle, day: 0, ct);
        await LockPrediction(initiative, ct);

        var people = new DemoPeopleAnswering(clock, operations, survey);
        await people.Answer(responses, ct);
        clock.Day = story.Survey.OpenDays - 1;
        (await Get<CloseSurvey>().Run(Teller, survey.Id.ToString(), ct)).OrThrow();

        clock.Day = CodedDay;
        await AddNeedFromStories(initiative, ct);
        await people.Read(initiative, organisation.Id, story.Coders, responses, ct);
        await CheckHearing(initiative, ct);
        await SetGoals(initiative, organisation.Slug, ct);
        await Report(initiative, ct);
        await AskAgain(initiative, ct);
        return organisation.Id;
    }

    private async Task<Guid> BeginInitiative(string organisation, CancellationToken ct)
    {
        var told = story.Initiative;
        var initiative = (await Get<CreateInitiative>().Run(Teller, organisation, new InitiativeFields
        {
            Title = told.Title, Purpose = told.Purpose, Stance = Enum.Parse<Stance>(told.Stance, ignoreCase: true), Community = told.Community, Place = told.Place,
            CommunitySize = told.CommunitySize, MinimumResponses = told.MinimumResponses, StartsOn = clock.DateOf(clock.Day),
        }, ct, isDemo: true)).OrThrow();
        (await Get<SetMargins>().Run(Teller, initiative.Id,
            [.. told.Margins.Select(margin => new Margin(margin.GroupRole, margin.Source, [.. margin.Shares.Select(share => new MarginCategory(share.Key, share.Value))]))],
            ct)).OrThrow();
        return initiative.Id;
    }

    private async Task<DemoSurveyOpened> OpenSurvey(Guid initiative, string title, int day, CancellationToken ct)
    {
        var created = (await Get<CreateSurvey>().Run(Teller, initiative, new(title, Template: story.Survey.Template), ct)).OrThrow();
        var id = created.Id.ToString();
        (await Get<SaveDraft>().Run(Teller, id, story.SurveyDefinition(), revision: 1, ct)).OrThrow();
        clock.Day = day;
        (await Get<PublishSurvey>().Run(Teller, id, new(), ct)).OrThrow();
        (await Get<AdoptSurveyNeeds>().Run(Teller, created.Id, ct)).OrThrow();
        return new(created.Id, created.Slug);
    }

    private async Task LockPrediction(Guid initiative, CancellationToken ct)
    {
        (await Get<AdoptCatalogue>().Run(Teller, initiative, story.Catalogue, ct)).OrThrow();
        (await Get<LockPrediction>().Run(Teller, initiative, story.Prediction, ct)).OrThrow();
    }

    private async Task AddNeedFromStories(Guid initiative, CancellationToken ct)
    {
        var need = story.NeedFromStories;
        (await Get<EditNeed>().Run(Teller, initiative, need.Name, new()
        {
            Label = need.Label.ByLanguage, Definition = need.Definition, Include = need.Include, Exclude = need.Exclude, Example = need.Example,
        }, ct)).OrThrow();
    }

    private async Task CheckHearing(Guid initiative, CancellationToken ct)
    {
        var told = story.HearingCheck;
        clock.Day = told.OpenedDay;
        (await Get<PrepareHearingCheck>().Run(Teller, initiative, new(told.Summary.ByLanguage), ct)).OrThrow();
        (await Get<OpenHearingCheck>().Run(Teller, initiative, open: true, ct)).OrThrow();
        var slug = (await Get<ReadHearingCheck>().Run(Teller, initiative, ct)).OrThrow()!.Slug;
        foreach (var reply in told.Replies())
        {
            clock.Day = reply.Day;
            (await Get<ReplyToHearingCheck>().Run(slug, new(Guid.NewGuid(), reply.Language, reply.Verdict, reply.Correction?.Words ?? ""), ct)).OrThrow();
        }

        clock.Day = told.OpenedDay + told.OpenDays;
        (await Get<OpenHearingCheck>().Run(Teller, initiative, open: false, ct)).OrThrow();
        foreach (var correction in (await Get<ReadHearingCheck>().Run(Teller, initiative, ct)).OrThrow()!.Corrections)
        {
            var decided = told.Corrections.First(one => one.Words == correction.Words);
            (await Get<DecideCorrection>().Run(Teller, initiative, correction.ReplyId, new(decided.Decision == "accepted", decided.Reason), ct)).OrThrow();
        }
    }

    private async Task SetGoals(Guid initiative, string organisation, CancellationToken ct)
    {
        clock.Day = AdoptedDay;
        var pillars = (await Get<ReadOrganisation>().Run(Teller, organisation, ct)).OrThrow().Pillars;
        var pillarOf = story.Organisation.Pillars.ToDictionary(pillar => pillar.Key, pillar => pillars.First(one => one.Name == pillar.Name).Id);
        foreach (var goal in story.Goals)
        {
            var id = Guid.NewGuid();
            (await Get<SaveGoal>().Run(Teller, initiative, id, new()
            {
                Title = goal.Title, Description = goal.Description, Effort = goal.Effort, DueOn = clock.DateOf(goal.DueDay),
                Needs = [.. goal.Needs.Select(link => new SaveGoal.NeedLink(link.Need, link.Strength, link.Reason))],
                Pillars = [.. goal.Pillars.Select(link => new SaveGoal.PillarLink(pillarOf[link.Pillar], link.Strength, link.Reason))],
            }, ct)).OrThrow();
            if (goal.State == "draft") continue;
            (await Get<AdoptGoal>().Run(Teller, initiative, id, cancellation: ct)).OrThrow();
            foreach (var update in goal.Updates)
                (await Get<RecordGoalUpdate>().Run(Teller, initiative, id, new(clock.DateOf(update.Day), update.Words), ct)).OrThrow();
        }
        (await Get<SetDispositions>().Run(Teller, initiative,
            [.. story.Dispositions.Select(decision => new SetDispositions.Decision(decision.Need, decision.Kind.Code(), decision.Reason))], ct)).OrThrow();
    }

    private async Task Report(Guid initiative, CancellationToken ct)
    {
        clock.Day = PublishedDay;
        (await Get<SaveReportDraft>().Run(Teller, initiative, new(story.Report.Title, story.Report.Lead, story.Report.Disclosure), ct)).OrThrow();
        (await Get<PublishReport>().Run(Teller, initiative, ct)).OrThrow();
    }

    // Allyship asks again; and whoever looks around the demo finds a survey to try.
    private async Task AskAgain(Guid initiative, CancellationToken ct) =>
        await OpenSurvey(initiative, story.Survey.NextListTitle, story.OpenedDaysAgo - 7, ct);

    private T Get<T>() where T : notnull => operations.GetRequiredService<T>();
}

/// <summary>The demo's survey, open.</summary>
internal sealed record DemoSurveyOpened(Guid Id, string Slug);
