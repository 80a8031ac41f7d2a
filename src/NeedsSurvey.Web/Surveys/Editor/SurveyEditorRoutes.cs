using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Components;
using NeedsSurvey.Web.Initiatives;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// A survey as a whole: beginning, settings, JSON, preview, closing, deleting. What is in it: <see cref="OutlinePages"/>, <see
/// cref="QuestionEditorPages"/>, <see cref="ListPages"/>; publishing is in Needs.
/// </summary>
internal static class SurveyEditorRoutes
{
    public static void MapSurveyEditor(this IEndpointRouteBuilder app)
    {
        var surveys = app.Pages("/o/{org}/{initiative}/surveys");

        surveys
            .MapGet("/new", ([AsParameters] InitiativeRequest request) =>
                request.Page(Permission.EditSurvey, (frame, view) => HttpResults.Page<NewSurveyPage>(new { Frame = frame, view.Surveys }))
            )
            .Requires(Permission.EditSurvey);

        surveys
            .MapPost("/new", ([AsParameters] InitiativeRequest request, PostedForm form, CreateSurvey create) => request.Post(
                    Permission.EditSurvey,
                    async place =>
                        NewSurvey(form).Succeeded(out var command, out var problem)
                            ? await create.Run(request.Actor, place.InitiativeId, command, request.Cancellation)
                            : problem,
                    (place, made) => $"{place.Base}/surveys/{made.Slug}",
                    (frame, view, problem) =>
                        Task.FromResult(
                            HttpResults.Page<NewSurveyPage>(
                                HttpResults.StatusOf(problem),
                                new
                                {
                                    Frame = frame,
                                    view.Surveys,
                                    Form = form,
                                    Faults = PageFaults.Of(problem),
                                }
                            )
                        )
                ))
            .Requires(Permission.EditSurvey);

        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey
            .MapGet("/delete", ([AsParameters] SurveyRequest request) =>
                request.Page(Permission.EditSurvey, (frame, view) =>
                    HttpResults.Page<DeleteSurveyPage>(new { Frame = frame, Survey = view })
                )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost("/delete", ([AsParameters] SurveyRequest request, DeleteSurvey delete) => request.Post(
                    Permission.EditSurvey,
                    place => delete.Run(request.Actor, place.Id.ToString(), request.Cancellation),
                    (place, _) => place.InitiativeBase + "/listen",
                    (frame, view, problem) =>
                        Task.FromResult(
                            HttpResults.Page<DeleteSurveyPage>(
                                HttpResults.StatusOf(problem),
                                new
                                {
                                    Frame = frame,
                                    Survey = view,
                                    Faults = PageFaults.Of(problem),
                                }
                            )
                        )
                ))
            .Requires(Permission.EditSurvey);

        survey
            .MapGet("/preview", ([AsParameters] SurveyRequest request, string? language) =>
                request.Page(Permission.View, (frame, view) => HttpResults.Page<PreviewPage>(
                        new
                        {
                            Frame = frame,
                            Survey = view,
                            Context = Preview(view, language),
                        }
                    ))
            )
            .Requires(Permission.View);

        survey
            .MapGet("/settings", ([AsParameters] SurveyRequest request) =>
                request.Page(Permission.EditSurvey, (frame, view) => Settings(frame, view, SurveySettings.Of(view.Draft), MarkOf(view)))
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost("/settings", ([AsParameters] SurveyRequest request, PostedForm form, EditDraft edit) =>
                FormRows.Act(form) is { } redrawn
                    ? request.Page(Permission.EditSurvey, (frame, view) => Settings(frame, view, redrawn, form["mark"]))
                    : request.Post(
                        Permission.EditSurvey,
                        async (place, view) =>
                            SurveySettings.Read(form, view.Draft).Succeeded(out var settings, out var problem)
                                ? await edit.Run(
                                    request.Actor,
                                    place.Id.ToString(),
                                    new DraftEdit.ChangeSettings(settings),
                                    form["mark"],
                                    request.Cancellation
                                )
                                : problem,
                        (place, _) => place.Base,
                        (frame, view, problem) =>
                            Task.FromResult(
                                problem is Problem.Conflict
                                    ? Settings(frame, view, form, MarkOf(view), problem, theirs: SurveySettings.Of(view.Draft))
                                    : Settings(frame, view, form, form["mark"], problem)
                            )
                    )
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapGet("/json", ([AsParameters] SurveyRequest request) =>
                request.Page(Permission.EditSurvey, (frame, view) => Json(frame, view, JsonForm(view)))
            )
            .Requires(Permission.EditSurvey);

        survey
            .MapPost("/json", ([AsParameters] SurveyRequest request, PostedForm form, SaveDraft save) =>
            {
                var reading = SurveyJson.Read(form["definition"]);
                return request.Post(
                    Permission.EditSurvey,
                    async place =>
                        reading.Ok
                            ? await save.Run(request.Actor, place.Id.ToString(), reading.Definition, form.Revision, request.Cancellation)
                            : DefinitionBody.Faults(reading, ""),
                    (place, _) => place.Base,
                    // After a conflict the form goes on from the draft as it is now, with one's own text still in it.
                    (frame, view, problem) =>
                        Task.FromResult(
                            Json(
                                frame,
                                view,
                                problem is Problem.Conflict ? form.With("revision", JsonForm(view)["revision"]) : form,
                                problem
                            )
                        )
                );
            })
            .Requires(Permission.EditSurvey);

        survey
            .MapPost("/close", ([AsParameters] SurveyRequest request, CloseSurvey close) =>
                Listening(request, place => close.Run(request.Actor, place.Id.ToString(), request.Cancellation))
            )
            .Requires(Permission.PublishSurvey);

        survey
            .MapPost("/reopen", ([AsParameters] SurveyRequest request, ReopenSurvey reopen) =>
                Listening(request, place => reopen.Run(request.Actor, place.Id.ToString(), request.Cancellation))
            )
            .Requires(Permission.PublishSurvey);
    }

    private static Result<CreateSurvey.Command> NewSurvey(PostedForm form)
    {
        if (form["from"] == "copy")
            return new CreateSurvey.Command(CopyOf: form["copy"], IsNextRound: form["round"] == "next");
        if (form["from"] != "definition")
            return new CreateSurvey.Command(form["title"], Template: form["template"] is { Length: > 0 } key ? key : null);
        var reading = SurveyJson.Read(form["definition"]);
        return reading.Ok
            ? new CreateSurvey.Command(Definition: reading.Definition)
            : new Problem.Invalid(JsonFaults(DefinitionBody.Faults(reading, "")));
    }

    private static QuestionContext Preview(SurveyView view, string? wanted)
    {
        var language = view.Draft.Languages.FirstOrDefault(known => known == wanted) ?? view.Draft.Languages.DefaultIfEmpty("en").First();
        return new()
        {
            Survey = CompiledSurvey.Compile(view.Draft),
            Language = language,
            Words = KnownLanguages.For(language).Answering,
            Fields = new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    private static string MarkOf(SurveyView view) => EditDraft.Mark(view.Draft);

    private static IResult Settings(
        InitiativeFrame frame,
        SurveyView view,
        PostedForm form,
        string mark,
        Problem? problem = null,
        PostedForm? theirs = null
    ) =>
        HttpResults.Page<SettingsPage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Frame = frame,
                Survey = view,
                Form = form,
                Mark = mark,
                Theirs = theirs,
                Faults = PageFaults.Of(problem),
            }
        );

    private static IResult Json(InitiativeFrame frame, SurveyView view, PostedForm form, Problem? problem = null) =>
        HttpResults.Page<JsonPage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Frame = frame,
                Survey = view,
                Form = form,
                Faults = JsonFaults(problem),
            }
        );

    private static PostedForm JsonForm(SurveyView view) =>
        Forms.Of(
            new()
            {
                ["definition"] = SurveyJson.Write(view.Draft, indented: true),
                ["revision"] = view.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
        );

    // On a page of text the path is said, and the link leads to the one field.
    private static List<Fault> JsonFaults(Problem? problem) =>
        [
            .. PageFaults
                .Of(problem)
                .Select(fault => new Fault(
                    "definition",
                    fault.Code,
                    fault.Path.Length == 0 ? fault.Message : $"{fault.Path}: {fault.Message}"
                )),
        ];

    private static Task<IResult> Listening(SurveyRequest request, Func<SurveyPlace, Task<Result<Done>>> change) =>
        request.Post<Done>(
            Permission.PublishSurvey,
            // Closed twice, or opened twice: it is as wanted.
            async place =>
                await change(place) is { Problem: not Problem.Conflict and { } problem } ? problem : Done.It,
            (place, _) => $"{place.InitiativeBase}/listen#s-{place.Id}",
            (_, _, problem) => Task.FromResult(HttpResults.PageOf(problem))
        );
}
