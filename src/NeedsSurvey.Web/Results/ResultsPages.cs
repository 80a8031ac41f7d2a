using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Results;

/// <summary>A survey's results as pages. A filter or a choice of questions that gives nothing says why, on the page it came from.</summary>
internal static class ResultsPages
{
    public static void MapResultsPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/surveys/{survey}/results");

        pages
            .MapGet("", ([AsParameters] SurveyRequest request, string? filter, ReadResults read) =>
                request.Page(Permission.View, async (frame, view) =>
                {
                    var asked = await read.Run(request.Actor, view.Slug, filter, request.Cancellation, frame.InitiativeId);
                    if (asked.Succeeded(out var results, out var problem))
                        return HttpResults.Page<ResultsPage>(new { Frame = frame, Results = results });
                    if (problem is not Problem.Invalid invalid)
                        return HttpResults.PageOf(problem);
                    return (await read.Run(request.Actor, view.Slug, null, request.Cancellation, frame.InitiativeId)).Succeeded(
                        out results,
                        out problem
                    )
                        ? HttpResults.Page<ResultsPage>(
                            HttpResults.StatusOf(invalid),
                            new
                            {
                                Frame = frame,
                                Results = results,
                                Refused = invalid.Message,
                            }
                        )
                        : HttpResults.PageOf(problem);
                })
            )
            .Requires(Permission.View);

        pages
            .MapGet(
                "/crosstab",
                ([AsParameters] SurveyRequest request, string? row, string? column, ReadResults read, ReadCrosstab tabulate) =>
                    request.Page(Permission.View, async (frame, view) =>
                    {
                        if (
                            !(await read.Run(request.Actor, view.Slug, null, request.Cancellation, frame.InitiativeId)).Succeeded(
                                out var results,
                                out var problem
                            )
                        )
                            return HttpResults.PageOf(problem);
                        if (string.IsNullOrEmpty(row) && string.IsNullOrEmpty(column))
                            return HttpResults.Page<CrosstabPage>(new { Frame = frame, Results = results });
                        return (
                            await tabulate.Run(request.Actor, view.Slug, row, column, request.Cancellation, frame.InitiativeId)
                        ).Succeeded(out var table, out problem)
                            ? HttpResults.Page<CrosstabPage>(
                                new
                                {
                                    Frame = frame,
                                    Results = results,
                                    Table = table,
                                    Row = row,
                                    Column = column,
                                }
                            )
                            : HttpResults.Page<CrosstabPage>(
                                HttpResults.StatusOf(problem),
                                new
                                {
                                    Frame = frame,
                                    Results = results,
                                    Row = row,
                                    Column = column,
                                    Refused = problem.Message,
                                }
                            );
                    })
            )
            .Requires(Permission.View);

        pages
            .MapGet("/words", ([AsParameters] SurveyRequest request, string? field, string? after, ListWords list) =>
                request.Page(Permission.Code, async (frame, view) => (
                        await list.Run(request.Actor, view.Slug, field, after, request.Cancellation, frame.InitiativeId)
                    ).Succeeded(out var words, out var problem)
                        ? HttpResults.Page<WordsPage>(
                            new
                            {
                                Frame = frame,
                                Words = words,
                                Field = field,
                            }
                        )
                        : HttpResults.PageOf(problem))
            )
            .Requires(Permission.Code);
    }
}
