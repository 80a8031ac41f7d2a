// Responses in JSON: what programs send for a person, what the public may know of a survey, and the list for those who may read it.

using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Responses;

/// <summary>The JSON face of this room.</summary>
public static class ResponseEndpoints
{
    public static void MapResponses(this IEndpointRouteBuilder app)
    {
        var open = app.Public("/s/{slug}").WithTags("Answering");
        open.MapGet("/definition", Definition)
            .WithName("getPublishedSurvey")
            .WithSummary("A published survey: what is asked, in which languages, and whether it is open.");
        open.MapPost("/responses", Submit)
            .Accepts<SubmissionBody>("application/json")
            .Refuses(StatusCodes.Status409Conflict)
            .Refuses(StatusCodes.Status410Gone)
            .WithName("submitResponse")
            .WithSummary("One person's answers. Repeating a submission is harmless.")
            .WithDescription(
                "“submission” is a random UUID that the sender makes, and keeps for trying again; answers stand by the names of "
                    + "questions, as in the survey format. The same submission with the same answers gives the same receipt, however often "
                    + "it is sent; with other answers it is refused (409, submission_used), as is one that was taken back "
                    + "(submission_withdrawn). A closed survey answers 410."
            );

        app.Api("/surveys/{survey}/responses")
            .WithTags("Responses")
            .MapGet(
                "",
                async (Actor actor, string survey, string? cursor, int? limit, ListResponses list, CancellationToken cancellation) =>
                    (await list.Run(actor, survey, cursor, limit ?? 100, cancellation)).Ok()
            )
            .Requires(Permission.ReadResponses)
            .WithName("listResponses")
            .WithSummary("Responses, the newest day first, a page at a time.");
    }

    private static async Task<CreatedOrProblem<SubmissionReceipt>> Submit(
        string slug,
        HttpRequest request,
        SubmitResponse submit,
        CancellationToken cancellation
    ) =>
        (
            (await SubmissionBody.Read(slug, request)).Succeeded(out var command, out var problem)
                ? await submit.Run(command, cancellation)
                : problem
        )
            .Then(submitted => new SubmissionReceipt(submitted.Receipt, submitted.Dropped))
            .Created(_ => "/receipt");

    private static async Task<OkOrProblem<PublishedSurveyResource>> Definition(
        string slug,
        int? version,
        ReadPublishedSurvey surveys,
        CancellationToken cancellation
    ) =>
        (await surveys.Run(slug, version, cancellation))
            .Then(survey => new PublishedSurveyResource(
                survey.Slug,
                survey.Version,
                survey.IsOpen ? SurveyState.Open : SurveyState.Closed,
                survey.Survey.Definition.Languages,
                survey.OrganisationName,
                survey.Survey.Definition,
                survey.ReportSlug is { } report ? "/r/" + report : null
            ))
            .Ok();
}
