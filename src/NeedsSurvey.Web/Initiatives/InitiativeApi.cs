using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>Initiatives as JSON.</summary>
internal static class InitiativeApi
{
    private const string List = "/organisations/{org}/initiatives";
    private const string One = "/initiatives/{initiative:guid}";

    public static void MapInitiativeApi(this IEndpointRouteBuilder app)
    {
        var api = app.Api().WithTags("Initiatives");

        api.MapGet(
                List,
                async (
                    string org,
                    Actor actor,
                    ListInitiatives list,
                    CancellationToken cancellation,
                    string? after = null,
                    int limit = 50
                ) =>
                    (await list.Run(actor, org, after, limit, cancellation))
                        .Then(page => new ListResource<InitiativeCard>(page.Items, page.Next))
                        .Ok()
            )
            .Requires(Permission.View)
            .WithName("listInitiatives")
            .WithSummary("An organisation's initiatives, newest first.");

        api.MapPost(
                List,
                async (string org, InitiativeFields fields, Actor actor, CreateInitiative create, CancellationToken cancellation) =>
                    (await create.Run(actor, org, fields, cancellation)).Created(made => $"/api/v1/initiatives/{made.Id}")
            )
            .Requires(Permission.EditInitiative)
            .WithName("createInitiative")
            .WithSummary("Begin an initiative.");

        api.MapGet(
                List + "/{initiative}",
                async (
                    string org,
                    string initiative,
                    HttpResponse response,
                    Actor actor,
                    ReadInitiative read,
                    CancellationToken cancellation
                ) => (await read.Run(actor, org, initiative, cancellation)).With(response, Revisions).Then(InitiativeResource.Of).Ok()
            )
            .Requires(Permission.View)
            .WithName("findInitiative")
            .WithSummary("An initiative by the addresses of its pages.");

        api.MapGet(One, async (Guid initiative, HttpResponse response, Actor actor, ReadInitiative read, CancellationToken cancellation) =>
                (await read.Run(actor, initiative, cancellation)).With(response, Revisions).Then(InitiativeResource.Of).Ok()
            )
            .Requires(Permission.View)
            .WithName("getInitiative")
            .WithSummary("An initiative with its community, margins and surveys.");

        api.MapPut(
                One,
                async (
                    Guid initiative,
                    BegunFrom begun,
                    InitiativeFields fields,
                    Actor actor,
                    EditInitiative edit,
                    CancellationToken cancellation
                ) => (await edit.Run(actor, initiative, fields, cancellation, begun.Part(0))).NoContent()
            )
            .Requires(Permission.EditInitiative)
            .TakesRevision(isRequired: false, "the initiative")
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("updateInitiative")
            .WithSummary("Replace what is said about an initiative.");

        api.MapPut(
                One + "/margins",
                async (Guid initiative, BegunFrom begun, MarginsBody body, Actor actor, SetMargins set, CancellationToken cancellation) =>
                    (await set.Run(actor, initiative, body.Margins, cancellation, begun.Part(1))).NoContent()
            )
            .Requires(Permission.EditInitiative)
            .TakesRevision(isRequired: false, "the initiative")
            .Refuses(StatusCodes.Status409Conflict)
            .WithName("setMargins")
            .WithSummary("Replace the known shares of the community; the shares of one group sum to 1.");
    }

    // Words and shares are changed apart, so that a change of one does not refuse one of the other.
    private static string Revisions(InitiativeView view) => $"{view.Revision}-{view.MarginsRevision}";

    internal sealed record MarginsBody(IReadOnlyList<Margin> Margins);
}
