using NeedsSurvey.App;
using NeedsSurvey.App.Goals;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Goals;

/// <summary>What the goal pages show, for a first look and for a form that came back.</summary>
internal sealed class GoalPageView(ReadAlignment alignment, TimeProvider clock)
{
    public async Task<IResult> Overview(InitiativeRequest request) =>
        (await request.Frame()).Succeeded(out var frame, out var problem)
        && (await Read(request, frame)).Succeeded(out var view, out problem)
            ? HttpResults.Page<GoalsPage>(
                new
                {
                    Frame = frame,
                    View = view,
                    MayEdit = request.Actor.May(Permission.EditGoals, frame.OrganisationId),
                }
            )
            : HttpResults.PageOf(problem!);

    public async Task<IResult> Goal(
        InitiativeRequest request,
        Guid goalId,
        bool isNew,
        bool saved = false,
        PostedForm? form = null,
        SaveGoal.Command? typed = null,
        Problem? fault = null
    )
    {
        if (!(await request.Frame()).Succeeded(out var frame, out var problem))
            return HttpResults.PageOf(problem);
        if (request.Actor.Require(Permission.EditGoals, frame.OrganisationId, "goal") is { } refusal)
            return HttpResults.PageOf(refusal);
        if (!(await Read(request, frame)).Succeeded(out var view, out problem))
            return HttpResults.PageOf(problem);
        var goal = view.Board.Goals.FirstOrDefault(g => g.GoalId == goalId);
        if (goal is null && !isNew && typed is null)
            return HttpResults.PageOf(new Problem.NotFound("goal"));
        var ranked = view.Result.Needs.Select(need => view.Evidence.Needs.First(entry => entry.Name == need.Id)).ToList();
        return HttpResults.Page<GoalPage>(
            fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
            new
            {
                Frame = frame,
                Goal = goal,
                GoalId = goalId,
                Command = typed ?? CommandOf(goal),
                Needs = ranked,
                view.Board.Pillars,
                Today = InitiativeClock.Today(frame.TimeZone, clock.GetUtcNow()),
                Saved = saved,
                Form = form ?? PostedForm.Empty,
                Faults = fault is Problem.GateClosed gate ? [new Fault("overrideReason", gate.Code, gate.Message)] : PageFaults.Of(fault),
            }
        );
    }

    public async Task<IResult> Decisions(InitiativeRequest request, bool saved, PostedForm? form = null, Problem? fault = null)
    {
        if (!(await request.Frame()).Succeeded(out var frame, out var problem))
            return HttpResults.PageOf(problem);
        if (request.Actor.Require(Permission.EditGoals, frame.OrganisationId, "initiative") is { } refusal)
            return HttpResults.PageOf(refusal);
        if (!(await Read(request, frame)).Succeeded(out var view, out problem))
            return HttpResults.PageOf(problem);
        return HttpResults.Page<DecisionsPage>(
            fault is null ? StatusCodes.Status200OK : HttpResults.StatusOf(fault),
            new
            {
                Frame = frame,
                View = view,
                Saved = saved,
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults.Of(fault),
            }
        );
    }

    private Task<Result<AlignmentView>> Read(InitiativeRequest request, InitiativeFrame frame) =>
        alignment.Run(request.Actor, frame.InitiativeId, cancellation: request.Cancellation);

    private static SaveGoal.Command CommandOf(GoalView? goal) =>
        goal is null
            ? new() { Title = "" }
            : new()
            {
                Title = goal.Title,
                Description = goal.Description,
                Effort = goal.Effort,
                DueOn = goal.DueOn,
                LedBy = goal.LedBy ?? "",
                DecidedWith = goal.DecidedWith ?? "",
                Uses = goal.Uses ?? "",
                Effect = goal.Effect,
                Needs = [.. goal.Needs.Select(link => new SaveGoal.NeedLink(link.Need, link.Strength, link.Reason))],
                Pillars = [.. goal.Pillars.Select(link => new SaveGoal.PillarLink(link.Pillar, link.Strength, link.Reason))],
            };
}
