using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>The initiative that a page's address names, with the frame around its pages.</summary>
internal sealed record InitiativeRequest(
    string Org,
    string Initiative,
    Actor Actor,
    ReadRoadmap Roadmap,
    ReadInitiative Initiatives,
    FindInitiative Find,
    CancellationToken Cancellation
)
{
    /// <summary>What is around the initiative's pages; "not found" for strangers.</summary>
    public Task<Result<InitiativeFrame>> Frame() => Roadmap.Run(Actor, Org, Initiative, Cancellation);

    /// <summary>Runs <paramref name="page"/> for an actor who may do what the page is for; else the refusal as a page.</summary>
    public async Task<IResult> Page(Permission permission, Func<InitiativeFrame, InitiativeView, Task<IResult>> page)
    {
        if (!(await Frame()).Succeeded(out var frame, out var problem))
            return HttpResults.PageOf(problem);
        if (Actor.Require(permission, frame.OrganisationId, "initiative") is { } refusal)
            return HttpResults.PageOf(refusal);
        return (await Initiatives.Run(Actor, frame.InitiativeId, Cancellation)).Succeeded(out var view, out problem)
            ? await page(frame, view)
            : HttpResults.PageOf(problem);
    }

    /// <inheritdoc cref="Page(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public Task<IResult> Page(Permission permission, Func<InitiativeFrame, InitiativeView, IResult> page) =>
        Page(permission, (frame, view) => Task.FromResult(page(frame, view)));

    /// <summary>
    /// Takes a form. Only what the address names is looked up, and the operation asks for the permission: the frame and the page are read
    /// when the form comes back.
    /// </summary>
    /// <param name="permission">What the page is for, asked when it is shown again.</param>
    /// <param name="change">Reads the form and runs the operation.</param>
    /// <param name="then">Where it goes on when that is done.</param>
    /// <param name="again">The page with the form as it was sent and what needs attention.</param>
    public Task<IResult> Post<T>(
        Permission permission,
        Func<InitiativePlace, Task<Result<T>>> change,
        Func<InitiativePlace, T, string> then,
        Func<InitiativeFrame, InitiativeView, Problem, Task<IResult>> again
    ) => Post(change, then, async (place, problem) =>
            // A form that could not be read reached no operation that asks; what is foreign must answer like what is missing.
            Actor.Require(permission, place.OrganisationId, "initiative")
                is { } refusal
                ? HttpResults.PageOf(refusal)
                : await Page(permission, (frame, view) => again(frame, view, problem)));

    /// <summary>Takes a form that can be read only beside the initiative as it is stored.</summary>
    public Task<IResult> Post<T>(
        Permission permission,
        Func<InitiativePlace, InitiativeView, Task<Result<T>>> change,
        Func<InitiativePlace, T, string> then,
        Func<InitiativeFrame, InitiativeView, Problem, Task<IResult>> again
    ) =>
        Post(
            permission,
            async place =>
                (await Initiatives.Run(Actor, place.InitiativeId, Cancellation)).Succeeded(out var view, out var problem)
                    ? await change(place, view)
                    : problem,
            then,
            again
        );

    /// <summary>Takes a form of a page that reads for itself what it shows, and asks for the permission itself.</summary>
    public async Task<IResult> Post<T>(
        Func<InitiativePlace, Task<Result<T>>> change,
        Func<InitiativePlace, T, string> then,
        Func<InitiativePlace, Problem, Task<IResult>> again
    )
    {
        if (!(await Find.Place(Org, Initiative, Cancellation)).Succeeded(out var place, out var problem))
            return HttpResults.PageOf(problem);
        if ((await change(place)).Succeeded(out var done, out problem))
            return HttpResults.RedirectTo(then(place, done));
        return PageFaults.StaysOnPage(problem) ? await again(place, problem) : HttpResults.PageOf(problem);
    }
}
