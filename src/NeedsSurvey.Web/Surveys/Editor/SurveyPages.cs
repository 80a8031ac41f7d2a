using NeedsSurvey.App;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Reports;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Accounts;
using NeedsSurvey.Web.Pages.Questions;
using NeedsSurvey.Web.Pages.Words;

namespace NeedsSurvey.Web.Surveys.Editor;

/// <summary>A survey as a whole: beginning, outline, settings, JSON, checking, publishing, closing. Its questions are in <see cref="QuestionPages"/>.</summary>
internal static class SurveyPages
{
    public static void MapSurveyPages(this IEndpointRouteBuilder app)
    {
        var surveys = app.Pages("/o/{org}/{initiative}/surveys");

        surveys.MapGet("/new", ([AsParameters] AtInitiative at) =>
            at.Show(Permission.EditSurvey, (frame, view) => Answers.Page<NewSurveyPage>(new { Frame = frame, view.Surveys }))).Needs(Permission.EditSurvey);

        surveys.MapPost("/new", ([AsParameters] AtInitiative at, PostedForm form, CreateSurvey create) => at.Show(Permission.EditSurvey, async (frame, view) =>
        {
            var made = NewSurvey(form).Succeeded(out var command, out var problem) ? await create.Run(at.Actor, frame.InitiativeId, command, at.Ct) : problem;
            return made.Succeeded(out var survey, out problem)
                ? Results.LocalRedirect($"{frame.Base}/surveys/{survey.Slug}")
                : Answers.Page<NewSurveyPage>(Answers.StatusOf(problem), new { Frame = frame, view.Surveys, Form = form, Faults = PageFaults.Of(problem) });
        })).Needs(Permission.EditSurvey);

        var survey = app.Pages("/o/{org}/{initiative}/surveys/{survey}");

        survey.MapGet("/", ([AsParameters] AtSurvey at, string? removed, ListRemovedItems list) =>
            at.Show(Permission.View, (frame, view) => Show(at, list, frame, view, justRemoved: removed is not null))).Needs(Permission.View);

        survey.MapGet("/delete", ([AsParameters] AtSurvey at) => at.Show(Permission.EditSurvey, (frame, view) =>
            Answers.Page<DeleteSurveyPage>(new { Frame = frame, Survey = view }))).Needs(Permission.EditSurvey);

        survey.MapPost("/delete", ([AsParameters] AtSurvey at, DeleteSurvey delete) => at.Show(Permission.EditSurvey, async (frame, view) =>
            (await delete.Run(at.Actor, at.Survey, at.Ct)).Problem is { } problem
                ? Answers.Page<DeleteSurveyPage>(Answers.StatusOf(problem), new { Frame = frame, Survey = view, Faults = PageFaults.Of(problem) })
                : Results.LocalRedirect(frame.Base + "/listen"))).Needs(Permission.EditSurvey);

        survey.MapGet("/preview", ([AsParameters] AtSurvey at, string? language) => at.Show(Permission.View, (frame, view) =>
            Answers.Page<PreviewPage>(new { Frame = frame, Survey = view, In = Preview(view, language) }))).Needs(Permission.View);

        survey.MapGet("/settings", ([AsParameters] AtSurvey at) => at.Show(Permission.EditSurvey, (frame, view) =>
            Answers.Page<SettingsPage>(new { Frame = frame, Survey = view, Form = SurveySettings.Of(view.Draft), Mark = EditDraft.Mark(view.Draft, new DraftEdit.Dress(view.Draft)) })))
            .Needs(Permission.EditSurvey);

        survey.MapPost("/settings", ([AsParameters] AtSurvey at, PostedForm form, EditDraft edit) => at.Show(Permission.EditSurvey, async (frame, view) =>
        {
            if (FormRows.Act(form) is { } redrawn) return Answers.Page<SettingsPage>(new { Frame = frame, Survey = view, Form = redrawn, Mark = form["mark"] });
            var saved = SurveySettings.Read(form, view.Draft).Succeeded(out var settings, out var problem)
                ? await edit.Run(at.Actor, at.Survey, new DraftEdit.Dress(settings), form["mark"], at.Ct) : problem;
            return saved.Problem is null ? Results.LocalRedirect($"{frame.Base}/surveys/{view.Slug}")
                : Answers.Page<SettingsPage>(Answers.StatusOf(saved.Problem), new
                {
                    Frame = frame, Survey = view, Form = form, Mark = saved.Problem is Problem.Conflict ? EditDraft.Mark(view.Draft, new DraftEdit.Dress(view.Draft)) : form["mark"],
                    Theirs = saved.Problem is Problem.Conflict ? SurveySettings.Of(view.Draft) : null, Faults = PageFaults.Of(saved.Problem),
                });
        })).Needs(Permission.EditSurvey);

        survey.MapGet("/json", ([AsParameters] AtSurvey at) => at.Show(Permission.EditSurvey, (frame, view) =>
            Answers.Page<JsonPage>(new { Frame = frame, Survey = view, Form = JsonForm(view) }))).Needs(Permission.EditSurvey);

        survey.MapPost("/json", ([AsParameters] AtSurvey at, PostedForm form, SaveDraft save) => at.Show(Permission.EditSurvey, async (frame, view) =>
        {
            var reading = SurveyJson.Read(form["definition"]);
            var saved = !reading.Ok ? DefinitionBody.Faults(reading, "")
                : await save.Run(at.Actor, at.Survey, reading.Definition, int.TryParse(form["revision"], out var revision) ? revision : 0, at.Ct);
            if (saved.Problem is null) return Results.LocalRedirect($"{frame.Base}/surveys/{view.Slug}");
            // After a conflict the form goes on from the draft as it is now, with one's own text still in it.
            var again = saved.Problem is Problem.Conflict ? Forms.Of(new() { ["definition"] = form["definition"], ["revision"] = JsonForm(view)["revision"] }) : form;
            return Answers.Page<JsonPage>(Answers.StatusOf(saved.Problem), new { Frame = frame, Survey = view, Form = again, Faults = JsonFaults(saved.Problem) });
        })).Needs(Permission.EditSurvey);

        survey.MapGet("/publish", ([AsParameters] AtSurvey at, CheckSurvey check) => at.Show(Permission.PublishSurvey, async (frame, view) =>
            (await check.Of(at.Actor, view, at.Ct)).Succeeded(out var report, out var problem)
                ? Answers.Page<PublishPage>(new { Frame = frame, Survey = view, Report = report })
                : Answers.PageOf(problem))).Needs(Permission.PublishSurvey);

        survey.MapPost("/publish", ([AsParameters] AtSurvey at, PostedForm form, PublishSurvey publish, AdoptSurveyNeeds adopt, CheckSurvey check) =>
            at.Show(Permission.PublishSurvey, async (frame, view) =>
            {
                var command = new PublishSurvey.Command(int.TryParse(form["revision"], out var revision) ? revision : null, form.Has("confirm_splits"));
                var published = await publish.Run(at.Actor, at.Survey, command, at.Ct);
                if (published.Problem is null) published = (await adopt.Run(at.Actor, view.Id, at.Ct)).Then(_ => published.Value!);
                if (published.Problem is not { } problem) return Results.LocalRedirect($"{frame.Base}/listen?published={view.Slug}");
                return (await check.Of(at.Actor, view, at.Ct)).Succeeded(out var report, out var refusal)
                    ? Answers.Page<PublishPage>(Answers.StatusOf(problem), new { Frame = frame, Survey = view, Report = report, Form = form, Faults = PageFaults.Of(problem) })
                    : Answers.PageOf(refusal);
            })).Needs(Permission.PublishSurvey);

        survey.MapPost("/close", ([AsParameters] AtSurvey at, CloseSurvey close) => at.Show(Permission.PublishSurvey, async (frame, view) =>
            Listening(frame.Base, view, (await close.Run(at.Actor, at.Survey, at.Ct)).Problem))).Needs(Permission.PublishSurvey);

        survey.MapPost("/reopen", ([AsParameters] AtSurvey at, ReopenSurvey reopen) => at.Show(Permission.PublishSurvey, async (frame, view) =>
            Listening(frame.Base, view, (await reopen.Run(at.Actor, at.Survey, at.Ct)).Problem))).Needs(Permission.PublishSurvey);
    }

