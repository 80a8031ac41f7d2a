using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Results;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Results;

/// <summary>The page on which is said how a survey's people were reached and drawn.</summary>
internal static class DesignPages
{
    public static void MapDesignPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/surveys/{survey}/sample-design");

        pages
            .MapGet("", ([AsParameters] SurveyRequest request, string? saved, ReadSampleDesign read) =>
                request.Page(Permission.EditSurvey, async (frame, view) =>
                    (await read.Run(request.Actor, request.Survey, request.Cancellation, frame.InitiativeId)).Succeeded(
                        out var design,
                        out var problem
                    )
                        ? Page(frame, view, design, DesignForm.Of(design), saved: saved is not null)
                        : HttpResults.PageOf(problem)
                )
            )
            .Requires(Permission.EditSurvey);

        pages
            .MapPost("", ([AsParameters] SurveyRequest request, PostedForm form, ReadSampleDesign read, SetSampleDesign set) =>
                request.Post(
                    Permission.EditSurvey,
                    async place =>
                        (await read.Run(request.Actor, place.Id.ToString(), request.Cancellation)).Succeeded(out var known, out var problem)
                        && DesignForm.Read(form, known).Succeeded(out var design, out problem)
                            ? await set.Run(request.Actor, place.Id.ToString(), design, request.Cancellation, form["revision"])
                            : problem!,
                    (place, _) => $"{place.Base}/sample-design?saved=1",
                    async (frame, view, refused) =>
                        (await read.Run(request.Actor, request.Survey, request.Cancellation, frame.InitiativeId)).Succeeded(
                            out var known,
                            out var problem
                        )
                            ? Page(frame, view, known, form, refused)
                            : HttpResults.PageOf(problem)
                )
            )
            .Requires(Permission.EditSurvey);
    }

    private static IResult Page(
        InitiativeFrame frame,
        SurveyView survey,
        SampleDesignView design,
        PostedForm form,
        Problem? problem = null,
        bool saved = false
    ) =>
        HttpResults.Page<DesignPage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Frame = frame,
                Survey = survey,
                Design = design,
                Form = form,
                Saved = saved,
                Faults = PageFaults.Of(problem),
            }
        );
}
