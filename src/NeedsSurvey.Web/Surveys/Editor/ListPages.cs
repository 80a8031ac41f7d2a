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
                    Show(request, needs, frame, view, list, FormOf(view, list), MarkOf(view, list))
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
                            Show(request, needs, frame, view, list, redrawn, form["mark"])
                        );
                    var filled = FormRows.WithPasted(form);
                    return request.Post(
                        Permission.EditSurvey,
                        async (place, view) =>
                            (await request.NeedNames(needs, view)).Succeeded(out var known, out var problem)
                                ? await edit.Run(
                                    request.Actor,
                                    place.Id.ToString(),
                                    new DraftEdit.ReplaceList(list, QuestionReader.Choices(filled, view.Draft, Of(view, list), known)),
                                    form["mark"],
                                    request.Cancellation
                                )
                                : problem,
                        (place, _) => place.Base,
                        (frame, view, problem) =>
                        {
                            var mark = problem is Problem.Conflict ? MarkOf(view, list) : form["mark"];
                            return Show(request, needs, frame, view, list, filled, mark, problem);
                        }
                    );
                }
            )
            .Requires(Permission.EditSurvey);
    }

    private static IReadOnlyList<Choice> Of(SurveyView view, string list) => view.Draft.Choices.GetValueOrDefault(list) ?? [];

    private static PostedForm FormOf(SurveyView view, string list) =>
        QuestionForm.Choices(new FormWriter(view.Draft.Languages), Of(view, list)).Form;

    private static string MarkOf(SurveyView view, string list) => EditDraft.Mark(view.Draft, new DraftEdit.ReplaceList(list, []));

    private static async Task<IResult> Show(
        SurveyRequest request,
        ListNeedNames needs,
        InitiativeFrame frame,
        SurveyView view,
        string list,
        PostedForm form,
        string mark,
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
                    Form = form,
                    Mark = mark,
                    ShowTheirs = problem is Problem.Conflict,
                    Faults = PageFaults.Of(problem),
                }
            )
            : HttpResults.PageOf(refusal);
}