    /// <summary>The outline, for editors with what was removed from it lately.</summary>
    public static async Task<IResult> Show(AtSurvey at, ListRemovedItems list, InitiativeFrame frame, SurveyView view, bool justRemoved = false, Problem? problem = null)
    {
        IReadOnlyList<RemovedItem> removed = [];
        if (at.Actor.May(Permission.EditSurvey, frame.OrganisationId) && !(await list.Run(at.Actor, at.Survey, view.Draft, at.Ct)).Succeeded(out removed!, out var refusal)) return Answers.PageOf(refusal);
        return Answers.Page<OutlinePage>(problem is null ? StatusCodes.Status200OK : Answers.StatusOf(problem),
            new { Frame = frame, Survey = view, Removed = removed, JustRemoved = justRemoved, Faults = PageFaults.Of(problem) });
    }

    private static Result<CreateSurvey.Command> NewSurvey(PostedForm form)
    {
        if (form["from"] == "copy") return new CreateSurvey.Command(CopyOf: form["copy"]);
        if (form["from"] != "definition") return new CreateSurvey.Command(form["title"], Template: form["template"] is { Length: > 0 } key ? key : null);
        var reading = SurveyJson.Read(form["definition"]);
        return reading.Ok ? new CreateSurvey.Command(Definition: reading.Definition) : new Problem.Invalid(JsonFaults(DefinitionBody.Faults(reading, "")));
    }

    private static Asking Preview(SurveyView view, string? wanted)
    {
        var language = view.Draft.Languages.FirstOrDefault(known => known == wanted) ?? view.Draft.Languages.DefaultIfEmpty("en").First();
        return new()
        {
            Survey = CompiledSurvey.Compile(view.Draft), Language = language, Words = AnsweringWords.For(language), Fields = new Dictionary<string, IReadOnlyList<string>>(),
        };
    }

    private static PostedForm JsonForm(SurveyView view) => Forms.Of(new()
    {
        ["definition"] = SurveyJson.Write(view.Draft, indented: true), ["revision"] = view.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture),
    });

    // On a page of text the path is said, and the link leads to the one field.
    private static List<Fault> JsonFaults(Problem problem) =>
        [.. PageFaults.Of(problem).Select(fault => new Fault("definition", fault.Code, fault.Path.Length == 0 ? fault.Message : $"{fault.Path}: {fault.Message}"))];

    // Closed twice, or opened twice: it is as wanted.
    private static IResult Listening(string initiative, SurveyView view, Problem? problem) =>
        problem is null or Problem.Conflict ? Results.LocalRedirect($"{initiative}/listen#s-{view.Id}") : Answers.PageOf(problem);
}
