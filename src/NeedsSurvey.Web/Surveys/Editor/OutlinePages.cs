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
            .MapGet("/changed", ([AsParameters] SurveyRequest request, int? after, ListDraftChanges changes) =>
                Changed(request, after ?? 0, changes)
            )
            .Requires(Permission.EditSurvey);

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
                            form["do"].Split(':') is [_, _, ..]
                                ? await edit.Run(
                                    request.Actor,
                                    place.Id.ToString(),
                                    draft => Pressed(form["do"], draft) is { } change ? [change] : null,
                                    request.Cancellation
                                )
                                : new Problem.Invalid("", "nothing_pressed", "Press one of the buttons beside a question."),
                        (place, edited) =>
                            OnCanvas(form, place, edited)
                            ?? (
                                form["do"].StartsWith("remove:", StringComparison.Ordinal)
                                    ? place.Base + "?removed=1"
                                    : OnOutline(place, edited)
                            ),
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
                        OnOutline,
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
                        (place, edited) => OnCanvas(form, place, edited) ?? OnOutline(place, edited),
                        (frame, view, problem) => Show(request, removed, changes, frame, view, problem: problem)
                    )
            )
            .Requires(Permission.EditSurvey);
    }

    // Asked again and again while the editor is open: whether somebody else changed the draft.
    private static async Task<IResult> Changed(SurveyRequest request, int after, ListDraftChanges changes) =>
        (await request.Find.Place(request.Org, request.Initiative, request.Survey, request.Cancellation)).Succeeded(
            out var place,
            out var problem
        ) && (await changes.Run(request.Actor, place.Id.ToString(), after, request.Cancellation)).Succeeded(out var changed, out problem)
            ? TypedResults.Json(
                new ChangedSince(
                    changed.Revision,
                    [.. changed.Changes.Where(change => !change.IsMine).Select(change => change.By).Distinct()]
                )
            )
            : HttpResults.PageOf(problem);

    /// <param name="Revision">The draft's revision now.</param>
    /// <param name="By">Who else changed it since.</param>
    private sealed record ChangedSince(int Revision, IReadOnlyList<string> By);

    private static string OnOutline(SurveyPlace place, EditDraft.Edited edited) =>
        $"{place.Base}#q-{Uri.EscapeDataString(edited.Focus ?? "")}";

    // Whoever pressed it beside a question goes on beside one: the one it was about, or else where that stood.
    private static string? OnCanvas(PostedForm form, SurveyPlace place, EditDraft.Edited edited)
    {
        if (!form.Has("canvas"))
            return null;
        var now = Outline.Flatten(edited.Definition.Questions).Select(entry => entry.Item.Name).ToList();
        var here = Outline.Flatten(edited.Before.Questions).TakeWhile(entry => entry.Item.Name != form["canvas"]).Count();
        var next =
            now.Contains(edited.Focus ?? "") && now.Contains(form["canvas"]) ? edited.Focus
            : now.Contains(form["canvas"]) ? form["canvas"]
            : now.ElementAtOrDefault(Math.Min(here, now.Count - 1));
        return next is null ? null : $"{place.Base}/questions/{Uri.EscapeDataString(next)}";
    }

    // What a button says, beside the draft as it is; null when what it is about has gone.
    private static DraftEdit? Pressed(string button, SurveyDefinition draft) =>
        button.Split(':') switch
        {
            ["up", var name] => new DraftEdit.Step(name, Up: true),
            ["down", var name] => new DraftEdit.Step(name, Up: false),
            ["duplicate", var name] => new DraftEdit.Duplicate(name),
            ["remove", var name] => new DraftEdit.Remove(name),
            // Dragged: to the place of another, or behind all.
            ["before", var name, ""] => new DraftEdit.Move(name, new(null, int.MaxValue)),
            ["before", var name, var other] when Outline.PlaceWithout(draft.Questions, name, other) is { } place => new DraftEdit.Move(
                name,
                place
            ),
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
