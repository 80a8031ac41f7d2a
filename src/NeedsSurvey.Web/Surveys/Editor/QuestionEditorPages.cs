using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
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
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

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
                    QuestionKinds.Find(place.Kind) is { } kind
                        ? Store(
                            request,
                            needs,
                            edit,
                            form,
                            kind.Blank(""),
                            (view, item) => _ => [new DraftEdit.Add(item, place.Below(view))],
                            (frame, view, filled, problem) => Blank(frame, view, place, kind) with { Form = filled, Problem = problem }
                        )
                        : request.Page(Permission.EditSurvey, (frame, view) => PickKind(frame, view, place))
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
        var form = FormRows.Begun(FormRows.Begun(QuestionForm.Of(item, view.Draft), "choice"), "row");
        return new(item, $"{frame.Base}/surveys/{view.Slug}/questions/new{place.Query(kind)}", form) { IsNew = true };
    }

    private static Shown Stored(InitiativeFrame frame, SurveyView view, SurveyItem item) =>
        new(item, $"{frame.Base}/surveys/{view.Slug}/questions/{Uri.EscapeDataString(item.Name)}", QuestionForm.Of(item, view.Draft))
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
        return request.Post(
            Permission.EditSurvey,
            async (place, view) =>
            {
                if (began is null)
                    return EditDraft.Changed;
                if (!(await request.NeedNames(needs, view)).Succeeded(out var known, out var problem))
                    return problem;
                if (!QuestionReader.Read(filled, began, view.Draft, known).Succeeded(out var typed, out problem))
                    return problem;
                return await edit.Run(request.Actor, place.Id.ToString(), change(view, typed), request.Cancellation);
            },
            (place, edited) => $"{place.Base}#q-{Uri.EscapeDataString(edited.Focus ?? began!.Name)}",
            (frame, view, problem) => Again(frame, view, filled, problem)
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
