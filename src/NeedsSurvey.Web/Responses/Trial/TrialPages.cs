using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Responses;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
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
        var trial = app.Pages("/o/{org}/{initiative}/surveys/{survey}/try");

        trial
            .MapGet("", ([AsParameters] SurveyRequest request, string? language, ReadInitiative initiatives) =>
                request.Page(Permission.View, (frame, view) => On(request, frame, view, initiatives, survey => Page(
                            frame,
                            survey,
                            new AnsweringView.Start(
                                new AnsweringState
                                {
                                    Submission = Guid.NewGuid(),
                                    Version = view.Revision,
                                    Language = survey.Language(language, []),
                                }
                            )
                        )))
            )
            .Requires(Permission.View);

        trial
            .MapPost("", ([AsParameters] SurveyRequest request, PostedForm form, ReadInitiative initiatives, TimeProvider clock) =>
                request.Page(Permission.View, (frame, view) => On(request, frame, view, initiatives, survey =>
                    {
                        // The draft may have been edited meanwhile: what no longer fits is asked again, as for anybody whose form arrives
                        // damaged.
                        if (AnsweringState.Read(form[AnsweringState.Field]) is not { } state || state.Version != view.Revision)
                            return HttpResults.RedirectTo(survey.Address);
                        state = state with { Language = survey.Language(state.Language, []) };
                        var fields = form.Names.ToDictionary(
                            name => name,
                            IReadOnlyList<string> (name) => [.. form.All(name).OfType<string>()]
                        );
                        return Page(frame, survey, new AnsweringFlow(survey, state, fields, clock.GetUtcNow()).Step());
                    }))
            )
            .TakesLongAnswers()
            .Requires(Permission.View);
    }

    private static async Task<IResult> On(
        SurveyRequest request,
        InitiativeFrame frame,
        SurveyView view,
        ReadInitiative initiatives,
        Func<PublishedSurvey, IResult> page
    ) =>
        (await initiatives.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var initiative, out var problem)
            ? page(
                new PublishedSurvey
                {
                    SurveyId = view.Id,
                    Slug = view.Slug,
                    Version = view.Revision,
                    IsOpen = true,
                    Survey = CompiledSurvey.Compile(view.Draft),
                    OrganisationName = frame.OrganisationName,
                    InitiativeTitle = frame.InitiativeTitle,
                    Purpose = initiative.Fields.Purpose,
                    UrgentReferral = initiative.Fields.Stance == Stance.Solidarity ? initiative.Fields.UrgentReferral : "",
                    IsDemo = frame.IsDemo,
                    ReportSlug = null,
                    TrialAddress = $"{frame.Base}/surveys/{view.Slug}/try",
                }
            )
            : HttpResults.PageOf(problem);

    private static IResult Page(InitiativeFrame frame, PublishedSurvey survey, AnsweringView shown) =>
        shown switch
        {
            AnsweringView.Start start => HttpResults.Page<StartView>(new { Survey = survey, View = start }),
            AnsweringView.Question question => HttpResults.Page<QuestionPage>(new { Survey = survey, View = question }),
            AnsweringView.Delete ask => HttpResults.Page<DeletePage>(new { Survey = survey, View = ask }),
            AnsweringView.Check check => HttpResults.Page<CheckView>(new { Survey = survey, View = check }),
            _ => HttpResults.Page<TrialEndPage>(new { Frame = frame, Survey = survey }),
        };
}
