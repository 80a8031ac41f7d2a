using NeedsSurvey.App;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Needs;

/// <summary>
/// Publishing a survey, as a page and as JSON. It stands in this room because a version and the needs that it names are stored together
/// (<see cref="PublishSurvey"/>).
/// </summary>
internal static class PublishingRoutes
{
    public static void MapPublishing(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey
            .MapGet("/publish", ([AsParameters] SurveyRequest request, CheckSurvey check) =>
                request.Page(Permission.PublishSurvey, async (frame, view) => (
                        await check.Of(request.Actor, view, request.Cancellation)
                    ).Succeeded(out var report, out var problem)
                        ? HttpResults.Page<PublishPage>(
                            new
                            {
                                Frame = frame,
                                Survey = view,
                                Report = report,
                            }
                        )
                        : HttpResults.PageOf(problem))
            )
            .Requires(Permission.PublishSurvey);

        survey
            .MapPost("/publish", ([AsParameters] SurveyRequest request, PostedForm form, PublishSurvey publish, CheckSurvey check) =>
                request.Post(
                    Permission.PublishSurvey,
                    place =>
                        publish.Run(
                            request.Actor,
                            place.Id.ToString(),
                            new(form.Revision, form.Has("confirm_splits")),
                            request.Cancellation
                        ),
                    (place, _) => $"{place.InitiativeBase}/listen?published={place.Slug}",
                    async (frame, view, problem) =>
                        (await check.Of(request.Actor, view, request.Cancellation)).Succeeded(out var report, out var refusal)
                            ? HttpResults.Page<PublishPage>(
                                HttpResults.StatusOf(problem),
                                new
                                {
                                    Frame = frame,
                                    Survey = view,
                                    Report = report,
                                    Form = form,
                                    Faults = PageFaults.Of(problem),
                                }
                            )
                            : HttpResults.PageOf(refusal)
                )
            )
            .Requires(Permission.PublishSurvey);

        app.Api()
            .WithTags("Surveys")
            .MapPost(
                "/surveys/{survey}/publish",
                async (string survey, PublishSurvey.Command? command, Actor actor, PublishSurvey publish, CancellationToken cancellation) =>
                    (await publish.Run(actor, survey, command ?? new(), cancellation))
                        .Then(done => new PublishedResource(done.Version, done.Slug, done.NewNeeds, done.Warnings))
                        .Ok()
            )
            .Requires(Permission.PublishSurvey)
            .WithName("publishSurvey")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Make the draft the next version, which never changes, and open the survey.");
    }
}

/// <param name="NewNeeds">How many needs the codebook did not have.</param>
/// <param name="Warnings">What deserved a look and did not stop it.</param>
internal sealed record PublishedResource(int Version, string Slug, int NewNeeds, IReadOnlyList<DefinitionFault> Warnings);
