using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Surveys.Editor;

/// <summary>A survey's questions and shared lists: add, edit, move, duplicate, remove, bring back. Each is one <see cref="DraftEdit"/>.</summary>
internal static class QuestionPages
{
    public static void MapQuestionPages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey.MapGet("/questions/new", ([AsParameters] AtSurvey at, string? kind, string? into, string? after, ListNeedNames needs) => at.Show(Permission.EditSurvey, async (frame, view) =>
            QuestionKinds.Find(kind) is { } chosen
                ? await EditPage(at, needs, frame, view, chosen.Blank(""), isNew: true, action: NewAction(frame, view, chosen, into, after))
                : Answers.Page<PickKindPage>(new { Frame = frame, Survey = view, Into = into, After = after }))).Needs(Permission.EditSurvey);

        survey.MapPost("/questions/new", ([AsParameters] AtSurvey at, string? kind, string? into, string? after, PostedForm form, ListNeedNames needs, EditDraft edit) =>
            at.Show(Permission.EditSurvey, async (frame, view) =>
            {
                if (QuestionKinds.Find(kind) is not { } chosen) return Answers.Page<PickKindPage>(new { Frame = frame, Survey = view, Into = into, After = after });
                var blank = chosen.Blank("");
                return await Save(at, needs, frame, view, blank, form, isNew: true, NewAction(frame, view, chosen, into, after),
                    item => edit.Run(at.Actor, at.Survey, new DraftEdit.Add(item, PlaceFor(view, into, after)), null, at.Ct));
            })).Needs(Permission.EditSurvey);

        survey.MapGet("/questions/{question}", ([AsParameters] AtSurvey at, string question, ListNeedNames needs) => at.Show(Permission.EditSurvey, async (frame, view) =>
            Outline.Find(view.Draft.Questions, question) is { } item
                ? await EditPage(at, needs, frame, view, item, isNew: false, action: $"{frame.Base}/surveys/{view.Slug}/questions/{Uri.EscapeDataString(question)}")
                : Answers.PageOf(new Problem.NotFound("question")))).Needs(Permission.EditSurvey);

        survey.MapPost("/questions/{question}", ([AsParameters] AtSurvey at, string question, PostedForm form, ListNeedNames needs, EditDraft edit) =>
            at.Show(Permission.EditSurvey, async (frame, view) => Outline.Find(view.Draft.Questions, question) is { } item
                ? await Save(at, needs, frame, view, item, form, isNew: false, $"{frame.Base}/surveys/{view.Slug}/questions/{Uri.EscapeDataString(question)}",
                    changed => edit.Run(at.Actor, at.Survey, new DraftEdit.Replace(question, changed), form["mark"], at.Ct))
                : await Lost(at, needs, frame, view, form))).Needs(Permission.EditSurvey);

        survey.MapPost("/outline", ([AsParameters] AtSurvey at, PostedForm form, EditDraft edit, ListRemovedItems removed) => at.Show(Permission.EditSurvey, async (frame, view) =>
        {
            var here = $"{frame.Base}/surveys/{view.Slug}";
            if (Pressed(form["do"]) is not { } change) return Results.LocalRedirect(here);
            return (await edit.Run(at.Actor, at.Survey, change, null, at.Ct)).Succeeded(out var edited, out var problem)
                ? Results.LocalRedirect(change is DraftEdit.Remove ? here + "?removed=1" : $"{here}#q-{Uri.EscapeDataString(edited.Focus ?? "")}")
                : await SurveyPages.Show(at, removed, frame, view, problem: problem);
        })).Needs(Permission.EditSurvey);

        survey.MapPost("/restore", ([AsParameters] AtSurvey at, PostedForm form, RestoreItem restore, ListRemovedItems removed) => at.Show(Permission.EditSurvey, async (frame, view) =>
            (await restore.Run(at.Actor, at.Survey, long.TryParse(form["entry"], NumberStyles.None, CultureInfo.InvariantCulture, out var entry) ? entry : 0, at.Ct)).Succeeded(out var edited, out var problem)
                ? Results.LocalRedirect($"{frame.Base}/surveys/{view.Slug}#q-{Uri.EscapeDataString(edited.Focus ?? "")}")
                : await SurveyPages.Show(at, removed, frame, view, problem: problem))).Needs(Permission.EditSurvey);

        survey.MapGet("/lists/{list}", ([AsParameters] AtSurvey at, string list, ListNeedNames needs) => at.Show(Permission.EditSurvey, async (frame, view) =>
            await ListPage(at, needs, frame, view, list, QuestionForm.Choices(new FormWriter(view.Draft.Languages), view.Draft.Choices.GetValueOrDefault(list) ?? []).Form, MarkOf(view, list), null)))
            .Needs(Permission.EditSurvey);

