using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>Editing an initiative's words and the known shares of its community.</summary>
internal static class CommunityPages
{
    public static void MapCommunityPages(this IEndpointRouteBuilder app)
    {
        var community = app.Pages("/o/{org}/{initiative}/community");

        community
            .MapGet("/", ([AsParameters] InitiativeRequest request, ListGroupQuestions questions, string? saved) =>
                request.Page(Permission.EditInitiative, (frame, view) => Page(request, questions, frame, view, saved: saved is not null))
            )
            .Requires(Permission.EditInitiative);

        community
            .MapPost("/", ([AsParameters] InitiativeRequest request, PostedForm form, ListGroupQuestions questions, EditInitiative edit) =>
                request.Post(
                    Permission.EditInitiative,
                    async place =>
                        InitiativeForm.Read(form).Succeeded(out var fields, out var problem)
                            ? await edit.Run(request.Actor, place.InitiativeId, fields, request.Cancellation)
                            : problem,
                    (place, _) => $"{place.Base}/community?saved=1",
                    (frame, view, problem) =>
                        Page(request, questions, frame, view, form: form, problem: problem, faults: PageFaults.Of(problem))
                )
            )
            .Requires(Permission.EditInitiative);

        // The form's rows are those of the questions and margins that are stored, so it cannot be read without them.
        community
            .MapPost(
                "/margins",
                ([AsParameters] InitiativeRequest request, PostedForm form, ListGroupQuestions questions, SetMargins set) =>
                {
                    IReadOnlyList<Fault>? placed = null;
                    return request.Post(
                        Permission.EditInitiative,
                        async (place, view) =>
                        {
                            if (
                                !(await questions.Run(request.Actor, place.InitiativeId, request.Cancellation)).Succeeded(
                                    out var asked,
                                    out var problem
                                ) || !MarginForm.Read(form, MarginForm.Groups(asked, view.Margins)).Succeeded(out var margins, out problem)
                            )
                                return problem;
                            var saved = await set.Run(
                                request.Actor,
                                place.InitiativeId,
                                [.. margins.Select(one => one.Margin)],
                                request.Cancellation
                            );
                            placed = saved.Problem is null ? null : MarginForm.Placed(saved.Problem, margins);
                            return saved;
                        },
                        (place, _) => $"{place.Base}/community?saved=1#shares",
                        (frame, view, problem) =>
                            Page(request, questions, frame, view, margins: form, problem: problem, faults: placed ?? PageFaults.Of(problem))
                    );
                }
            )
            .Requires(Permission.EditInitiative);
    }

    private static async Task<IResult> Page(
        InitiativeRequest request,
        ListGroupQuestions questions,
        InitiativeFrame frame,
        InitiativeView view,
        PostedForm? form = null,
        PostedForm? margins = null,
        Problem? problem = null,
        IReadOnlyList<Fault>? faults = null,
        bool saved = false
    )
    {
        if (!(await questions.Run(request.Actor, frame.InitiativeId, request.Cancellation)).Succeeded(out var asked, out var refusal))
            return HttpResults.PageOf(refusal);
        var groups = MarginForm.Groups(asked, view.Margins);
        return HttpResults.Page<CommunityPage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Frame = frame,
                Form = form ?? InitiativeForm.Of(view.Fields),
                Groups = groups,
                Margins = margins ?? MarginForm.Of(groups, view.Margins),
                Faults = faults ?? [],
                Languages = Others(view),
                Saved = saved,
            }
        );
    }

    private static List<string> Others(InitiativeView view)
    {
        var asked = view.Surveys.Reverse().SelectMany(survey => survey.Languages).Distinct().ToList();
        return [.. asked.Skip(1).Concat(view.Fields.Translations?.Keys ?? []).Distinct()];
    }
}
