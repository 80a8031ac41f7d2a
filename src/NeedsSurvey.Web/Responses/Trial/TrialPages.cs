using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>
/// The draft on the very pages that people answer on, with its conditions, languages and checks, before it is published. The same walk as
/// for respondents with the draft in the place of the published version; at its end nothing is submitted.
/// </summary>
internal static class TrialPages
{
    public static void MapTrialPages(this IEndpointRouteBuilder app)
    {
        var trial = app.Pages("/o/{org}/{initiative}/surveys/{survey}/try").ShownInOwnFrames();

        trial
            .MapGet(
                "",
                (
                    [AsParameters] SurveyRequest request,
                    string? language,
                    string? question,
                    ReadInitiative initiatives,
                    TimeProvider clock
                ) =>
                    request.Bare(
                        (place, view) =>
                            On(
                                request,
                                place,
                                question is null ? view : view with { Draft = Asked(view.Draft, question) },
                                initiatives,
                                survey => Page(request, survey, Beginning(survey, language, question, clock.GetUtcNow()))
                            )
                    )
            )
            .Requires(Permission.View);

        trial
            .MapPost("", ([AsParameters] SurveyRequest request, PostedForm form, ReadInitiative initiatives, TimeProvider clock) =>
                request.Bare((place, view) => On(request, place, view, initiatives, survey =>
                        {
                            // The draft may have been edited meanwhile: what no longer fits is asked again, as for whoever's form arrives
                            // damaged.
                            if (AnsweringState.Read(form[AnsweringState.Field]) is not { } state || state.Version != view.Revision)
                                return Task.FromResult(HttpResults.RedirectTo(survey.Address));
                            state = state with { Language = survey.Language(state.Language, []) };
                            var fields = form.Names.ToDictionary(
                                name => name,
                                IReadOnlyList<string> (name) => [.. form.All(name).OfType<string>()]
                            );
                            return Page(request, survey, new AnsweringFlow(survey, state, fields, clock.GetUtcNow()).Step());
                        }))
            )
            .TakesLongAnswers()
            .Requires(Permission.View);
    }

    // At the start page, or, for who designs a question, at its page.
    private static AnsweringView Beginning(PublishedSurvey survey, string? language, string? question, DateTimeOffset now)
    {
        var state = AnsweringState.Begin(survey.Version, survey.Language(language, []));
        var page = survey.Survey.Pages.FirstOrDefault(page => page.Items.Any(item => item.Item.Name == question));
        if (page is null)
            return new AnsweringView.Start(state);
        var shown = new Dictionary<string, IReadOnlyList<string>>
        {
            [AnsweringFlow.Button] = [$"{AnsweringFlow.Language} {state.Language}"],
        };
        // In one order each time, so that nothing jumps while words are changed.
        return new AnsweringFlow(survey, state with { Page = page.Key, Order = 0 }, shown, now).Step();
    }

    // Whatever must be answered before: the page is looked at alone.
    private static SurveyDefinition Asked(SurveyDefinition draft, string question)
    {
        for (string? name = question; name is not null; name = Outline.PlaceOf(draft.Questions, name)?.Parent)
            draft = Draft.Apply(draft, new DraftEdit.Change(name, new() { ["relevant"] = null })).Definition;
        return draft;
    }

    private static async Task<IResult> On(
        SurveyRequest request,
        SurveyPlace place,
        SurveyView view,
        ReadInitiative initiatives,
        Func<PublishedSurvey, Task<IResult>> page
    )
    {
        if (!(await initiatives.Run(request.Actor, view.InitiativeId, request.Cancellation)).Succeeded(out var initiative, out var problem))
            return HttpResults.PageOf(problem);
        return await page(
            new PublishedSurvey
            {
                SurveyId = view.Id,
                Slug = view.Slug,
                Version = view.Revision,
                IsOpen = true,
                Survey = CompiledSurvey.Compile(view.Draft),
                OrganisationName = place.OrganisationName,
                InitiativeTitle = Told(initiative.Fields.Title, texts => texts.Title),
                Purpose = Told(initiative.Fields.Purpose, texts => texts.Purpose),
                Values = initiative.Values,
                ValuesTold = Told(string.Join(", ", initiative.Values), texts => texts.Values),
                IsIndividual = initiative.Values.Count > 0,
                UrgentReferral = Told(initiative.Fields.UrgentReferral, texts => texts.UrgentReferral),
                IsDemo = initiative.IsDemo,
                TimeZone = initiative.Fields.TimeZone,
                ReportSlug = null,
                TrialAddress = $"{place.Base}/try",
            }
        );

        LocalText Told(string written, Func<InitiativeTexts, string> text) =>
            InitiativeTexts.ByLanguage(written, view.Draft.Languages[0], initiative.Fields.Translations, text);
    }

    // Only the end is an organiser's page, with the stages around it.
    private static Task<IResult> Page(SurveyRequest request, PublishedSurvey survey, AnsweringView shown) =>
        shown switch
        {
            AnsweringView.Start start => Task.FromResult(HttpResults.Page<StartView>(new { Survey = survey, View = start })),
            AnsweringView.Question question => Task.FromResult(HttpResults.Page<QuestionPage>(new { Survey = survey, View = question })),
            AnsweringView.Delete ask => Task.FromResult(HttpResults.Page<DeletePage>(new { Survey = survey, View = ask })),
            AnsweringView.Check check => Task.FromResult(HttpResults.Page<CheckView>(new { Survey = survey, View = check })),
            _ => request.Page(Permission.View, (frame, _) => HttpResults.Page<TrialEndPage>(new { Frame = frame, Survey = survey })),
        };
}
