using System.Text.Json;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A draft changed piece by piece, by several people at once: edits, taking back, doing again, and what was changed.</summary>
internal static class DraftEditApi
{
    private const string Draft = "/surveys/{survey}/draft";

    public static void MapDraftEditApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api().WithTags("Surveys");

        api.MapPost(
                Draft + "/edits",
                async (
                    string survey,
                    EditsBody body,
                    HttpResponse response,
                    Actor actor,
                    FindSurvey find,
                    EditDraft edit,
                    CancellationToken cancellation
                ) =>
                {
                    // A stranger's body is not worth reading.
                    if ((await find.Run(actor, Permission.EditSurvey, survey, cancellation)).Problem is { } refusal)
                        return Edited(refusal, response);
                    var (edits, faults) = DraftEditJson.Read(body.Edits);
                    return Edited(
                        edits is null
                            ? new Problem.Invalid([.. faults.Select(fault => new Fault(fault.Path, fault.Code, fault.Message))])
                            : await edit.Run(actor, survey, edits, cancellation),
                        response
                    );
                }
            )
            .Requires(Permission.EditSurvey)
            .TakesDefinitions()
            .HasBody<EditsBody>("""{"edits": [{"op": "change", "name": "story", "patch": {"label": {"en": "What is going on?"}}}]}""")
            .WithName("editDraft")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Change the draft piece by piece: all of these edits, or none (survey-format.md, “Edits”).");

        Undoing("undo", again: false, "Take back your newest change of the draft; what others changed meanwhile stays.");
        Undoing("redo", again: true, "Do again what you took back last.");

        api.MapGet(
                Draft + "/changes",
                async (string survey, int? after, Actor actor, ListDraftChanges list, CancellationToken cancellation) =>
                    (await list.Run(actor, survey, after ?? 0, cancellation)).Then(ChangesResource.Of).Ok()
            )
            .Requires(Permission.EditSurvey)
            .WithName("listDraftChanges")
            .WithSummary("What was changed in the draft after a revision, by whom; newest first, at most 100.");

        void Undoing(string verb, bool again, string summary) =>
            api.MapPost(
                    $"{Draft}/{verb}",
                    async (string survey, HttpResponse response, Actor actor, UndoDraft undo, CancellationToken cancellation) =>
                        Edited(await undo.Run(actor, survey, again, cancellation), response)
                )
                .Requires(Permission.EditSurvey)
                .WithName(verb + "Edit")
                .Refuses(StatusCodes.Status409Conflict)
                .WithSummary(summary);
    }

    private static OkOrProblem<EditedResource> Edited(Result<EditDraft.Edited> edited, HttpResponse response) =>
        edited
            .Then(done =>
            {
                response.Headers.ETag = $"\"{done.Revision}\"";
                return new EditedResource(done.Revision, done.Focus);
            })
            .Ok();

    /// <summary>Edits as they are sent.</summary>
    /// <param name="Edits">Each with its <c>op</c>.</param>
    internal sealed record EditsBody(JsonElement Edits);

    /// <param name="Revision">The draft's revision now.</param>
    /// <param name="Focus">Name of the item to look at next; null for edits of the whole survey.</param>
    internal sealed record EditedResource(int Revision, string? Focus);

    /// <param name="Revision">The draft's revision now.</param>
    /// <param name="MayUndo">Whether there is a change of yours to take back.</param>
    /// <param name="MayRedo">Whether there is one to do again.</param>
    internal sealed record ChangesResource(int Revision, bool MayUndo, bool MayRedo, IReadOnlyList<ChangeResource> Changes)
    {
        public static ChangesResource Of(DraftChanges changes) =>
            new(
                changes.Revision,
                changes.Mine.Undo is not null,
                changes.Mine.Redo is not null,
                [
                    .. changes.Changes.Select(change => new ChangeResource(
                        change.Revision,
                        change.At,
                        change.By,
                        change.IsMine,
                        change.Undoes,
                        JsonElement.Parse(DraftEditJson.Write(change.Edits))
                    )),
                ]
            );
    }

    /// <param name="Revision">The draft's revision after the change.</param>
    /// <param name="By">Who made it.</param>
    /// <param name="IsYours">Whether that is you.</param>
    /// <param name="Undoes">The revision whose change this one took back.</param>
    /// <param name="Edits">What was done.</param>
    internal sealed record ChangeResource(int Revision, DateTimeOffset At, string By, bool IsYours, int? Undoes, JsonElement Edits);
}
