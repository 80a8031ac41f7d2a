using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A survey's outline: its questions in a list, to move, duplicate, remove and bring back.</summary>
internal static class OutlinePages
{
    public static void MapOutlinePages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey
            .MapGet("/", ([AsParameters] SurveyRequest request, string? removed, ListRemovedItems list, ListDraftChanges changes) =>
                request.Page(Permission.View, (frame, view) => Show(request, list, changes, frame, view, justRemoved: removed is not null))
            )
            .Requires(Permission.View);

        survey
            .MapPost(
                "/outline",
                (
                    [AsParameters] SurveyRequest request,
                    PostedForm form,
                    EditDraft edit,
                    ListRemovedItems removed,
                    ListDraftChanges changes
                ) =>
                    request.Post(
                        Permission.EditSurvey,
                        async place =>
                            Pressed(form["do"]) is { } change
                                ? await edit.Run(request.Actor, place.Id.ToString(), [change], request.Cancellation)
                                : new Problem.Invalid("", "nothing_pressed", "Press one of the buttons beside a question."),
                        (place, edited) =>
                            Pressed(form["do"]) is DraftEdit.Remove
                                ? place.Base + "?removed=1"
                                : $"{place.Base}#q-{Uri.EscapeDataString(edited.Focus ?? "")}",
                        (frame, view, problem) => Show(request, removed, changes, frame, view, problem: problem)
                    )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/restore",
                (
                    [AsParameters] SurveyRequest request,
                    PostedForm form,
                    RestoreItem restore,
                    ListRemovedItems removed,
                    ListDraftChanges changes
                ) =>
                    request.Post(
                        Permission.EditSurvey,
                        place =>
                            restore.Run(
                                request.Actor,
                                place.Id.ToString(),
                                long.TryParse(form["entry"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : 0,
                                request.Cancellation
                            ),
                        (place, edited) => $"{place.Base}#q-{Uri.EscapeDataString(edited.Focus ?? "")}",
                        (frame, view, problem) => Show(request, removed, changes, frame, view, problem: problem)
                    )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/undo",
                (
                    [AsParameters] SurveyRequest request,
                    PostedForm form,
                    UndoDraft undo,
                    ListRemovedItems removed,
                    ListDraftChanges changes
                ) =>
                    request.Post(
                        Permission.EditSurvey,
                        place => undo.Run(request.Actor, place.Id.ToString(), again: form["do"] == "redo", request.Cancellation),
                        (place, edited) => $"{place.Base}#q-{Uri.EscapeDataString(edited.Focus ?? "")}",
                        (frame, view, problem) => Show(request, removed, changes, frame, view, problem: problem)
                    )
            )
            .Requires(Permission.EditSurvey);
    }

    private static DraftEdit? Pressed(string button) =>
        button.Split(':', 2) switch
        {
            ["up", var name] => new DraftEdit.Step(name, Up: true),
            ["down", var name] => new DraftEdit.Step(name, Up: false),
            ["duplicate", var name] => new DraftEdit.Duplicate(name),
            ["remove", var name] => new DraftEdit.Remove(name),
            _ => null,
        };

    // For editors with what was removed and changed lately.
    private static async Task<IResult> Show(
        SurveyRequest request,
        ListRemovedItems list,
        ListDraftChanges changed,
        InitiativeFrame frame,
        SurveyView view,
        bool justRemoved = false,
        Problem? problem = null
    )
    {
        IReadOnlyList<RemovedItem> removed = [];
        DraftChanges? changes = null;
        if (request.Actor.May(Permission.EditSurvey, frame.OrganisationId))
        {
            if (!(await list.Run(request.Actor, request.Survey, view.Draft, request.Cancellation)).Succeeded(out removed!, out var refusal))
                return HttpResults.PageOf(refusal);
            if (!(await changed.Run(request.Actor, request.Survey, 0, request.Cancellation)).Succeeded(out changes, out refusal))
                return HttpResults.PageOf(refusal);
        }
        return HttpResults.Page<OutlinePage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Frame = frame,
                Survey = view,
                Removed = removed,
                Changes = changes,
                JustRemoved = justRemoved,
                Faults = PageFaults.Of(problem),
            }
        );
    }
}
