using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Results;

/// <summary>Results as JSON: the same figures as on the pages, true ones for those who may export, safe ones for everybody else.</summary>
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
                "filter=area=north looks at one choice of a group question. Who may export gets true figures, everybody else safe ones: "
                    + "\"figures\" says which, \"note\" what that means. Where a count is null, the property of its name with \"Is\" says "
                    + "\"few\" (fewer than 10) or \"nearly_all\" (all but fewer than 10)."
            );

        api.MapGet(
                "/crosstab",
                async (string survey, string? row, string? column, Actor actor, ReadCrosstab read, CancellationToken cancellation) =>
                    (await read.Run(actor, survey, row, column, cancellation)).Then(Answer).Json()
            )
            .Requires(Permission.View)
            .WithSummary("Two choice questions against each other.")
            .WithDescription(
                "Where figures are safe, the row is a group question. A row’s total is the people who answered the column question, whom "
                    + "shares are of; it is null where they are too few for any figure."
            );

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
            Figures = FigureContract.Word(results.Figures),
            results.Note,
            results.Responses,
            results.InGroup,
            results.Filter,
            results.Figures.Threshold,
            SampleDesign = results.Design,
            results.Precision,
            Groups = results.Groups.Select(group => new
            {
                group.Question,
                group.Label,
                Choices = group.Choices.Select(choice => new { choice.Code, choice.Label }),
            }),
            results.Questions,
        };

    private static object Answer(Crosstab table) =>
        new
        {
            Figures = FigureContract.Word(table.Figures),
            table.Note,
            table.RowLabel,
            table.ColumnLabel,
            table.Rows,
            Columns = table.Columns.Select(column => new
            {
                column.Code,
                column.Label,
                column.Total,
            }),
            Counts = table.Counts.Select(row => row.Select(count => count?.Shown)),
            CountsAre = table.Counts.Select(row => row.Select(count => count?.Kind)),
            table.Total,
            table.ColumnsExclude,
        };
}
