using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Initiatives;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>The initiative that a page's address names, with the frame around its pages.</summary>
internal sealed record InitiativeRequest(string Org, string Initiative, Actor Actor, ReadRoadmap Roadmap, ReadInitiative Initiatives, CancellationToken Cancellation)
{
    /// <summary>Runs <paramref name="page"/> for an actor who may do what the page is for; else the refusal as a page.</summary>
    public async Task<IResult> Page(Permission permission, Func<InitiativeFrame, InitiativeView, Task<IResult>> page)
    {
        if (!(await Roadmap.Run(Actor, Org, Initiative, Cancellation)).Succeeded(out var frame, out var problem)) return HttpResults.PageOf(problem);
        if (Actor.Require(permission, frame.OrganisationId, "initiative") is { } refusal) return HttpResults.PageOf(refusal);
        return (await Initiatives.Run(Actor, frame.InitiativeId, Cancellation)).Succeeded(out var view, out problem) ? await page(frame, view) : HttpResults.PageOf(problem);
    }

    /// <inheritdoc cref="Page(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public Task<IResult> Page(Permission permission, Func<InitiativeFrame, InitiativeView, IResult> page) => Page(permission, (frame, view) => Task.FromResult(page(frame, view)));
}
