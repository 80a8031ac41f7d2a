// Responses in JSON: what programs send for a person, what the public may know of a survey, and the list for those who may read it.

using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App;
using NeedsSurvey.App.Responses;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Responses;

/// <summary>The JSON face of this room.</summary>
public static class ResponseEndpoints
{
    public static void MapResponses(this IEndpointRouteBuilder app)
    {
        var open = app.Public("/s/{slug}").WithTags("Answering");
        open.MapGet("/definition", Definition)
            .WithSummary("A published survey: what is asked, in which languages, and whether it is open.")
            .Produces<PublicDefinition>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        open.MapPost("/responses", Submit)
            .WithSummary("One person's answers. Repeating a submission is harmless.")
            .Accepts<SubmissionBody>("application/json")
            .Produces<SubmissionReceipt>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone);

        app.Api("/surveys/{survey}/responses")
            .WithTags("Responses")
            .MapGet(
                "",
                async (Actor actor, string survey, string? cursor, int? limit, ListResponses list, CancellationToken cancellation) =>
                    (await list.Run(actor, survey, cursor, limit ?? 100, cancellation)).Json()
            )
            .Requires(Permission.ReadResponses)
            .WithSummary("Responses, the newest day first, a page at a time.")
            .Produces<ResponseList>();
    }

    /// <param name="Receipt">Show it to the person: it is not stored and cannot be asked for again but with the same submission.</param>
    /// <param name="Dropped">Answers that were left out because their questions are not asked, given the others; absent when there are
    /// none.</param>
    public sealed record SubmissionReceipt(
        [property: JsonPropertyName("receipt")] string Receipt,
        [property: JsonPropertyName("dropped"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            IReadOnlyList<DroppedAnswer>? Dropped
    );

    private static async Task<IResult> Submit(string slug, HttpRequest request, SubmitResponse submit, CancellationToken cancellation)
    {
        if (!(await SubmissionBody.Read(slug, request)).Succeeded(out var command, out var problem))
            return HttpResults.Of(problem);
        return (await submit.Run(command, cancellation))
            .Then(submitted => new SubmissionReceipt(submitted.Receipt.Reveal(), submitted.Dropped.Count == 0 ? null : submitted.Dropped))
            .Created(_ => "/receipt");
    }

    /// <param name="State"><c>open</c> or <c>closed</c>.</param>
    /// <param name="Report">The address of the published report; absent before there is one.</param>
    public sealed record PublicDefinition(
        [property: JsonPropertyName("slug")] string Slug,
        [property: JsonPropertyName("version")] int Version,
        [property: JsonPropertyName("state")] string State,
        [property: JsonPropertyName("languages")] IReadOnlyList<string> Languages,
        [property: JsonPropertyName("organisation")] string Organisation,
        [property: JsonPropertyName("definition")] JsonElement Definition,
        [property: JsonPropertyName("report"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Report
    );

    private static async Task<IResult> Definition(string slug, int? version, ReadPublishedSurvey surveys, CancellationToken cancellation) =>
        (await surveys.Run(slug, version, cancellation))
            .Then(survey => new PublicDefinition(
                survey.Slug,
                survey.Version,
                survey.IsOpen ? "open" : "closed",
                survey.Survey.Definition.Languages,
                survey.OrganisationName,
                JsonElement.Parse(SurveyJson.WriteUtf8(survey.Survey.Definition)),
                survey.ReportSlug is { } report ? "/r/" + report : null
            ))
            .Json();
}
