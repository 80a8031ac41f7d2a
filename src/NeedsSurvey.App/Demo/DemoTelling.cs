// One of the demo's stories, told step by step in the order of the roadmap. Each step is one of the operations that people use, so that the
// demo can hold nothing that a person could not have made, and every rule (answers checked, gates, reasons) holds for it too.

using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>Tells a story once.</summary>
internal sealed class DemoTelling(DemoStage stage)
{
    private readonly DemoStory story = stage.Story;
    private readonly DemoClock clock = stage.Clock;

    /// <summary>All of it. Answers the organisation.</summary>
    public async Task<Guid> Tell(int responses, CancellationToken cancellation)
    {
        clock.Day = -14;
        var organisation = (
            await stage
                .Get<CreateOrganisation>()
                .Run(
                    DemoStage.Teller,
                    new(
                        DemoStage.Written(story.Organisation.Name),
                        story.Organisation.Kind,
                        DemoStage.Written(story.Organisation.Mission),
                        [
                            .. story.Organisation.Pillars.Select(pillar => new EditOrganisation.PillarEdit(
                                DemoStage.Written(pillar.Name),
                                pillar.Description
                            )),
                        ]
                    ),
                    isDemo: true,
                    cancellation
                )
        ).OrThrow();
        var initiative = await BeginInitiative(organisation.Slug, cancellation);
        var survey = await OpenSurvey(initiative, story.Survey.ListTitle, day: 0, isNext: false, cancellation);
        await LockPrediction(initiative, cancellation);

        var people = new DemoPeopleAnswering(clock, stage.Operations, survey, story);
        await people.Answer(responses, cancellation);
        clock.Day = story.Survey.OpenDays - 1;
        (await stage.Get<CloseSurvey>().Run(DemoStage.Teller, survey.Id.ToString(), cancellation)).OrThrow();

        clock.Day = stage.CodedDay;
        if (story.NeedFromStories is { } need)
            await AddNeed(initiative, need, cancellation);
        await people.Read(initiative, organisation.Id, story.Coders, responses, cancellation);

        var hearing = new DemoHearing(stage);
        var deciding = new DemoDeciding(stage);
        await hearing.Check(initiative, cancellation);
        await deciding.SetGoals(initiative, organisation.Slug, cancellation);
        await deciding.SaveReport(initiative, cancellation);
        await hearing.AskAboutGoals(initiative, cancellation);
        await deciding.Publish(initiative, cancellation);
        // Allyship asks again; and whoever looks around the demo finds a survey to try.
        if (story.Survey.NextListTitle is { } next)
            await OpenSurvey(initiative, next, story.OpenedDaysAgo - 7, isNext: true, cancellation);
        return organisation.Id;
    }

    private async Task<Guid> BeginInitiative(string organisation, CancellationToken cancellation)
    {
        var told = story.Initiative;
        var values = story.Organisation.Kind == OrganisationKind.Individual ? story.Organisation.Pillars : [];
        var initiative = (
            await stage
                .Get<CreateInitiative>()
                .Run(
                    DemoStage.Teller,
                    organisation,
                    new InitiativeFields
                    {
                        Title = DemoStage.Written(told.Title),
                        Purpose = DemoStage.Written(told.Purpose),
                        Stance = told.Stance,
                        Community = DemoStage.Written(told.Community),
                        Place = DemoStage.Written(told.Place),
                        CommunitySize = told.CommunitySize,
                        MinimumResponses = told.MinimumResponses,
                        StartsOn = clock.DateOf(clock.Day),
                        EndsOn = told.EndDay is { } last ? clock.DateOf(last) : null,
                        UrgentReferral = DemoStage.Written(told.UrgentReferral),
                        Happened = DemoStage.Written(told.Happened),
                        HappenedAgreed = told.Happened is not null,
                        Stays = DemoStage.Written(told.Stays),
                        Translations = DemoStage.OtherLanguages.ToDictionary(
                            language => language,
                            language => new InitiativeTexts
                            {
                                Title = told.Title.In(language),
                                Purpose = told.Purpose.In(language),
                                Community = told.Community.In(language),
                                Place = told.Place.In(language),
                                UrgentReferral = told.UrgentReferral?.In(language) ?? "",
                                Values = string.Join(language == "ar" ? "، " : ", ", values.Select(value => value.Name.In(language))),
                            }
                        ),
                    },
                    cancellation,
                    isDemo: true
                )
        ).OrThrow();
        (
            await stage
                .Get<SetMargins>()
                .Run(
                    DemoStage.Teller,
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

    private async Task<DemoSurveyOpened> OpenSurvey(Guid initiative, string title, int day, bool isNext, CancellationToken cancellation)
    {
        var created = (
            await stage.Get<CreateSurvey>().Run(DemoStage.Teller, initiative, new(title, Template: story.Survey.Template), cancellation)
        ).OrThrow();
        var id = created.Id.ToString();
        var definition = story.SurveyDefinition(
            clock.DateOf(day + story.Survey.OpenDays - 1),
            clock.DateOf(day + story.HearingCheck.OpenedDay),
            isNext
        );
        (await stage.Get<SaveDraft>().Run(DemoStage.Teller, id, definition, revision: 1, cancellation)).OrThrow();
        clock.Day = day;
        (await stage.Get<PublishSurvey>().Run(DemoStage.Teller, id, new(), cancellation)).OrThrow();
        return new(created.Id, created.Slug);
    }

    private async Task LockPrediction(Guid initiative, CancellationToken cancellation)
    {
        if (story.TakesCatalogue)
            (await stage.Get<AdoptCatalogue>().Run(DemoStage.Teller, initiative, story.Catalogue, cancellation)).OrThrow();
        if (story.Prediction.Count > 0)
            (await stage.Get<LockPrediction>().Run(DemoStage.Teller, initiative, story.Prediction, cancellation)).OrThrow();
    }

    private async Task AddNeed(Guid initiative, Seeds.CatalogueNeed need, CancellationToken cancellation) =>
        (
            await stage
                .Get<EditNeed>()
                .Run(
                    DemoStage.Teller,
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

/// <summary>The demo's survey, open.</summary>
internal sealed record DemoSurveyOpened(Guid Id, string Slug);
