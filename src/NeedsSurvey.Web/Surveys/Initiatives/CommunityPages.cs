using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Surveys.Initiatives;

/// <summary>Editing an initiative's words and the known shares of its community.</summary>
internal static class CommunityPages
{
    public static void MapCommunityPages(this IEndpointRouteBuilder app)
    {
        var community = app.Pages("/o/{org}/{initiative}/community");

        community.MapGet("/", ([AsParameters] AtInitiative at, ListGroupQuestions questions, string? saved) => at.Show(Permission.EditInitiative, (frame, view) =>
            Page(at, questions, frame, view, saved: saved is not null))).Needs(Permission.EditInitiative);

        community.MapPost("/", ([AsParameters] AtInitiative at, PostedForm form, ListGroupQuestions questions, EditInitiative edit) =>
            at.Show(Permission.EditInitiative, async (frame, view) =>
            {
                var saved = InitiativeForm.Read(form).Succeeded(out var fields, out var problem) ? await edit.Run(at.Actor, frame.InitiativeId, fields, at.Ct) : problem;
                return saved.Problem is null ? Results.LocalRedirect($"{frame.Base}/community?saved=1")
                    : await Page(at, questions, frame, view, form: form, problem: saved.Problem, faults: PageFaults.Of(saved.Problem));
            })).Needs(Permission.EditInitiative);

        community.MapPost("/margins", ([AsParameters] AtInitiative at, PostedForm form, ListGroupQuestions questions, SetMargins set) =>
            at.Show(Permission.EditInitiative, async (frame, view) =>
            {
                if (!(await questions.Run(at.Actor, frame.InitiativeId, at.Ct)).Succeeded(out var asked, out var refusal)) return Answers.PageOf(refusal);
                if (!MarginForm.Read(form, MarginForm.Groups(asked, view.Margins)).Succeeded(out var margins, out var unreadable))
                    return await Page(at, questions, frame, view, margins: form, problem: unreadable, faults: PageFaults.Of(unreadable));
                var saved = await set.Run(at.Actor, frame.InitiativeId, [.. margins.Select(one => one.Margin)], at.Ct);
                return saved.Problem is not { } problem ? Results.LocalRedirect($"{frame.Base}/community?saved=1#shares")
                    : await Page(at, questions, frame, view, margins: form, problem: problem, faults: MarginForm.Placed(problem, margins));
            })).Needs(Permission.EditInitiative);
    }

    private static async Task<IResult> Page(AtInitiative at, ListGroupQuestions questions, InitiativeFrame frame, InitiativeView view,
        PostedForm? form = null, PostedForm? margins = null, Problem? problem = null, IReadOnlyList<Fault>? faults = null, bool saved = false)
    {
        if (!(await questions.Run(at.Actor, frame.InitiativeId, at.Ct)).Succeeded(out var asked, out var refusal)) return Answers.PageOf(refusal);
        var groups = MarginForm.Groups(asked, view.Margins);
        return Answers.Page<CommunityPage>(problem is null ? StatusCodes.Status200OK : Answers.StatusOf(problem), new
        {
            Frame = frame, Form = form ?? InitiativeForm.Of(view.Fields), Groups = groups, Margins = margins ?? MarginForm.Of(groups, view.Margins), Faults = faults ?? [], Saved = saved,
        });
    }
}
