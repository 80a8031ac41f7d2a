using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Goals;

/// <summary>Stage 4 as pages.</summary>
internal static class GoalsPages
{
    public static void MapGoalsPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/goals");

        pages
            .MapGet("", async (string org, string initiative, Actor actor, GoalPageView view, CancellationToken cancellation) =>
                await view.Overview(actor, org, initiative, cancellation)
            )
            .Requires(Permission.View);

        pages
            .MapGet("/new", async (string org, string initiative, Actor actor, GoalPageView view, CancellationToken cancellation) =>
                await view.Goal(actor, org, initiative, Guid.NewGuid(), isNew: true, cancellation: cancellation)
            )
            .Requires(Permission.EditGoals);

        pages
            .MapGet(
                "/{goal:guid}",
                async (
                    string org,
                    string initiative,
                    Guid goal,
                    string? saved,
                    Actor actor,
                    GoalPageView view,
                    CancellationToken cancellation
                ) => await view.Goal(actor, org, initiative, goal, isNew: false, saved: saved is not null, cancellation: cancellation)
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}",
                async (
                    string org,
                    string initiative,
                    Guid goal,
                    PostedForm form,
                    Actor actor,
                    GoalPageView view,
                    SaveGoal save,
                    CancellationToken cancellation
                ) =>
                    await Do(
                        org,
                        initiative,
                        goal,
                        form,
                        actor,
                        view,
                        async place =>
                            Unreadable(form) is { } unreadable
                                ? unreadable
                                : await save.Run(actor, place.InitiativeId, goal, Read(form), cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}/adopt",
                async (
                    string org,
                    string initiative,
                    Guid goal,
                    PostedForm form,
                    Actor actor,
                    GoalPageView view,
                    AdoptGoal adopt,
                    CancellationToken cancellation
                ) =>
                    await Do(
                        org,
                        initiative,
                        goal,
                        form,
                        actor,
                        view,
                        place => adopt.Run(actor, place.InitiativeId, goal, form["overrideReason"], cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}/state",
                async (
                    string org,
                    string initiative,
                    Guid goal,
                    PostedForm form,
                    Actor actor,
                    GoalPageView view,
                    ChangeGoalState change,
                    CancellationToken cancellation
                ) =>
                    await Do(
                        org,
                        initiative,
                        goal,
                        form,
                        actor,
                        view,
                        place => change.Run(actor, place.InitiativeId, goal, form.Choice("state", (GoalState)(-1)), cancellation),
                        cancellation
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}/updates",
                async (
                    string org,
                    string initiative,
                    Guid goal,
                    PostedForm form,
                    Actor actor,
                    GoalPageView view,
                    RecordGoalUpdate record,
                    CancellationToken cancellation
                ) =>
                    await Do(
                        org,
                        initiative,
                        goal,
                        form,
                        actor,
                        view,
                        async place =>
                            TypedDate.Read(form["happenedOn"]) is { } day
                                ? (await record.Run(actor, place.InitiativeId, goal, new(day, form["words"]), cancellation)).Then(_ =>
                                    Done.It
                                )
                                : new Problem.Invalid("happenedOn", "bad_date", TypedDate.Ask),
                        cancellation
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}/delete",
                async (
                    string org,
                    string initiative,
                    Guid goal,
                    PostedForm form,
                    Actor actor,
                    GoalPageView view,
                    DeleteGoal delete,
                    CancellationToken cancellation
                ) =>
                    await Do(
                        org,
                        initiative,
                        goal,
                        form,
                        actor,
                        view,
                        place => delete.Run(actor, place.InitiativeId, goal, cancellation),
                        cancellation,
                        back: ""
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapGet(
                "/decisions",
                async (string org, string initiative, string? saved, Actor actor, GoalPageView view, CancellationToken cancellation) =>
                    await view.Decisions(actor, org, initiative, saved is not null, null, null, cancellation)
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/decisions",
                async (
                    string org,
                    string initiative,
                    PostedForm form,
                    Actor actor,
                    GoalPageView view,
                    SetDispositions set,
                    CancellationToken cancellation
                ) =>
                {
                    if (!(await view.Find.Place(org, initiative, cancellation)).Succeeded(out var place, out var problem))
                        return HttpResults.PageOf(problem);
                    problem = (await set.Run(actor, place.InitiativeId, Decisions(form), cancellation)).Problem;
                    return problem is null ? HttpResults.RedirectTo($"{place.Base}/goals/decisions?saved=1")
                        : PageFaults.StaysOnPage(problem) ? await view.Decisions(actor, org, initiative, false, form, problem, cancellation)
                        : HttpResults.PageOf(problem);
                }
            )
            .Requires(Permission.EditGoals);
    }

    private static async Task<IResult> Do(
        string org,
        string initiative,
        Guid goal,
        PostedForm form,
        Actor actor,
        GoalPageView view,
        Func<InitiativePlace, Task<Result<Done>>> change,
        CancellationToken cancellation,
        string? back = null
    )
    {
        if (!(await view.Find.Place(org, initiative, cancellation)).Succeeded(out var place, out var problem))
            return HttpResults.PageOf(problem);
        problem = (await change(place)).Problem;
        if (problem is null)
            return HttpResults.RedirectTo(back is null ? $"{place.Base}/goals/{goal}?saved=1" : $"{place.Base}/goals{back}");
        return problem is Problem.GateClosed || PageFaults.StaysOnPage(problem)
            ? await view.Goal(
                actor,
                org,
                initiative,
                goal,
                isNew: false,
                form: form,
                typed: form.Has("title") ? Read(form) : null,
                fault: problem,
                cancellation: cancellation
            )
            : HttpResults.PageOf(problem);
    }

    private static Problem.Invalid? Unreadable(PostedForm form)
    {
        List<Fault> faults = [];
        if (TypedNumber.Read(form["effort"]) is null)
            faults.Add(new("effort", "number", TypedNumber.Ask));
        if (form["dueOn"].Trim().Length > 0 && TypedDate.Read(form["dueOn"]) is null)
            faults.Add(new("dueOn", "bad_date", TypedDate.Ask));
        return faults.Count > 0 ? new Problem.Invalid(faults) : null;
    }

    private static SaveGoal.Command Read(PostedForm form) =>
        new()
        {
            Title = form["title"],
            Description = form["description"],
            Effort = (double?)TypedNumber.Read(form["effort"]) ?? 0,
            DueOn = TypedDate.Read(form["dueOn"]),
            Needs = [.. Links(form, "needs").Select(link => new SaveGoal.NeedLink(link.Id, link.Strength, link.Reason))],
            Pillars =
            [
                .. Links(form, "pillars")
                    .Where(link => Guid.TryParse(link.Id, out _))
                    .Select(link => new SaveGoal.PillarLink(Guid.Parse(link.Id), link.Strength, link.Reason)),
            ],
        };

    private static IEnumerable<(string Id, int Strength, string Reason)> Links(PostedForm form, string list)
    {
        for (var i = 0; form.Has($"{list}[{i}].id"); i++)
        {
            var strength = TypedNumber.Whole(form[$"{list}[{i}].strength"]) ?? 0;
            yield return (form[$"{list}[{i}].id"], strength, form[$"{list}[{i}].reason"]);
        }
    }

    private static List<SetDispositions.Decision> Decisions(PostedForm form)
    {
        List<SetDispositions.Decision> decisions = [];
        for (var i = 0; form.Has($"dispositions[{i}].need"); i++)
            decisions.Add(new(form[$"dispositions[{i}].need"], form[$"dispositions[{i}].kind"], form[$"dispositions[{i}].reason"]));
        return decisions;
    }
}
