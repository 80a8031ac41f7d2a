using NeedsSurvey.App;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Results;
using NeedsSurvey.Web.Hosting;
using NeedsSurvey.Web.Initiatives;

namespace NeedsSurvey.Web.Needs;

/// <summary>Stage 2 as JSON: rankings, the codebook, open answers, prediction, who was heard.</summary>
internal static class NeedsApi
{
    public static void MapNeedsApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api("/initiatives/{initiative:guid}").WithTags("Needs");

        api.MapGet("/needs", async ([AsParameters] InitiativeCall call, RankNeeds rank, string? method = null, string? cut = null) =>
                (await rank.Run(call.Actor, call.Initiative, method, cut, call.Cancellation)).Then(NeedsResource.Of).Ok()
            )
            .Requires(Permission.View)
            .WithName("getNeeds")
            .WithSummary("The needs, ranked by every method the answers allow, and which ranks they allow each need.")
            .WithDescription(
                "Of an open link, and where the sample design does not fit the answers, nothing is said of people who did not answer: "
                    + "\"confidence\" is null, and \"whyNoConfidence\" says why. \"close\" names neighbours in the order whose scores lie "
                    + "near each other."
            );

        api.MapGet("/codebook", async ([AsParameters] InitiativeCall call, ReadCodebook read) =>
                (await read.Run(call.Actor, call.Initiative, call.Cancellation)).Then(ListResource.Whole).Ok()
            )
            .Requires(Permission.View)
            .WithName("listCodebook")
            .WithSummary("The needs with their definitions, merged ones included.");

        api.MapPost("/codebook", async ([AsParameters] InitiativeCall call, CatalogueBody body, AdoptCatalogue adopt) =>
                (await adopt.Run(call.Actor, call.Initiative, body.Catalogue, call.Cancellation))
                    .Then(added => new CatalogueResource(added))
                    .Ok()
            )
            .Requires(Permission.EditNeeds)
            .WithName("adoptCatalogue")
            .WithSummary("Bring a catalogue's needs into the codebook; needs that are there keep their words.");

        api.MapPut(
                "/codebook/{name}",
                async ([AsParameters] InitiativeCall call, string name, BegunFrom begun, EditNeed.Command command, EditNeed edit) =>
                    (
                        await edit.Run(call.Actor, call.Initiative, name, command with { Version = begun.Version }, call.Cancellation)
                    ).NoContent()
            )
            .Requires(Permission.EditNeeds)
            .TakesRevision(isRequired: false, "the need (its version in the codebook)")
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("saveNeed")
            .WithSummary("Add a need or change its words.");

        api.MapPut(
                "/codebook/{name}/merged-into",
                async ([AsParameters] InitiativeCall call, string name, MergeBody body, MergeNeed merge) =>
                    (await merge.Run(call.Actor, call.Initiative, name, body.Into, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditNeeds)
            .WithName("mergeNeed")
            .WithSummary("Merge a need into another, or (null) let it stand for itself again.");

        api.MapGet(
                "/open-answers",
                async (
                    [AsParameters] InitiativeCall call,
                    ReadOpenAnswers read,
                    bool unread = false,
                    string? need = null,
                    string? after = null
                ) => (await read.Run(call.Actor, call.Initiative, unread, need, after, cancellation: call.Cancellation)).Ok()
            )
            .Requires(Permission.Code)
            .WithName("listOpenAnswers")
            .WithSummary("Open answers with your own codings, without the rest of the response.");

        api.MapPut(
                "/open-answers/{survey:guid}/{response:guid}/{field}",
                async ([AsParameters] InitiativeCall call, Guid survey, Guid response, string field, CodesBody body, CodeAnswer code) =>
                    (await code.Run(call.Actor, call.Initiative, new(survey, response, field, body.Codes), call.Cancellation)).NoContent()
            )
            .Requires(Permission.Code)
            .WithName("codeAnswer")
            .WithSummary("Your reading of one open answer: the needs it states. Replaces your earlier reading.");

        api.MapGet("/coding-agreement", async ([AsParameters] InitiativeCall call, ReadCodingAgreement read) =>
                (await read.Run(call.Actor, call.Initiative, call.Cancellation)).Then(CodingAgreementResource.Of).Ok()
            )
            .Requires(Permission.Code)
            .WithName("listCodingAgreement")
            .WithSummary("How far coders agree where two or more read the same answers.");

        api.MapPost("/prediction", async ([AsParameters] InitiativeCall call, PredictionBody body, LockPrediction lockIt) =>
                (await lockIt.Run(call.Actor, call.Initiative, body.Ranking, call.Cancellation)).NoContent()
            )
            .Requires(Permission.EditInitiative)
            .WithName("lockPrediction")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Lock what staff expect, once, before the first response.");

        api.MapGet("/hearing-gap", async ([AsParameters] InitiativeCall call, ReadHearingGap read, string? method = null) =>
                (await read.Run(call.Actor, call.Initiative, method, call.Cancellation)).Then(HearingGapResource.Of).Ok()
            )
            .Requires(Permission.View)
            .WithName("getHearingGap")
            .WithSummary("What staff expected beside what people said.");

        api.MapGet("/representation", async ([AsParameters] InitiativeCall call, ReadRepresentation read) =>
                (await read.Run(call.Actor, call.Initiative, call.Cancellation)).Then(ListResource.Whole).Ok()
            )
            .Requires(Permission.View)
            .WithName("listRepresentation")
            .WithSummary("Who was heard and who was not, by every group question.");
    }

    /// <param name="Catalogue">neighbourhood, cultural-participation, safety-and-justice, displacement or health.</param>
    internal sealed record CatalogueBody(string Catalogue);

    internal sealed record MergeBody(string? Into);

    internal sealed record CodesBody(IReadOnlyList<CodeAnswer.Code> Codes);

    internal sealed record PredictionBody(IReadOnlyList<string> Ranking);
}
