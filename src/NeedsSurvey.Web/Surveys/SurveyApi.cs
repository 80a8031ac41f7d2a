using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Surveys;

/// <summary>Surveys as JSON: templates, drafts with their revision as ETag, publishing.</summary>
internal static class SurveyApi
{
    private const string One = "/surveys/{survey}";

    public static void MapSurveyApi(this IEndpointRouteBuilder app)
    {
        app.Public("/api/v1")
            .MapGet("/templates", () =>
                TypedResults.Ok(ListResource.Whole<TemplateResource>([.. SeedLibrary.Templates.Select(TemplateResource.Of)]))
            )
            .WithTags("Surveys")
            .WithName("listTemplates")
            .WithSummary("Questionnaires to begin from.");

        var api = app.Api().WithTags("Surveys");

        api.MapPost(
                "/initiatives/{initiative:guid}/surveys",
                async (
                    Guid initiative,
                    HttpRequest request,
                    Actor actor,
                    FindInitiative find,
                    CreateSurvey create,
                    CancellationToken cancellation
                ) =>
                {
                    // A stranger's body is not worth reading.
                    if ((await find.Run(actor, Permission.EditSurvey, initiative, cancellation)).Problem is { } refusal)
                        return Created(refusal);
                    return (await DefinitionBody.ReadNew(request, cancellation)).Succeeded(out var command, out var problem)
                        ? Created(await create.Run(actor, initiative, command, cancellation))
                        : Created(problem);
                }
            )
            .Requires(Permission.EditSurvey)
            .TakesDefinitions()
            .HasBody<NewSurveyBody>(
                """
                {"title": "Which needs?", "definition": {"title": "Which needs?", "questions": [
                  {"type": "text", "name": "story", "label": "What is going on?", "story": true},
                  {"type": "select_one", "name": "area", "label": "Where do you live?", "group_role": "area",
                   "choices": [{"name": "north", "label": "North"}, {"name": "south", "label": "South"}]}]}}
                """
            )
            .WithName("createSurvey")
            .WithSummary("Begin a survey: {title, definition}, {title, template} or {title, copyOf}.");

        api.MapGet(One, async (string survey, HttpResponse response, Actor actor, ReadSurvey read, CancellationToken cancellation) =>
                (await read.Run(actor, survey, cancellation)).Then(view => SurveyResource.Of(view, response)).Ok()
            )
            .Requires(Permission.View)
            .WithName("getSurvey")
            .WithSummary("A survey's draft, versions and state; the ETag is the draft's revision.");

        api.MapPut(
                One + "/draft",
                async (string survey, HttpRequest request, Actor actor, FindSurvey find, SaveDraft save, CancellationToken cancellation) =>
                {
                    if ((await find.Run(actor, Permission.EditSurvey, survey, cancellation)).Problem is { } refusal)
                        return Saved(refusal);
                    return (await DefinitionBody.ReadDraft(request, cancellation)).Succeeded(out var draft, out var problem)
                        ? Saved(await save.Run(actor, survey, draft.Definition, draft.Revision, cancellation))
                        : Saved(problem);

                    OkOrProblem<SavedResource> Saved(Result<SaveDraft.Saved> saved) =>
                        saved.Then(done => SavedResource.Of(done, request.HttpContext.Response)).Ok();
                }
            )
            .Requires(Permission.EditSurvey)
            .TakesDefinitions()
            .TakesRevision(isRequired: true, "the draft (its revision)")
            .HasBody<SurveyDefinition>(
                """{"title": "Which needs?", "questions": [{"type": "text", "name": "story", "label": "What is going on?"}]}"""
            )
            .WithName("saveDraft")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Replace the draft (whole), with If-Match: the revision it was made from.");

        api.MapDelete(One, async (string survey, Actor actor, DeleteSurvey delete, CancellationToken cancellation) =>
                (await delete.Run(actor, survey, cancellation)).NoContent()
            )
            .Requires(Permission.EditSurvey)
            .WithName("deleteSurvey")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Delete a survey that was never published.");

        api.MapGet(
                One + "/texts/{language}",
                async (string survey, string language, Actor actor, TranslateSurvey translate, CancellationToken cancellation) =>
                    (await translate.Read(actor, survey, language, cancellation)).Ok()
            )
            .Requires(Permission.TranslateSurvey)
            .WithName("getTexts")
            .Refuses(StatusCodes.Status400BadRequest)
            .WithSummary("The draft's words beside those of one other language.");

        api.MapPut(
                One + "/texts/{language}",
                async (
                    string survey,
                    string language,
                    TextsBody body,
                    Actor actor,
                    TranslateSurvey translate,
                    CancellationToken cancellation
                ) => (await translate.Run(actor, survey, language, body.Texts, cancellation)).Ok()
            )
            .Requires(Permission.TranslateSurvey)
            .WithName("translateTexts")
            .WithSummary(
                "Translate words of the draft, named by the original and by what they replace; those that fit nothing come back as "
                    + "unplaced."
            );

        api.MapGet(One + "/check", async (string survey, Actor actor, CheckSurvey check, CancellationToken cancellation) =>
                (await check.Run(actor, survey, cancellation)).Ok()
            )
            .Requires(Permission.View)
            .WithName("checkDraft")
            .WithSummary("What stops the draft from being published, and what deserves a look.");

        api.MapPost(One + "/close", async (string survey, Actor actor, CloseSurvey close, CancellationToken cancellation) =>
                (await close.Run(actor, survey, cancellation)).NoContent()
            )
            .Requires(Permission.PublishSurvey)
            .WithName("closeSurvey")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Take no more answers.");

        api.MapPost(One + "/reopen", async (string survey, Actor actor, ReopenSurvey reopen, CancellationToken cancellation) =>
                (await reopen.Run(actor, survey, cancellation)).NoContent()
            )
            .Requires(Permission.PublishSurvey)
            .WithName("reopenSurvey")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Take answers again.");
    }

    private static CreatedOrProblem<CreateSurvey.Created> Created(Result<CreateSurvey.Created> created) =>
        created.Created(made => $"/api/v1/surveys/{made.Id}");

    internal sealed record TextsBody(IReadOnlyList<Translation> Texts);
}
