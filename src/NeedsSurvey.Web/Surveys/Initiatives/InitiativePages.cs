using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Web.Accounts;

namespace NeedsSurvey.Web.Surveys.Initiatives;

/// <summary>The pages of an organisation's initiatives, and of the first stage but for its surveys.</summary>
internal static class InitiativePages
{
    public static void MapInitiativePages(this IEndpointRouteBuilder app)
    {
        var organisation = app.Pages("/o/{org}");

        organisation.MapGet("/", async (string org, string? after, Actor actor, ListInitiatives list, CancellationToken ct) =>
            (await list.Run(actor, org, after, 24, ct)).Succeeded(out var listing, out var problem)
                ? Answers.Page<OrganisationPage>(new { Listing = listing, MayBegin = actor.May(Permission.EditInitiative, listing.Organisation.Id) })
                : Answers.PageOf(problem)).Needs(Permission.View);

        organisation.MapGet("/initiatives/new", async (string org, Actor actor, FindOrganisation find, CancellationToken ct) =>
            (await find.Run(actor, Permission.EditInitiative, org, ct)).Succeeded(out var found, out var problem)
                ? Answers.Page<NewInitiativePage>(new { Organisation = found, Form = InitiativeForm.Blank })
                : Answers.PageOf(problem)).Needs(Permission.EditInitiative);

        organisation.MapPost("/initiatives/new", async (string org, PostedForm form, Actor actor, FindOrganisation find, CreateInitiative create, CancellationToken ct) =>
        {
            if (!(await find.Run(actor, Permission.EditInitiative, org, ct)).Succeeded(out var found, out var refusal)) return Answers.PageOf(refusal);
            var made = InitiativeForm.Read(form).Succeeded(out var fields, out var problem) ? await create.Run(actor, org, fields, ct) : problem;
            return made.Succeeded(out var initiative, out problem)
                ? Results.LocalRedirect($"/o/{found.Slug}/{initiative.Slug}")
                : Answers.Page<NewInitiativePage>(Answers.StatusOf(problem), new { Organisation = found, Form = form, Faults = PageFaults.Of(problem) });
        }).Needs(Permission.EditInitiative);

        var initiative = app.Pages("/o/{org}/{initiative}");

        initiative.MapGet("/", ([AsParameters] AtInitiative at) =>
            at.Show(Permission.View, (frame, view) => Answers.Page<InitiativeHomePage>(new { Frame = frame, View = view }))).Needs(Permission.View);

        initiative.MapGet("/listen", ([AsParameters] AtInitiative at, string? published) =>
            at.Show(Permission.View, (frame, view) => Answers.Page<ListenPage>(new { Frame = frame, View = view, Published = published }))).Needs(Permission.View);
    }
}
