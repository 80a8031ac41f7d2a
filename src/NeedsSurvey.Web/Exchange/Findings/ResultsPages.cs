using NeedsSurvey.App;
using NeedsSurvey.App.Results;
using NeedsSurvey.Web.Surveys;

namespace NeedsSurvey.Web.Exchange.Findings;

/// <summary>A survey's results as pages. A filter or a choice of questions that gives nothing says why, on the page it came from.</summary>
internal static class ResultsPages
{
    public static void MapResultsPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/surveys/{survey}/results");

        pages.MapGet("", ([AsParameters] AtSurvey at, string? filter, ReadResults read) => at.Show(Permission.View, async (frame, view) =>
        {
            var asked = await read.Run(at.Actor, view.Slug, filter, at.Ct, frame.InitiativeId);
            if (asked.Succeeded(out var results, out var problem)) return Answers.Page<ResultsPage>(new { Frame = frame, Results = results });
            if (problem is not Problem.Invalid invalid) return Answers.PageOf(problem);
            return (await read.Run(at.Actor, view.Slug, null, at.Ct, frame.InitiativeId)).Succeeded(out results, out problem)
                ? Answers.Page<ResultsPage>(Answers.StatusOf(invalid), new { Frame = frame, Results = results, Refused = invalid.Message })
                : Answers.PageOf(problem);
        })).Needs(Permission.View);

        pages.MapGet("/crosstab", ([AsParameters] AtSurvey at, string? row, string? column, ReadResults read, ReadCrosstab tabulate) => at.Show(Permission.View, async (frame, view) =>
        {
            if (!(await read.Run(at.Actor, view.Slug, null, at.Ct, frame.InitiativeId)).Succeeded(out var results, out var problem)) return Answers.PageOf(problem);
            if (string.IsNullOrEmpty(row) && string.IsNullOrEmpty(column)) return Answers.Page<CrosstabPage>(new { Frame = frame, Results = results });
            return (await tabulate.Run(at.Actor, view.Slug, row, column, at.Ct, frame.InitiativeId)).Succeeded(out var table, out problem)
                ? Answers.Page<CrosstabPage>(new { Frame = frame, Results = results, Table = table, Row = row, Column = column })
                : Answers.Page<CrosstabPage>(Answers.StatusOf(problem), new { Frame = frame, Results = results, Row = row, Column = column, Refused = problem.Message });
        })).Needs(Permission.View);

        pages.MapGet("/words", ([AsParameters] AtSurvey at, string? field, string? after, ListWords list) => at.Show(Permission.Code, async (frame, view) =>
            (await list.Run(at.Actor, view.Slug, field, after, at.Ct, frame.InitiativeId)).Succeeded(out var words, out var problem)
                ? Answers.Page<WordsPage>(new { Frame = frame, Words = words, Field = field })
                : Answers.PageOf(problem))).Needs(Permission.Code);
    }
}
