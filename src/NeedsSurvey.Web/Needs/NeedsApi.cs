using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Domain.Initiatives;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Needs;

/// <summary>Stage 2 as JSON: rankings, the codebook, open answers, prediction, who was heard.</summary>
internal static class NeedsApi
{
    public static void MapNeedsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/initiatives/{initiative:guid}").WithTags("Needs");

        api.MapGet(
                "/needs",
                async (
                    Guid initiative,
                    Actor actor,
                    RankNeeds rank,
                    CancellationToken cancellation,
                    string? method = null,
                    string? cut = null
                ) => (await rank.Run(actor, initiative, method, cut, cancellation)).Then(Answer).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The needs, ranked by every method the answers allow, and which ranks they allow each need.");

        api.MapGet("/codebook", async (Guid initiative, Actor actor, ReadCodebook read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The needs with their definitions, merged ones included.");

        api.MapPost(
                "/codebook",
                async (Guid initiative, CatalogueBody body, Actor actor, AdoptCatalogue adopt, CancellationToken cancellation) =>
                    (await adopt.Run(actor, initiative, body.Catalogue, cancellation)).Then(added => new { added }).Json()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Bring a catalogue's needs into the codebook; needs that are there keep their words.");

        api.MapPut(
                "/codebook/{name}",
                async (
                    Guid initiative,
                    string name,
                    EditNeed.Command command,
                    Actor actor,
                    EditNeed edit,
                    CancellationToken cancellation
                ) => (await edit.Run(actor, initiative, name, command, cancellation)).Empty()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Add a need or change its words.");

        api.MapPut(
                "/codebook/{name}/merged-into",
                async (Guid initiative, string name, MergeBody body, Actor actor, MergeNeed merge, CancellationToken cancellation) =>
                    (await merge.Run(actor, initiative, name, body.Into, cancellation)).Empty()
            )
            .Requires(Permission.EditNeeds)
            .WithSummary("Merge a need into another, or (null) let it stand for itself again.");

        api.MapGet(
                "/open-answers",
                async (
                    Guid initiative,
                    Actor actor,
                    ReadOpenAnswers read,
                    CancellationToken cancellation,
                    bool unread = false,
                    string? need = null,
                    string? after = null
                ) => (await read.Run(actor, initiative, unread, need, after, cancellation: cancellation)).Json()
            )
            .Requires(Permission.Code)
            .WithSummary("Open answers with your own codings, without the rest of the response.");

        api.MapPut(
                "/open-answers/{survey:guid}/{response:guid}/{field}",
                async (
                    Guid initiative,
                    Guid survey,
                    Guid response,
                    string field,
                    CodesBody body,
                    Actor actor,
                    CodeAnswer code,
                    CancellationToken cancellation
                ) => (await code.Run(actor, initiative, new(survey, response, field, body.Codes), cancellation)).Empty()
            )
            .Requires(Permission.Code)
            .WithSummary("Your reading of one open answer: the needs it states. Replaces your earlier reading.");

        api.MapGet("/coding-agreement", async (Guid initiative, Actor actor, ReadCodingAgreement read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("How far coders agree where two or more read the same answers.");

        api.MapPost(
                "/prediction",
                async (Guid initiative, PredictionBody body, Actor actor, LockPrediction lockIt, CancellationToken cancellation) =>
                    (await lockIt.Run(actor, initiative, body.Ranking, cancellation)).Empty()
            )
            .Requires(Permission.EditInitiative)
            .WithSummary("Lock what staff expect, once, before the first response.");

        api.MapGet(
                "/hearing-gap",
                async (Guid initiative, Actor actor, ReadHearingGap read, CancellationToken cancellation, string? method = null) =>
                    (await read.Run(actor, initiative, method, cancellation))
                        .Then(view => new
                        {
                            view.Locked,
                            view.LockedBy,
                            view.LockedAt,
                            view.Figures?.Note,
                            Method = view.Figures?.Chosen?.Code,
                            view.Gap,
                        })
                        .Json()
            )
            .Requires(Permission.View)
            .WithSummary("What staff expected beside what people said.");

        api.MapGet("/representation", async (Guid initiative, Actor actor, ReadRepresentation read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("Who was heard and who was not, by every group question.");
    }

    private static object Answer(NeedFigures rankings) =>
        new
        {
            rankings.Note,
            rankings.Responses,
            ReadStories = rankings.Stories.Read,
            UnreadStories = rankings.Stories.Unread,
            rankings.Chosen,
            rankings.Confidence,
            Precision = rankings.Design.PrecisionSentence(),
            rankings.Standing,
            rankings.Map,
            Offered = rankings.All.Select(ranking => new
            {
                ranking.Code,
                ranking.Name,
                ranking.Explanation,
            }),
            rankings.All,
        };

    /// <param name="Catalogue">neighbourhood, cultural-participation or safety-and-justice.</param>
    internal sealed record CatalogueBody(string Catalogue);

    internal sealed record MergeBody(string? Into);

    internal sealed record CodesBody(IReadOnlyList<CodeAnswer.Code> Codes);

    internal sealed record PredictionBody(IReadOnlyList<string> Ranking);
}
