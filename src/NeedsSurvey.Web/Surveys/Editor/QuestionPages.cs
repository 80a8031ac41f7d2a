using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// A survey's questions and shared lists: add, edit, move, duplicate, remove, bring back. Each is one <see cref="DraftEdit"/>.
/// </summary>
internal static class QuestionPages
{
    public static void MapQuestionPages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey
            .MapGet(
                "/questions/new",
                ([AsParameters] SurveyRequest request, string? kind, string? into, string? after, ListNeedNames needs) =>
                    request.Page(Permission.EditSurvey, async (frame, view) => QuestionKinds.Find(kind) is { } chosen
                            ? await EditPage(
                                request,
                                needs,
                                frame,
                                view,
                                chosen.Blank(""),
                                isNew: true,
                                action: NewAction(frame, view, chosen, into, after)
                            )
                            : HttpResults.Page<PickKindPage>(
                                new
                                {
                                    Frame = frame,
                                    Survey = view,
                                    Into = into,
                                    After = after,
                                }
                            ))
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/questions/new",
                (
                    [AsParameters] SurveyRequest request,
                    string? kind,
                    string? into,
                    string? after,
                    PostedForm form,
                    ListNeedNames needs,
                    EditDraft edit
                ) => request.Page(Permission.EditSurvey, async (frame, view) =>
                    {
                        if (QuestionKinds.Find(kind) is not { } chosen)
                            return HttpResults.Page<PickKindPage>(
                                new
                                {
                                    Frame = frame,
                                    Survey = view,
                                    Into = into,
                                    After = after,
                                }
                            );
                        var blank = chosen.Blank("");
                        return await Save(
                            request,
                            needs,
                            frame,
                            view,
                            blank,
                            form,
                            isNew: true,
                            NewAction(frame, view, chosen, into, after),
                            item =>
                                edit.Run(
                                    request.Actor,
                                    request.Survey,
                                    new DraftEdit.Add(item, PlaceFor(view, into, after)),
                                    null,
                                    request.Cancellation
                                )
                        );
                    })
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapGet("/questions/{question}", ([AsParameters] SurveyRequest request, string question, ListNeedNames needs) =>
                request.Page(Permission.EditSurvey, async (frame, view) =>
                    Outline.Find(view.Draft.Questions, question) is { } item
                        ? await EditPage(
                            request,
                            needs,
                            frame,
                            view,
                            item,
                            isNew: false,
                            action: $"{frame.Base}/surveys/{view.Slug}/questions/{Uri.EscapeDataString(question)}"
                        )
                        : HttpResults.PageOf(new Problem.NotFound("question"))
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/questions/{question}",
                ([AsParameters] SurveyRequest request, string question, PostedForm form, ListNeedNames needs, EditDraft edit) =>
                    request.Page(Permission.EditSurvey, async (frame, view) =>
                        Outline.Find(view.Draft.Questions, question) is { } item
                            ? await Save(
                                request,
                                needs,
                                frame,
                                view,
                                item,
                                form,
                                isNew: false,
                                $"{frame.Base}/surveys/{view.Slug}/questions/{Uri.EscapeDataString(question)}",
                                changed =>
                                    edit.Run(
                                        request.Actor,
                                        request.Survey,
                                        new DraftEdit.Replace(question, changed),
                                        form["mark"],
                                        request.Cancellation
                                    )
                            )
                            : await Lost(request, needs, frame, view, form)
                    )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost("/outline", ([AsParameters] SurveyRequest request, PostedForm form, EditDraft edit, ListRemovedItems removed) =>
                request.Post(
                    Permission.EditSurvey,
                    // Without an operation nobody would be asked whether they may; the page asks when it is shown again.
                    async place =>
                        Pressed(form["do"]) is { } change
                            ? await edit.Run(request.Actor, place.Id.ToString(), change, null, request.Cancellation)
                            : new Problem.Invalid("", "nothing_pressed", "Press one of the buttons beside a question."),
                    (place, edited) =>
                        Pressed(form["do"]) is DraftEdit.Remove
                            ? place.Base + "?removed=1"
                            : $"{place.Base}#q-{Uri.EscapeDataString(edited.Focus ?? "")}",
                    (frame, view, problem) => SurveyEditorRoutes.Show(request, removed, frame, view, problem: problem)
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost("/restore", ([AsParameters] SurveyRequest request, PostedForm form, RestoreItem restore, ListRemovedItems removed) =>
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
                    (frame, view, problem) => SurveyEditorRoutes.Show(request, removed, frame, view, problem: problem)
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapGet("/lists/{list}", ([AsParameters] SurveyRequest request, string list, ListNeedNames needs) =>
                request.Page(Permission.EditSurvey, async (frame, view) =>
                    await ListPage(
                        request,
                        needs,
                        frame,
                        view,
                        list,
                        QuestionForm.Choices(new FormWriter(view.Draft.Languages), view.Draft.Choices.GetValueOrDefault(list) ?? []).Form,
                        MarkOf(view, list),
                        null
                    )
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/lists/{list}",
                ([AsParameters] SurveyRequest request, string list, PostedForm form, ListNeedNames needs, EditDraft edit) =>
                    request.Page(Permission.EditSurvey, async (frame, view) =>
                    {
                        if (FormRows.Act(form) is { } redrawn)
                            return await ListPage(request, needs, frame, view, list, redrawn, form["mark"], null);
                        form = FormRows.WithPasted(form);
                        var known = (await needs.Run(request.Actor, request.Survey, view.Draft.Languages[0], request.Cancellation)).Value
                            ?? [];
                        var choices = QuestionReader.Choices(form, view.Draft, view.Draft.Choices.GetValueOrDefault(list) ?? [], known);
                        var saved = await edit.Run(
                            request.Actor,
                            request.Survey,
                            new DraftEdit.ReplaceList(list, choices),
                            form["mark"],
                            request.Cancellation
                        );
                        return saved.Problem is null
                            ? HttpResults.RedirectTo($"{frame.Base}/surveys/{view.Slug}")
                            : await ListPage(
                                request,
                                needs,
                                frame,
                                view,
                                list,
                                form,
                                saved.Problem is Problem.Conflict ? MarkOf(view, list) : form["mark"],
                                saved.Problem
                            );
                    })
            )
            .Requires(Permission.EditSurvey);
    }

    private static string NewAction(InitiativeFrame frame, SurveyView view, ItemKind kind, string? into, string? after) =>
        $"{frame.Base}/surveys/{view.Slug}/questions/new?kind={kind.Key}"
        + $"{(into is null ? "" : "&into=" + Uri.EscapeDataString(into))}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}";

    // Below a question that is gone by now: at the end.
    private static DraftPlace PlaceFor(SurveyView view, string? into, string? after) =>
        after is { Length: > 0 } && Outline.PlaceOf(view.Draft.Questions, after) is { } place
            ? place with
            {
                Index = place.Index + 1,
            }
            : new(into is { Length: > 0 } ? into : null, int.MaxValue);

    private static string MarkOf(SurveyView view, string list) => EditDraft.Mark(view.Draft, new DraftEdit.ReplaceList(list, []));

    private static string MarkOf(SurveyView view, SurveyItem item) => EditDraft.Mark(view.Draft, new DraftEdit.Replace(item.Name, item));

    private static DraftEdit? Pressed(string button) =>
        button.Split(':', 2) switch
        {
            ["up", var name] => new DraftEdit.Move(name, Up: true),
            ["down", var name] => new DraftEdit.Move(name, Up: false),
            ["duplicate", var name] => new DraftEdit.Duplicate(name),
            ["remove", var name] => new DraftEdit.Remove(name),
            _ => null,
        };

    private static async Task<IResult> EditPage(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        SurveyItem item,
        bool isNew,
        string action
    ) =>
        (await needs.Run(request.Actor, request.Survey, view.Draft.Languages[0], request.Cancellation)).Succeeded(
            out var known,
            out var problem
        )
            ? HttpResults.Page<EditQuestionPage>(
                new
                {
                    Frame = frame,
                    Survey = view,
                    Item = item,
                    Needs = known,
                    Form = isNew
                        ? FormRows.Begun(FormRows.Begun(QuestionForm.Of(item, view.Draft), "choice"), "row")
                        : QuestionForm.Of(item, view.Draft),
                    IsNew = isNew,
                    Action = action,
                    Mark = isNew ? "" : MarkOf(view, item),
                }
            )
            : HttpResults.PageOf(problem);

    // Pressing a row's button or "Show the answers" draws the form again; only Save stores. What cannot be stored comes back filled.
    private static async Task<IResult> Save(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        SurveyItem was,
        PostedForm form,
        bool isNew,
        string action,
        Func<SurveyItem, Task<Result<EditDraft.Edited>>> store
    )
    {
        if (
            !(await needs.Run(request.Actor, request.Survey, view.Draft.Languages[0], request.Cancellation)).Succeeded(
                out var known,
                out var refusal
            )
        )
            return HttpResults.PageOf(refusal);
        var redrawn = FormRows.Act(form) ?? (form["do"] == "refresh" ? form.With("when", "guided") : null);
        if (redrawn is not null)
            return Page(redrawn, form["mark"], null, null);
        form = FormRows.WithPasted(form);
        var done = QuestionReader.Read(form, was, view.Draft, known).Succeeded(out var item, out var problem) ? await store(item) : problem;
        if (done.Succeeded(out var edited, out problem))
            return HttpResults.RedirectTo($"{frame.Base}/surveys/{view.Slug}#q-{Uri.EscapeDataString(edited.Focus ?? "")}");
        var lost = !isNew && problem is Problem.Conflict { Code: "draft_changed" };
        return Page(form, lost ? MarkOf(view, was) : form["mark"], problem, lost ? was : null);

        IResult Page(PostedForm filled, string mark, Problem? problem, SurveyItem? theirs) =>
            HttpResults.Page<EditQuestionPage>(
                problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
                new
                {
                    Frame = frame,
                    Survey = view,
                    Item = was,
                    Needs = known,
                    Form = filled,
                    IsNew = isNew,
                    Action = action,
                    Mark = mark,
                    Theirs = theirs,
                    Faults = PageFaults.Of(problem),
                }
            );
    }

    // Somebody removed or renamed the question while its form was open: what was typed becomes a new one.
    private static async Task<IResult> Lost(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        PostedForm form
    )
    {
        var gone = new Problem.Conflict(
            "no_such_item",
            "Somebody removed or renamed this question while you were writing. What you wrote is below: add it as a new question, or "
                + "go back without it."
        );
        if (QuestionKinds.Find(form["kind"]) is not { } kind)
            return HttpResults.PageOf(gone);
        if (
            !(await needs.Run(request.Actor, request.Survey, view.Draft.Languages[0], request.Cancellation)).Succeeded(
                out var known,
                out var refusal
            )
        )
            return HttpResults.PageOf(refusal);
        return HttpResults.Page<EditQuestionPage>(
            HttpResults.StatusOf(gone),
            new
            {
                Frame = frame,
                Survey = view,
                Item = kind.Blank(""),
                Needs = known,
                Form = form,
                IsNew = true,
                Action = NewAction(frame, view, kind, null, null),
                Faults = PageFaults.Of(gone),
            }
        );
    }

    private static async Task<IResult> ListPage(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        string list,
        PostedForm form,
        string mark,
        Problem? problem
    ) =>
        (await needs.Run(request.Actor, request.Survey, view.Draft.Languages[0], request.Cancellation)).Succeeded(
            out var known,
            out var refusal
        )
            ? HttpResults.Page<EditListPage>(
                problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
                new
                {
                    Frame = frame,
                    Survey = view,
                    List = list,
                    Needs = known,
                    Form = form,
                    Mark = mark,
                    ShowTheirs = problem is Problem.Conflict,
                    Faults = PageFaults.Of(problem),
                }
            )
            : HttpResults.PageOf(refusal);
}
