using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>The initiative that a page's address names, with the frame around its pages.</summary>
internal sealed record AtInitiative(string Org, string Initiative, Actor Actor, ReadRoadmap Roadmap, ReadInitiative Initiatives, CancellationToken Ct)
{
    /// <summary>Runs <paramref name="page"/> for an actor who may do what the page is for; else the refusal as a page.</summary>
    public async Task<IResult> Show(Permission permission, Func<InitiativeFrame, InitiativeView, Task<IResult>> page)
    {
        if (!(await Roadmap.Run(Actor, Org, Initiative, Ct)).Succeeded(out var frame, out var problem)) return Answers.PageOf(problem);
        if (Actor.Require(permission, frame.OrganisationId, "initiative") is { } refusal) return Answers.PageOf(refusal);
        return (await Initiatives.Run(Actor, frame.InitiativeId, Ct)).Succeeded(out var view, out problem) ? await page(frame, view) : Answers.PageOf(problem);
    }

    /// <inheritdoc cref="Show(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public Task<IResult> Show(Permission permission, Func<InitiativeFrame, InitiativeView, IResult> page) => Show(permission, (frame, view) => Task.FromResult(page(frame, view)));
}

/// <summary>The survey that a page's address names; it must be one of the initiative's own.</summary>
internal sealed record AtSurvey(string Org, string Initiative, string Survey, Actor Actor, ReadRoadmap Roadmap, ReadSurvey Surveys, CancellationToken Ct)
{
    /// <inheritdoc cref="AtInitiative.Show(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public async Task<IResult> Show(Permission permission, Func<InitiativeFrame, SurveyView, Task<IResult>> page)
    {
        if (!(await Roadmap.Run(Actor, Org, Initiative, Ct)).Succeeded(out var frame, out var problem)) return Answers.PageOf(problem);
        if (!(await Surveys.Run(Actor, Survey, Ct, frame.InitiativeId)).Succeeded(out var view, out problem)) return Answers.PageOf(problem);
        return Actor.Require(permission, frame.OrganisationId, "survey") is { } refusal ? Answers.PageOf(refusal) : await page(frame, view);
    }

    /// <inheritdoc cref="AtInitiative.Show(Permission, Func{InitiativeFrame, InitiativeView, Task{IResult}})"/>
    public Task<IResult> Show(Permission permission, Func<InitiativeFrame, SurveyView, IResult> page) => Show(permission, (frame, view) => Task.FromResult(page(frame, view)));
}
