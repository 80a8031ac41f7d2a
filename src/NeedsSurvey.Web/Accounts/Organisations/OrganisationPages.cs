using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>An organisation's settings (name, mission with pillars, or values) and its history.</summary>
public static class OrganisationPages
{
    public static void MapOrganisationPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages("/o/{org}");
        pages
            .MapGet("/settings", async (string org, string? saved, Actor actor, ReadOrganisation read, CancellationToken cancellation) => (
                    await read.Run(actor, org, cancellation)
                ).Succeeded(out var organisation, out var problem)
                    ? HttpResults.Page<SettingsPage>(
                        new
                        {
                            Organisation = organisation,
                            Edit = SettingsForm.Of(organisation),
                            Saved = saved is not null,
                            MayEdit = actor.May(Permission.EditOrganisation, organisation.Id),
                        }
                    )
                    : HttpResults.PageOf(problem))
            .Requires(Permission.View);

        pages
            .MapPost(
                "/settings",
                async (
                    string org,
                    Actor actor,
                    PostedForm form,
                    EditOrganisation edit,
                    ReadOrganisation read,
                    CancellationToken cancellation
                ) =>
                {
                    var command = SettingsForm.Read(form, out var save);
                    // Adding, moving and removing a row only redraws the form; nothing is stored before "Save".
                    var problem = save ? (await edit.Run(actor, org, command, cancellation)).Problem : null;
                    if (problem is not null && !PageFaults.StaysOnPage(problem))
                        return HttpResults.PageOf(problem);

                    if (save && problem is null)
                        return HttpResults.RedirectTo($"/o/{org}/settings?saved=1");

                    return (await read.Run(actor, org, Permission.EditOrganisation, cancellation)).Succeeded(
                        out var organisation,
                        out var refusal
                    )
                        ? HttpResults.Page<SettingsPage>(
                            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
                            new
                            {
                                Organisation = organisation,
                                Edit = command,
                                MayEdit = true,
                                Faults = PageFaults.Of(problem),
                            }
                        )
                        : HttpResults.PageOf(refusal);
                }
            )
            .Requires(Permission.EditOrganisation);

        pages
            .MapPost("/leave", async (string org, Actor actor, LeaveOrganisation leave, PeopleView view, CancellationToken cancellation) =>
                (await leave.Run(actor, org, cancellation)).Problem is { } problem
                    ? await view.Show(org, cancellation, problem)
                    : HttpResults.RedirectTo("/organisations")
            )
            .Requires(Permission.View);

        pages
            .MapGet(
                "/history",
                async (string org, string? cursor, Actor actor, FindOrganisation find, ReadAudit read, CancellationToken cancellation) =>
                    (await find.Run(actor, Permission.ReadAudit, org, cancellation)).Succeeded(out var organisation, out var problem)
                    && (await read.Run(actor, org, cursor, cancellation)).Succeeded(out var page, out problem)
                        ? HttpResults.Page<HistoryPage>(new { Organisation = organisation, Page = page })
                        : HttpResults.PageOf(problem!)
            )
            .Requires(Permission.ReadAudit);
    }
}
