using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Results;

/// <summary>Results as JSON: the same figures as on the pages, true ones for those who may export, safe ones for everybody else.</summary>
internal static class ResultsApi
{
    public static void MapResultsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/surveys/{survey}").WithTags("Results");

        api.MapGet("/results", async (string survey, string? filter, Actor actor, ReadResults read, CancellationToken cancellation) =>
                (await read.Run(actor, survey, filter, cancellation)).Then(ResultsResource.Of).Ok()
            )
            .Requires(Permission.View)
            .WithName("getResults")
            .WithSummary("What people said, question by question, over all versions.")
            .WithDescription(
                "filter=area=north looks at one choice of a group question. Who may export gets true figures, everybody else safe ones: "
                    + "\"figures\" says which, \"note\" what that means. Where a count is null, the property of its name with \"Is\" says "
                    + "\"few\" (fewer than 10) or \"nearly_all\" (all but fewer than 10)."
            );

        api.MapGet(
                "/crosstab",
                async (string survey, string? row, string? column, Actor actor, ReadCrosstab read, CancellationToken cancellation) =>
                    (await read.Run(actor, survey, row, column, cancellation)).Then(CrosstabResource.Of).Ok()
            )
            .Requires(Permission.View)
            .WithName("getCrosstab")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Two choice questions against each other.")
            .WithDescription(
                "Where figures are safe, the row is a group question. A row’s total is the people who answered the column question, whom "
                    + "shares are of; it is null where they are too few for any figure."
            );

        api.MapGet(
                "/open-answers",
                async (string survey, string? field, string? after, Actor actor, ListWords list, CancellationToken cancellation) =>
                    (await list.Run(actor, survey, field, after, cancellation))
                        .Then(words => new WrittenAnswersResource(words.Items, words.Next, words.All))
                        .Ok()
            )
            .Requires(Permission.Code)
            .WithName("listWrittenAnswers")
            .WithSummary("What people wrote, apart from the rest of their answers.");
    }
}
