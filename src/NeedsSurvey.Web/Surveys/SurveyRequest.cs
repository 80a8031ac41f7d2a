using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Surveys;

/// <summary>The survey that a page's address names; it must be one of the initiative's own.</summary>
internal sealed record SurveyRequest(
    string Org,
    string Initiative,
    string Survey,
    Actor Actor,
    ReadRoadmap Roadmap,
    ReadSurvey Surveys,
    FindSurvey Find,
    CancellationToken Cancellation
)
{
    /// <inheritdoc cref="InitiativeRequest.Page(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public async Task<IResult> Page(Permission permission, Func<InitiativeFrame, SurveyView, Task<IResult>> page)
    {
        if (!(await Roadmap.Run(Actor, Org, Initiative, Cancellation)).Succeeded(out var frame, out var problem))
            return HttpResults.PageOf(problem);
        if (!(await Surveys.Run(Actor, Survey, Cancellation, frame.InitiativeId)).Succeeded(out var view, out problem))
            return HttpResults.PageOf(problem);
        return Actor.Require(permission, frame.OrganisationId, "survey") is { } refusal
            ? HttpResults.PageOf(refusal)
            : await page(frame, view);
    }

    /// <inheritdoc cref="InitiativeRequest.Page(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public Task<IResult> Page(Permission permission, Func<InitiativeFrame, SurveyView, IResult> page) =>
        Page(permission, (frame, view) => Task.FromResult(page(frame, view)));

    /// <inheritdoc cref="InitiativeRequest.Post"/>
    public async Task<IResult> Post<T>(
        Permission permission,
        Func<SurveyPlace, Task<Result<T>>> change,
        Func<SurveyPlace, T, string> then,
        Func<InitiativeFrame, SurveyView, Problem, Task<IResult>> again
    )
    {
        if (!(await Find.Place(Org, Initiative, Survey, Cancellation)).Succeeded(out var place, out var problem))
            return HttpResults.PageOf(problem);
        if ((await change(place)).Succeeded(out var done, out problem))
            return HttpResults.RedirectTo(then(place, done));
        if (!PageFaults.StaysOnPage(problem))
            return HttpResults.PageOf(problem);
        // A form that could not be read reached no operation that asks; what is foreign must answer like what is missing.
        if (Actor.Require(permission, place.OrganisationId, "survey") is { } refusal)
            return HttpResults.PageOf(refusal);
        return await Page(permission, (frame, view) => again(frame, view, problem));
    }

    /// <summary>Takes a form that can be read only beside the draft as it is stored.</summary>
    /// <inheritdoc cref="InitiativeRequest.Post"/>
    public Task<IResult> Post<T>(
        Permission permission,
        Func<SurveyPlace, SurveyView, Task<Result<T>>> change,
        Func<SurveyPlace, T, string> then,
        Func<InitiativeFrame, SurveyView, Problem, Task<IResult>> again
    ) =>
        Post(
            permission,
            async place => (await View(place)).Succeeded(out var view, out var problem) ? await change(place, view) : problem,
            then,
            again
        );

    /// <summary>Runs <paramref name="page"/>, which shows no stages, for whoever may see the survey.</summary>
    public async Task<IResult> Bare(Func<SurveyPlace, SurveyView, Task<IResult>> page)
    {
        if (!(await Find.Place(Org, Initiative, Survey, Cancellation)).Succeeded(out var place, out var problem))
            return HttpResults.PageOf(problem);
        return (await View(place)).Succeeded(out var view, out problem) ? await page(place, view) : HttpResults.PageOf(problem);
    }

    /// <summary>The needs that a form of this survey offers, in the language it was written in.</summary>
    public Task<Result<IReadOnlyList<NeedName>>> NeedNames(ListNeedNames needs, SurveyView view) =>
        needs.Run(Actor, view.Id.ToString(), view.Draft.Languages[0], Cancellation);

    private Task<Result<SurveyView>> View(SurveyPlace place) => Surveys.Run(Actor, place.Id.ToString(), Cancellation);
}
