using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Results;

/// <summary>Results as JSON: the same figures as on the pages, with the same small groups hidden.</summary>
internal static class ResultsApi
{
    public static void MapResultsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/surveys/{survey}").WithTags("Results");

        api.MapGet("/results", async (string survey, string? filter, Actor actor, ReadResults read, CancellationToken cancellation) =>
                (await read.Run(actor, survey, filter, cancellation)).Then(Answer).Json()
            )
            .Requires(Permission.View)
            .WithSummary("What people said, question by question, over all versions.")
            .WithDescription(
                "filter=area=north looks at one choice of a group question. A count of null is hidden to protect people in small groups."
            );

        api.MapGet(
                "/crosstab",
                async (string survey, string? row, string? column, Actor actor, ReadCrosstab read, CancellationToken cancellation) =>
                    (await read.Run(actor, survey, row, column, cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("Two choice questions against each other.");

        api.MapGet(
                "/open-answers",
                async (string survey, string? field, string? after, Actor actor, ListWords list, CancellationToken cancellation) =>
                    (await list.Run(actor, survey, field, after, cancellation))
                        .Then(words => new
                        {
                            words.Items,
                            words.All,
                            words.Next,
                        })
                        .Json()
            )
            .Requires(Permission.Code)
            .WithSummary("What people wrote, apart from the rest of their answers.");
    }

    private static object Answer(SurveyResults results) =>
        new
        {
            results.Survey.Id,
            results.Survey.Slug,
            results.Survey.Title,
            results.Responses,
            results.InGroup,
            results.Filter,
            results.Threshold,
            SampleDesign = results.Design,
            Precision = results.Design.PrecisionSentence(),
            Groups = results.Groups.Select(group => new
            {
                group.Question,
                group.Label,
                Choices = group.Choices.Select(choice => new { choice.Code, choice.Label }),
            }),
            results.Questions,
        };
}
