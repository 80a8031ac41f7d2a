using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.Domain;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Needs;

/// <summary>Reading and coding open answers, the codebook, and the prediction, as pages.</summary>
internal static class CodingPages
{
    public static void MapCodingPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/needs");

        pages
            .MapGet(
                "/read",
                ([AsParameters] InitiativeRequest request, string? after, string? queue, string? saved, string? again, CodingView view) =>
                    view.Show(request, after, CodingView.QueueOf(queue), saved, again)
            )
            .Requires(Permission.Code);

        pages
            .MapPost("/read", ([AsParameters] InitiativeRequest request, PostedForm form, CodingView view, CodeAnswer code) => request.Post(
                    async place =>
                        (await view.Find(request, place.InitiativeId, form)).Succeeded(out var answer, out var problem)
                            ? await code.Run(request.Actor, place.InitiativeId, ReadForm.Of(form, answer).Command, request.Cancellation)
                            : problem,
                    // On from here, so that what was left for later does not come back after every save.
                    (place, _) =>
                        $"{place.Base}/needs/read?queue={CodingView.WordOf(CodingView.QueueOf(form["queue"]))}"
                        + $"&after={Uri.EscapeDataString($"{form["response"]}:{form["field"]}")}"
                        + $"&saved={Uri.EscapeDataString($"{form["survey"]}:{form["response"]}:{form["field"]}")}",
                    (_, problem) => view.ShowAgain(request, form, problem)
                ))
            .Requires(Permission.Code);

        pages
            .MapGet("/codebook", ([AsParameters] InitiativeRequest request, string? saved, CodingView view) =>
                view.Codebook(request, saved is not null)
            )
            .Requires(Permission.View);

        pages
            .MapPost("/codebook", ([AsParameters] InitiativeRequest request, [AsParameters] CodebookForm book, EditNeed edit) =>
                book.Take(request, place => edit.Add(request.Actor, place.InitiativeId, Words(book.Form, "en"), request.Cancellation))
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapPost("/catalogue", ([AsParameters] InitiativeRequest request, [AsParameters] CodebookForm book, AdoptCatalogue adopt) =>
                book.Take(request, place => adopt.Run(request.Actor, place.InitiativeId, book.Form["catalogue"], request.Cancellation))
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapPost(
                "/codebook/{need}",
                ([AsParameters] InitiativeRequest request, [AsParameters] CodebookForm book, string need, EditNeed edit) =>
                    book.Take(
                        request,
                        place => edit.Run(request.Actor, place.InitiativeId, need, Words(book.Form, null), request.Cancellation),
                        need
                    )
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapPost(
                "/codebook/{need}/merge",
                ([AsParameters] InitiativeRequest request, [AsParameters] CodebookForm book, string need, MergeNeed merge) =>
                    book.Take(
                        request,
                        place =>
                            merge.Run(
                                request.Actor,
                                place.InitiativeId,
                                need,
                                book.Form["into"] is { Length: > 0 } into ? into : null,
                                request.Cancellation
                            ),
                        need
                    )
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapGet("/prediction", ([AsParameters] InitiativeRequest request, CodingView view) => view.Prediction(request))
            .Requires(Permission.View);

        pages
            .MapPost("/prediction", ([AsParameters] InitiativeRequest request, PostedForm form, CodingView view, LockPrediction lockIt) =>
                request.Post(
                    place =>
                    {
                        var ranking = Enumerable.Range(1, 10).Select(at => form[$"place.{at}"]).Where(name => name.Length > 0).ToList();
                        return lockIt.Run(request.Actor, place.InitiativeId, ranking, request.Cancellation);
                    },
                    (place, _) => $"{place.Base}/needs/prediction",
                    (_, problem) => view.Prediction(request, form, problem)
                )
            )
            .Requires(Permission.EditInitiative);
    }

    /// <summary>A form on the page of the codebook, where what goes wrong is shown: beside its need, when it is about one.</summary>
    internal sealed record CodebookForm(PostedForm Form, CodingView View)
    {
        public Task<IResult> Take<T>(InitiativeRequest request, Func<InitiativePlace, Task<Result<T>>> change, string? need = null) =>
            request.Post(
                change,
                (place, _) => $"{place.Base}/needs/codebook?saved=1",
                (_, problem) => View.Codebook(request, saved: false, Form, problem, need is null ? null : Within(need, Form, problem))
            );
    }

    // Each need has a form of its own on the page; the fault belongs to this one, and words that are missing to the first language.
    private static IReadOnlyList<Fault> Within(string need, PostedForm form, Problem problem) =>
        problem switch
        {
            Problem.Conflict { Code: Problem.Conflict.Meanwhile } =>
            [
                new Fault(CodebookPage.Scope(need) + "definition", problem.Code, problem.Message),
            ],
            Problem.Invalid invalid =>
            [
                .. invalid.Faults.Select(fault =>
                    fault with
                    {
                        Path = CodebookPage.Scope(need) + (fault.Path == "label" ? FirstName(form) : fault.Path),
                    }
                ),
            ],
            _ => PageFaults.Of(problem),
        };

    private static string FirstName(PostedForm form) =>
        form.Names.OrderBy(name => name != "label.en").FirstOrDefault(name => name.StartsWith("label.", StringComparison.Ordinal))
        ?? "label.en";

    private static EditNeed.Command Words(PostedForm form, string? language) =>
        new()
        {
            Label = language is not null
                ? new Dictionary<string, string> { [language] = form["label"] }
                : form
                    .Names.Where(name => name.StartsWith("label.", StringComparison.Ordinal))
                    .ToDictionary(name => name["label.".Length..], name => form[name]),
            Version = TypedNumber.Whole(form["version"]),
            Definition = form["definition"],
            Include = form["include"],
            Exclude = form["exclude"],
            Example = form["example"],
        };
}