        survey.MapPost("/lists/{list}", ([AsParameters] AtSurvey at, string list, PostedForm form, ListNeedNames needs, EditDraft edit) => at.Show(Permission.EditSurvey, async (frame, view) =>
        {
            if (FormRows.Act(form) is { } redrawn) return await ListPage(at, needs, frame, view, list, redrawn, form["mark"], null);
            form = FormRows.WithPasted(form);
            var known = (await needs.Run(at.Actor, at.Survey, view.Draft.Languages[0], at.Ct)).Value ?? [];
            var choices = QuestionReader.Choices(new FormReader(form, view.Draft.Languages), view.Draft.Choices.GetValueOrDefault(list) ?? [], known);
            var saved = await edit.Run(at.Actor, at.Survey, new DraftEdit.ReplaceList(list, choices), form["mark"], at.Ct);
            return saved.Problem is null ? Results.LocalRedirect($"{frame.Base}/surveys/{view.Slug}") : await ListPage(at, needs, frame, view, list, form, saved.Problem is Problem.Conflict ? MarkOf(view, list) : form["mark"], saved.Problem);
        })).Needs(Permission.EditSurvey);
    }

    private static string NewAction(InitiativeFrame frame, SurveyView view, QuestionKind kind, string? into, string? after) =>
        $"{frame.Base}/surveys/{view.Slug}/questions/new?kind={kind.Key}{(into is null ? "" : "&into=" + Uri.EscapeDataString(into))}{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}";

    // Below a question that is gone by now: at the end.
    private static DraftPlace PlaceFor(SurveyView view, string? into, string? after) =>
        after is { Length: > 0 } && Outline.PlaceOf(view.Draft.Questions, after) is { } place ? place with { Index = place.Index + 1 }
        : new(into is { Length: > 0 } ? into : null, int.MaxValue);

    private static string MarkOf(SurveyView view, string list) => EditDraft.Mark(view.Draft, new DraftEdit.ReplaceList(list, []));

    private static string MarkOf(SurveyView view, SurveyItem item) => EditDraft.Mark(view.Draft, new DraftEdit.Replace(item.Name, item));

    private static DraftEdit? Pressed(string button) => button.Split(':', 2) switch
    {
        ["up", var name] => new DraftEdit.Move(name, Up: true),
        ["down", var name] => new DraftEdit.Move(name, Up: false),
        ["duplicate", var name] => new DraftEdit.Duplicate(name),
        ["remove", var name] => new DraftEdit.Remove(name),
        _ => null,
    };

    private static async Task<IResult> EditPage(AtSurvey at, ListNeedNames needs, InitiativeFrame frame, SurveyView view, SurveyItem item, bool isNew, string action) =>
        (await needs.Run(at.Actor, at.Survey, view.Draft.Languages[0], at.Ct)).Succeeded(out var known, out var problem)
            ? Answers.Page<EditQuestionPage>(new
            {
                Frame = frame, Survey = view, Item = item, Needs = known, Form = isNew ? FormRows.Begun(FormRows.Begun(QuestionForm.Of(item, view.Draft), "choice"), "row") : QuestionForm.Of(item, view.Draft), IsNew = isNew, Action = action, Mark = isNew ? "" : MarkOf(view, item),
            })
            : Answers.PageOf(problem);

    // Pressing a row's button or "Show the answers" draws the form again; only Save stores. What cannot be stored comes back filled.
    private static async Task<IResult> Save(AtSurvey at, ListNeedNames needs, InitiativeFrame frame, SurveyView view, SurveyItem was, PostedForm form, bool isNew, string action,
        Func<SurveyItem, Task<Result<EditDraft.Edited>>> store)
    {
        if (!(await needs.Run(at.Actor, at.Survey, view.Draft.Languages[0], at.Ct)).Succeeded(out var known, out var refusal)) return Answers.PageOf(refusal);
        var redrawn = FormRows.Act(form) ?? (form["do"] == "refresh" ? form.With("when", "guided") : null);
        if (redrawn is not null) return Page(redrawn, form["mark"], null, null);
        form = FormRows.WithPasted(form);
        var done = QuestionReader.Read(form, was, view.Draft, known).Succeeded(out var item, out var problem) ? await store(item) : problem;
        if (done.Succeeded(out var edited, out problem)) return Results.LocalRedirect($"{frame.Base}/surveys/{view.Slug}#q-{Uri.EscapeDataString(edited.Focus ?? "")}");
        var lost = !isNew && problem is Problem.Conflict { Code: "draft_changed" };
        return Page(form, lost ? MarkOf(view, was) : form["mark"], problem, lost ? was : null);

        IResult Page(PostedForm filled, string mark, Problem? problem, SurveyItem? theirs) => Answers.Page<EditQuestionPage>(problem is null ? StatusCodes.Status200OK : Answers.StatusOf(problem), new
        {
            Frame = frame, Survey = view, Item = was, Needs = known, Form = filled, IsNew = isNew, Action = action, Mark = mark, Theirs = theirs, Faults = PageFaults.Of(problem),
        });
    }

    // Somebody removed or renamed the question while its form was open: what was typed becomes a new one.
    private static async Task<IResult> Lost(AtSurvey at, ListNeedNames needs, InitiativeFrame frame, SurveyView view, PostedForm form)
    {
        var gone = new Problem.Conflict("no_such_item", "Somebody removed or renamed this question while you were writing. What you wrote is below: add it as a new question, or go back without it.");
        if (QuestionKinds.Find(form["kind"]) is not { } kind) return Answers.PageOf(gone);
        if (!(await needs.Run(at.Actor, at.Survey, view.Draft.Languages[0], at.Ct)).Succeeded(out var known, out var refusal)) return Answers.PageOf(refusal);
        return Answers.Page<EditQuestionPage>(Answers.StatusOf(gone), new
        {
            Frame = frame, Survey = view, Item = kind.Blank(""), Needs = known, Form = form, IsNew = true, Action = NewAction(frame, view, kind, null, null), Faults = PageFaults.Of(gone),
        });
    }

    private static async Task<IResult> ListPage(AtSurvey at, ListNeedNames needs, InitiativeFrame frame, SurveyView view, string list, PostedForm form, string mark, Problem? problem) =>
        (await needs.Run(at.Actor, at.Survey, view.Draft.Languages[0], at.Ct)).Succeeded(out var known, out var refusal)
            ? Answers.Page<EditListPage>(problem is null ? StatusCodes.Status200OK : Answers.StatusOf(problem),
                new { Frame = frame, Survey = view, List = list, Needs = known, Form = form, Mark = mark, ShowTheirs = problem is Problem.Conflict, Faults = PageFaults.Of(problem) })
            : Answers.PageOf(refusal);
}
