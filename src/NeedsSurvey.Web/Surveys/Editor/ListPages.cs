using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A survey's lists of choices that several questions share.</summary>
internal static class ListPages
{
    public static void MapListPages(this IEndpointRouteBuilder app)
    {
        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey
            .MapGet("/lists/{list}", ([AsParameters] SurveyRequest request, string list, ListNeedNames needs) =>
                request.Page(Permission.EditSurvey, (frame, view) =>
                    Show(request, needs, frame, view, list, FormOf(view, Of(view, list)), ItemJson.Write(Of(view, list)))
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost(
                "/lists/{list}",
                ([AsParameters] SurveyRequest request, string list, PostedForm form, ListNeedNames needs, EditDraft edit) =>
                {
                    if (FormRows.Act(form) is { } redrawn)
                        return request.Page(Permission.EditSurvey, (frame, view) =>
                            Show(request, needs, frame, view, list, redrawn, form["began"])
                        );
                    var filled = FormRows.WithPasted(form);
                    var began = ItemJson.ReadChoices(form["began"]);
                    return request.Post(
                        Permission.EditSurvey,
                        async (place, view) =>
                        {
                            if (began is null)
                                return EditDraft.Changed;
                            if (!(await request.NeedNames(needs, view)).Succeeded(out var known, out var problem))
                                return problem;
                            if (!QuestionReader.Choices(filled, view.Draft, began, known).Succeeded(out var typed, out problem))
                                return problem;
                            return await edit.Run(
                                request.Actor,
                                place.Id.ToString(),
                                draft => ItemChanges.Between(list, began, typed, draft),
                                request.Cancellation
                            );
                        },
                        (place, _) => place.Base,
                        (frame, view, problem) => Show(request, needs, frame, view, list, filled, form["began"], problem)
                    );
                }
            )
            .Requires(Permission.EditSurvey);
    }

    private static IReadOnlyList<Choice> Of(SurveyView view, string list) => view.Draft.Choices.GetValueOrDefault(list) ?? [];

    private static PostedForm FormOf(SurveyView view, IReadOnlyList<Choice> choices) =>
        QuestionForm.Choices(new FormWriter(view.Draft.Languages), choices).Form;

    // Goes on from the list as it is now, with what was typed in the place of what somebody else wrote there.
    private static PostedForm Both(SurveyView view, string list, string began, PostedForm form, IReadOnlyList<NeedName> needs)
    {
        if (
            ItemJson.ReadChoices(began) is not { } was
            || !QuestionReader.Choices(form, view.Draft, was, needs).Succeeded(out var typed, out _)
        )
            return form;
        var both = ItemChanges.Over(view.Draft, ItemChanges.Between(list, was, typed, view.Draft));
        return FormOf(view, both.Choices.GetValueOrDefault(list) ?? []);
    }

    private static async Task<IResult> Show(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        string list,
        PostedForm form,
        string began,
        Problem? problem = null
    ) =>
        (await request.NeedNames(needs, view)).Succeeded(out var known, out var refusal)
            ? HttpResults.Page<EditListPage>(
                problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
                new
                {
                    Frame = frame,
                    Survey = view,
                    List = list,
                    Needs = known,
                    Form = problem is Problem.Conflict ? Both(view, list, began, form, known) : form,
                    Began = problem is Problem.Conflict ? ItemJson.Write(Of(view, list)) : began,
                    ShowTheirs = problem is Problem.Conflict,
                    Faults = PageFaults.Of(problem),
                }
            )
            : HttpResults.PageOf(refusal);
}
