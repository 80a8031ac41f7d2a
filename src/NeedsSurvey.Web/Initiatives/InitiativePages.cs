using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>The pages of an organisation's initiatives, and of the first stage but for its surveys.</summary>
internal static class InitiativePages
{
    public static void MapInitiativePages(this IEndpointRouteBuilder app)
    {
        var organisation = app.Pages("/o/{org}");

        organisation
            .MapGet("/", async (string org, string? after, Actor actor, ListInitiatives list, CancellationToken cancellation) => (
                    await list.Run(actor, org, after, 24, cancellation)
                ).Succeeded(out var listing, out var problem)
                    ? HttpResults.Page<OrganisationPage>(
                        new
                        {
                            Listing = listing,
                            MayBegin = actor.May(Permission.EditInitiative, listing.Organisation.Id),
                            MayCode = actor.May(Permission.Code, listing.Organisation.Id),
                        }
                    )
                    : HttpResults.PageOf(problem))
            .Requires(Permission.View);

        organisation
            .MapGet("/initiatives/new", async (string org, Actor actor, FindOrganisation find, CancellationToken cancellation) =>
                (await find.Run(actor, Permission.EditInitiative, org, cancellation)).Succeeded(out var found, out var problem)
                    ? HttpResults.Page<NewInitiativePage>(new { Organisation = found, Form = InitiativeForm.Blank })
                    : HttpResults.PageOf(problem)
            )
            .Requires(Permission.EditInitiative);

        organisation
            .MapPost(
                "/initiatives/new",
                async (
                    string org,
                    PostedForm form,
                    Actor actor,
                    FindOrganisation find,
                    CreateInitiative create,
                    CancellationToken cancellation
                ) =>
                {
                    if (!(await find.Run(actor, Permission.EditInitiative, org, cancellation)).Succeeded(out var found, out var refusal))
                        return HttpResults.PageOf(refusal);
                    var made = InitiativeForm.Read(form).Succeeded(out var fields, out var problem)
                        ? await create.Run(actor, org, fields, cancellation)
                        : problem;
                    return made.Succeeded(out var initiative, out problem)
                        ? HttpResults.RedirectTo($"/o/{found.Slug}/{initiative.Slug}")
                        : HttpResults.Page<NewInitiativePage>(
                            HttpResults.StatusOf(problem),
                            new
                            {
                                Organisation = found,
                                Form = form,
                                Faults = PageFaults.Of(problem),
                            }
                        );
                }
            )
            .Requires(Permission.EditInitiative);

        var initiative = app.Pages("/o/{org}/{initiative}");

        initiative
            .MapGet("/", ([AsParameters] InitiativeRequest request) =>
                request.Page(Permission.View, (frame, view) => HttpResults.Page<InitiativeHomePage>(new { Frame = frame, View = view }))
            )
            .Requires(Permission.View);

        initiative
            .MapGet("/listen", ([AsParameters] InitiativeRequest request, string? published) =>
                request.Page(Permission.View, (frame, view) => HttpResults.Page<ListenPage>(
                        new
                        {
                            Frame = frame,
                            View = view,
                            Published = published,
                        }
                    ))
            )
            .Requires(Permission.View);
    }
}
