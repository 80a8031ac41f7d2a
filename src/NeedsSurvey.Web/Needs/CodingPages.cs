using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Web.Accounts;

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
                async (
                    string org,
                    string initiative,
                    string? after,
                    string? queue,
                    Actor actor,
                    CodingView view,
                    CancellationToken cancellation
                ) => await view.Show(actor, org, initiative, after, CodingView.QueueOf(queue), cancellation)
            )
            .Requires(Permission.Code);

        pages
            .MapPost(
                "/read",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    CodingView view,
                    CodeAnswer code,
                    FindInitiative find,
                    CancellationToken cancellation
                ) =>
                {
                    if (!(await find.Place(org, initiative, cancellation)).Succeeded(out var place, out var problem))
                        return HttpResults.PageOf(problem);
                    if (!(await view.Find(actor, place.InitiativeId, form, cancellation)).Succeeded(out var answer, out problem))
                        return HttpResults.PageOf(problem);
                    problem = (await code.Run(actor, place.InitiativeId, ReadForm.Of(form, answer).Command, cancellation)).Problem;
                    if (problem is not null && PageFaults.StaysOnPage(problem))
                        return await view.ShowAgain(actor, org, initiative, form, problem, cancellation);
                    if (problem is not null)
                        return HttpResults.PageOf(problem);
                    // On from here, so that what was left for later does not come back after every save.
                    return HttpResults.RedirectTo(
                        $"{place.Base}/needs/read?queue={CodingView.WordOf(CodingView.QueueOf(form["queue"]))}"
                            + $"&after={Uri.EscapeDataString($"{form["response"]}:{form["field"]}")}"
                    );
                }
            )
            .Requires(Permission.Code);

        pages
            .MapGet(
                "/codebook",
                async (string org, string initiative, string? saved, Actor actor, CodingView view, CancellationToken cancellation) =>
                    await view.Codebook(actor, org, initiative, saved is not null, null, null, cancellation)
            )
            .Requires(Permission.View);

        pages
            .MapPost(
                "/codebook",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    CodingView view,
                    EditNeed edit,
                    FindInitiative find,
                    CancellationToken cancellation
                ) =>
                    await Change(
                        org,
                        initiative,
                        null,
                        form,
                        actor,
                        view,
                        find,
                        place => edit.Add(actor, place.InitiativeId, Words(form, "en"), cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapPost(
                "/catalogue",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    CodingView view,
                    AdoptCatalogue adopt,
                    FindInitiative find,
                    CancellationToken cancellation
                ) =>
                    await Change(
                        org,
                        initiative,
                        null,
                        form,
                        actor,
                        view,
                        find,
                        async place => (await adopt.Run(actor, place.InitiativeId, form["catalogue"], cancellation)).Then(_ => Done.It),
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapPost(
                "/codebook/{need}",
                async (
                    string org,
                    string initiative,
                    string need,
                    PostedForm form,
                    Actor actor,
                    CodingView view,
                    EditNeed edit,
                    FindInitiative find,
                    CancellationToken cancellation
                ) =>
                    await Change(
                        org,
                        initiative,
                        need,
                        form,
                        actor,
                        view,
                        find,
                        place => edit.Run(actor, place.InitiativeId, need, Words(form, null), cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapPost(
                "/codebook/{need}/merge",
                async (
                    string org,
                    string initiative,
                    string need,
                    PostedForm form,
                    Actor actor,
                    CodingView view,
                    MergeNeed merge,
                    FindInitiative find,
                    CancellationToken cancellation
                ) =>
                    await Change(
                        org,
                        initiative,
                        need,
                        form,
                        actor,
                        view,
                        find,
                        place =>
                            merge.Run(actor, place.InitiativeId, need, form["into"] is { Length: > 0 } into ? into : null, cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditNeeds);

        pages
            .MapGet("/prediction", async (string org, string initiative, Actor actor, CodingView view, CancellationToken cancellation) =>
                await view.Prediction(actor, org, initiative, null, null, cancellation)
            )
            .Requires(Permission.View);

        pages
            .MapPost(
                "/prediction",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    CodingView view,
                    LockPrediction lockIt,
                    FindInitiative find,
                    CancellationToken cancellation
                ) =>
                {
                    if (!(await find.Place(org, initiative, cancellation)).Succeeded(out var place, out var problem))
                        return HttpResults.PageOf(problem);
                    var ranking = Enumerable.Range(1, 10).Select(place => form[$"place.{place}"]).Where(name => name.Length > 0).ToList();
                    problem = (await lockIt.Run(actor, place.InitiativeId, ranking, cancellation)).Problem;
                    if (problem is null)
                        return HttpResults.RedirectTo($"{place.Base}/needs/prediction");
                    return PageFaults.StaysOnPage(problem)
                        ? await view.Prediction(actor, org, initiative, form, problem, cancellation)
                        : HttpResults.PageOf(problem);
                }
            )
            .Requires(Permission.EditInitiative);
    }

    private static async Task<IResult> Change(
        string org,
        string initiative,
        string? need,
        PostedForm form,
        Actor actor,
        CodingView view,
        FindInitiative find,
        Func<InitiativePlace, Task<Result<Done>>> change,
        CancellationToken cancellation
    )
    {
        if (!(await find.Place(org, initiative, cancellation)).Succeeded(out var place, out var problem))
            return HttpResults.PageOf(problem);
        problem = (await change(place)).Problem;
        if (problem is null)
            return HttpResults.RedirectTo($"{place.Base}/needs/codebook?saved=1");
        return PageFaults.StaysOnPage(problem)
            ? await view.Codebook(actor, org, initiative, false, form, need is null ? problem : Within(need, form, problem), cancellation)
            : HttpResults.PageOf(problem);
    }

    // Each need has a form of its own on the page; the fault belongs to this one, and words that are missing to the first language.
    private static Problem Within(string need, PostedForm form, Problem problem) =>
        problem is not Problem.Invalid invalid
            ? problem
            : new Problem.Invalid([
                .. invalid.Faults.Select(fault =>
                    fault with
                    {
                        Path =
                            CodebookPage.Scope(need)
                            + (
                                fault.Path == "label"
                                    ? form.Names.OrderBy(name => name != "label.en")
                                        .FirstOrDefault(name => name.StartsWith("label.", StringComparison.Ordinal))
                                        ?? "label.en"
                                    : fault.Path
                            ),
                    }
                ),
            ]);

    private static EditNeed.Command Words(PostedForm form, string? language) =>
        new()
        {
            Label = language is not null
                ? new Dictionary<string, string> { [language] = form["label"] }
                : form
                    .Names.Where(name => name.StartsWith("label.", StringComparison.Ordinal))
                    .ToDictionary(name => name["label.".Length..], name => form[name]),
            Definition = form["definition"],
            Include = form["include"],
            Exclude = form["exclude"],
            Example = form["example"],
        };
}
