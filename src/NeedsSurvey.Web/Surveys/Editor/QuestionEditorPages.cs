using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A survey's questions: add one, change one. Each is one <see cref="DraftEdit"/>.</summary>
internal static class QuestionEditorPages
{
    private static readonly Problem.Conflict Gone = new(
        "no_such_item",
        "Somebody removed or renamed this question while you were writing. What you wrote is below: add it as a new question, or "
            + "go back without it."
    );

    public static void MapQuestionEditorPages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}").WithOwnFrames();

        survey
            .MapGet("/questions/new", ([AsParameters] SurveyRequest request, [AsParameters] NewQuestion place, ListNeedNames needs) =>
                request.Page(Permission.EditSurvey, (frame, view) =>
                    QuestionKinds.Find(place.Kind) is { } kind
                        ? Show(request, needs, frame, view, Blank(frame, view, place, kind))
                        : Task.FromResult(PickKind(frame, view, place))
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/questions/new",
                (
                    [AsParameters] SurveyRequest request,
                    [AsParameters] NewQuestion place,
                    PostedForm form,
                    ListNeedNames needs,
                    EditDraft edit
                ) =>
                    QuestionKinds.Find(place.Kind) is not { } kind
                        ? request.Page(Permission.EditSurvey, (frame, view) => PickKind(frame, view, place))
                    : form["do"] == "begin" ? Begin(request, edit, place, kind)
                    : Store(
                        request,
                        needs,
                        edit,
                        form,
                        kind.Blank(""),
                        (view, item) => _ => [new DraftEdit.Add(item, place.Below(view))],
                        (frame, view, filled, problem) => Blank(frame, view, place, kind) with { Form = filled, Problem = problem }
                    )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapGet("/questions/{question}", ([AsParameters] SurveyRequest request, string question, ListNeedNames needs) =>
                request.Page(Permission.EditSurvey, async (frame, view) =>
                    Outline.Find(view.Draft.Questions, question) is { } item
                        ? await Show(request, needs, frame, view, Stored(frame, view, item))
                        : HttpResults.PageOf(new Problem.NotFound("question"))
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/questions/{question}",
                ([AsParameters] SurveyRequest request, string question, PostedForm form, ListNeedNames needs, EditDraft edit) =>
                {
                    var began = ItemJson.Read(form["began"]);
                    return Store(
                        request,
                        needs,
                        edit,
                        form,
                        began,
                        (_, typed) => draft => ItemChanges.Between(began!, typed, draft),
                        (frame, view, filled, problem) =>
                            Outline.Find(view.Draft.Questions, question) is not { } item ? Lost(frame, view, form)
                            : problem is Problem.Conflict
                                ? Stored(frame, view, item) with
                                {
                                    Form = filled,
                                    Typed = form["began"],
                                    Problem = problem,
                                    Theirs = item,
                                }
                            : Stored(frame, view, item) with { Form = filled, Began = form["began"], Problem = problem }
                    );
                }
            )
            .Requires(Permission.EditSurvey);
    }

    // A blank one is stored at once, so that what is typed into it can be saved as it is typed.
    private static Task<IResult> Begin(SurveyRequest request, EditDraft edit, NewQuestion place, ItemKind kind) =>
        request.Post(
            Permission.EditSurvey,
            (survey, view) =>
                edit.Run(
                    request.Actor,
                    survey.Id.ToString(),
                    draft => [new DraftEdit.Add(kind.Blank(Draft.FreshName(draft, KeptQuestion.NotNamedYet)), place.Below(view))],
                    request.Cancellation
                ),
            (survey, edited) => $"{survey.Base}/questions/{Uri.EscapeDataString(edited.Focus!)}",
            (_, _, problem) => Task.FromResult(HttpResults.PageOf(problem))
        );

    /// <summary>Where a new question goes, and of which kind it is.</summary>
    internal sealed record NewQuestion(string? Kind, string? Into, string? After)
    {
        // Below a question that is gone by now: at the end.
        public DraftPlace Below(SurveyView view) =>
            After is { Length: > 0 } && Outline.PlaceOf(view.Draft.Questions, After) is { } place
                ? place with
                {
                    Index = place.Index + 1,
                }
                : new(Into is { Length: > 0 } ? Into : null, int.MaxValue);

        public string Query(ItemKind kind) =>
            $"?kind={kind.Key}{(Into is null ? "" : "&into=" + Uri.EscapeDataString(Into))}"
            + $"{(After is null ? "" : "&after=" + Uri.EscapeDataString(After))}";
    }

    // What the page of one question shows beside the survey.
    private sealed record Shown(SurveyItem Item, string Action, PostedForm Form)
    {
        public bool IsNew { get; init; }
        public string Began { get; init; } = "";

        // What the form began from when somebody changed it meanwhile.
        public string Typed { get; init; } = "";
        public Problem? Problem { get; init; }
        public SurveyItem? Theirs { get; init; }
    }

    private static Shown Blank(InitiativeFrame frame, SurveyView view, NewQuestion place, ItemKind kind)
    {
        var item = kind.Blank("");
        return new(item, $"{frame.Base}/surveys/{view.Slug}/questions/new{place.Query(kind)}", FormOf(item, view)) { IsNew = true };
    }

    private static PostedForm FormOf(SurveyItem item, SurveyView view) =>
        FormRows.Begun(FormRows.Begun(QuestionForm.Of(item, view.Draft), "choice"), "row");

    private static Shown Stored(InitiativeFrame frame, SurveyView view, SurveyItem item) =>
        new(item, $"{frame.Base}/surveys/{view.Slug}/questions/{Uri.EscapeDataString(item.Name)}", FormOf(item, view))
        {
            Began = ItemJson.Write(item),
        };

    // Goes on from the question as it is now, with what was typed in the place of what somebody else wrote there.
    private static PostedForm Both(SurveyView view, Shown shown, SurveyItem theirs, IReadOnlyList<NeedName> needs)
    {
        if (
            ItemJson.Read(shown.Typed) is not { } was
            || !QuestionReader.Read(shown.Form, was, view.Draft, needs).Succeeded(out var typed, out _)
        )
            return shown.Form;
        var both = ItemChanges.Over(view.Draft, ItemChanges.Between(was, typed, view.Draft));
        return (Outline.Find(both.Questions, typed.Name) ?? Outline.Find(both.Questions, theirs.Name)) is { } merged
            ? QuestionForm.Of(merged, both)
            : shown.Form;
    }

    // Somebody removed or renamed the question while its form was open: what was typed becomes a new one.
    private static Shown? Lost(InitiativeFrame frame, SurveyView view, PostedForm form) =>
        QuestionKinds.Find(form["kind"]) is { } kind
            ? Blank(frame, view, new(kind.Key, null, null), kind) with
            {
                Form = form,
                Problem = Gone,
            }
            : null;

    // Pressing a row's button or "Show the answers" draws the form again; only Save stores. What cannot be stored comes back filled.
    private static Task<IResult> Store(
        SurveyRequest request,
        ListNeedNames needs,
        EditDraft edit,
        PostedForm form,
        SurveyItem? began,
        Func<SurveyView, SurveyItem, Func<SurveyDefinition, IReadOnlyList<DraftEdit>>> change,
        Func<InitiativeFrame, SurveyView, PostedForm, Problem?, Shown?> shown
    )
    {
        if ((FormRows.Act(form) ?? (form["do"] == "refresh" ? form.With("when", "guided") : null)) is { } redrawn)
            return request.Page(Permission.EditSurvey, (frame, view) => Again(frame, view, redrawn, null));
        var filled = FormRows.WithPasted(form);
        var isKept = form["do"] is KeptQuestion.Keep or KeptQuestion.Settle;
        return request.Answer(
            Permission.EditSurvey,
            async (place, view) =>
            {
                if (began is null)
                    return EditDraft.Changed;
                if (!(await request.NeedNames(needs, view)).Succeeded(out var known, out var problem))
                    return problem;
                if (!QuestionReader.Read(filled, began, view.Draft, known).Succeeded(out var typed, out problem))
                    return problem;
                if (form["do"] == KeptQuestion.Settle)
                    typed = KeptQuestion.Named(typed, view);
                return (await edit.Run(request.Actor, place.Id.ToString(), change(view, typed), request.Cancellation)).Then(edited =>
                    (Edited: edited, Typed: typed)
                );
            },
            (place, done) =>
            {
                var name = done.Edited.Focus ?? done.Typed.Name;
                return Task.FromResult(
                    isKept
                        ? KeptQuestion.Of(place, done.Edited, done.Typed)
                        : HttpResults.RedirectTo($"{place.Base}#q-{Uri.EscapeDataString(name)}")
                );
            },
            (frame, view, problem) => isKept ? Task.FromResult(KeptQuestion.Not(problem)) : Again(frame, view, filled, problem)
        );

        Task<IResult> Again(InitiativeFrame frame, SurveyView view, PostedForm filled, Problem? problem) =>
            shown(frame, view, filled, problem) is { } page
                ? Show(request, needs, frame, view, page)
                : Task.FromResult(HttpResults.PageOf(Gone));
    }

    private static async Task<IResult> Show(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        Shown shown
    ) =>
        (await request.NeedNames(needs, view)).Succeeded(out var known, out var refusal)
            ? HttpResults.Page<EditQuestionPage>(
                shown.Problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(shown.Problem),
                new
                {
                    Frame = frame,
                    Survey = view,
                    shown.Item,
                    Needs = known,
                    Form = shown.Theirs is { } theirs ? Both(view, shown, theirs, known) : shown.Form,
                    shown.IsNew,
                    shown.Action,
                    shown.Began,
                    shown.Theirs,
                    Faults = PageFaults.Of(shown.Problem),
                }
            )
            : HttpResults.PageOf(refusal);

    private static IResult PickKind(InitiativeFrame frame, SurveyView view, NewQuestion place) =>
        HttpResults.Page<PickKindPage>(
            new
            {
                Frame = frame,
                Survey = view,
                place.Into,
                place.After,
            }
        );
}
