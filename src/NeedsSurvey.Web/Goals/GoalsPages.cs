using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Goals;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Goals;

/// <summary>Stage 4 as pages.</summary>
internal static class GoalsPages
{
    public static void MapGoalsPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}/{initiative}/goals");

        pages.MapGet("", ([AsParameters] InitiativeRequest request, GoalPageView view) => view.Overview(request)).Requires(Permission.View);

        pages
            .MapGet("/new", ([AsParameters] InitiativeRequest request, GoalPageView view) =>
                view.Goal(request, Guid.NewGuid(), isNew: true)
            )
            .Requires(Permission.EditGoals);

        pages
            .MapGet("/{goal:guid}", ([AsParameters] InitiativeRequest request, Guid goal, string? saved, GoalPageView view) =>
                view.Goal(request, goal, isNew: false, saved: saved is not null)
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost("/{goal:guid}", ([AsParameters] InitiativeRequest request, [AsParameters] GoalForm goal, SaveGoal save) =>
                goal.Take(request, async place =>
                    Unreadable(goal.Form) is { } unreadable
                        ? unreadable
                        : await save.Run(request.Actor, place.InitiativeId, goal.Goal, Read(goal.Form), request.Cancellation)
                )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost("/{goal:guid}/adopt", ([AsParameters] InitiativeRequest request, [AsParameters] GoalForm goal, AdoptGoal adopt) =>
                goal.Take(request, place =>
                    adopt.Run(request.Actor, place.InitiativeId, goal.Goal, goal.Form["overrideReason"], request.Cancellation)
                )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}/state",
                ([AsParameters] InitiativeRequest request, [AsParameters] GoalForm goal, ChangeGoalState change) =>
                    goal.Take(request, place =>
                        change.Run(
                            request.Actor,
                            place.InitiativeId,
                            goal.Goal,
                            goal.Form.Choice("state", (GoalState)(-1)),
                            request.Cancellation
                        )
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost(
                "/{goal:guid}/updates",
                ([AsParameters] InitiativeRequest request, [AsParameters] GoalForm goal, RecordGoalUpdate record) =>
                    goal.Take(request, async place =>
                        TypedDate.Read(goal.Form["happenedOn"]) is { } day
                            ? await record.Run(
                                request.Actor,
                                place.InitiativeId,
                                goal.Goal,
                                new(day, goal.Form["words"]),
                                request.Cancellation
                            )
                            : new Problem.Invalid("happenedOn", "bad_date", TypedDate.Ask)
                    )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost("/{goal:guid}/delete", ([AsParameters] InitiativeRequest request, [AsParameters] GoalForm goal, DeleteGoal delete) =>
                goal.Take(
                    request,
                    place => delete.Run(request.Actor, place.InitiativeId, goal.Goal, request.Cancellation),
                    then: place => $"{place.Base}/goals"
                )
            )
            .Requires(Permission.EditGoals);

        pages
            .MapGet("/decisions", ([AsParameters] InitiativeRequest request, string? saved, GoalPageView view) =>
                view.Decisions(request, saved is not null)
            )
            .Requires(Permission.EditGoals);

        pages
            .MapPost("/decisions", ([AsParameters] InitiativeRequest request, PostedForm form, GoalPageView view, SetDispositions set) =>
                request.Post(
                    place => set.Run(request.Actor, place.InitiativeId, Decisions(form), request.Cancellation),
                    (place, _) => $"{place.Base}/goals/decisions?saved=1",
                    (_, problem) => view.Decisions(request, saved: false, form, problem)
                )
            )
            .Requires(Permission.EditGoals);
    }

    /// <summary>A form on one goal's page. What goes wrong is shown there, with what was typed.</summary>
    internal sealed record GoalForm(Guid Goal, PostedForm Form, GoalPageView View)
    {
        public Task<IResult> Take<T>(
            InitiativeRequest request,
            Func<InitiativePlace, Task<Result<T>>> change,
            Func<InitiativePlace, string>? then = null
        ) =>
            request.Post(
                change,
                (place, _) => then is null ? $"{place.Base}/goals/{Goal}?saved=1" : then(place),
                (_, problem) =>
                    View.Goal(request, Goal, isNew: false, form: Form, typed: Form.Has("title") ? Read(Form) : null, fault: problem)
            );
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
            LedBy = form["ledBy"],
            DecidedWith = form["decidedWith"],
            Uses = form["uses"],
            Effect = form["effect"].Length == 0 ? null : form.Choice("effect", (GoalEffect)(-1)),
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
            decisions.Add(new(form[$"dispositions[{i}].need"], Kind(form[$"dispositions[{i}].kind"]), form[$"dispositions[{i}].reason"]));
        return decisions;

        // A word that is none of them is refused by the operation.
        static DispositionKind? Kind(string word) => word.Length == 0 ? null : Dispositions.Parse(word) ?? (DispositionKind)(-1);
    }
}
