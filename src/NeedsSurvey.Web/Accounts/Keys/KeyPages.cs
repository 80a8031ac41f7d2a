using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>An organisation's API keys.</summary>
public static class KeyPages
{
    public static void MapKeyPages(this IEndpointRouteBuilder app)
    {
        var keys = app.Pages("/o/{org}/keys");
        keys.MapGet("", (string org, KeysView view, CancellationToken cancellation) => view.Show(org, cancellation))
            .Requires(Permission.ManageKeys);

        keys.MapPost(
                "",
                async (string org, Actor actor, PostedForm form, CreateKey create, KeysView view, CancellationToken cancellation) =>
                    (
                        await create.Run(actor, org, new(form["name"], form.Choice("role", Role.Viewer), form.Id("once")), cancellation)
                    ).Succeeded(out var created, out var problem)
                        ? await view.Show(org, cancellation, shown: new ShownOnce(created.Key.Reveal(), "Your new API key", null))
                        : await view.Show(org, cancellation, problem, form)
            )
            .Requires(Permission.ManageKeys);

        keys.MapPost(
                "/{key:guid}/revoke",
                async (string org, Guid key, Actor actor, RevokeKey revoke, KeysView view, CancellationToken cancellation) =>
                    (await revoke.Run(actor, org, key, cancellation)).Problem is { } problem
                        ? await view.Show(org, cancellation, problem)
                        : HttpResults.RedirectTo($"/o/{org}/keys")
            )
            .Requires(Permission.ManageKeys);
    }
}

/// <summary>Gathers what the keys page shows, also when it comes back with a problem. One a request.</summary>
public sealed class KeysView(Actor actor, FindOrganisation find, ListKeys list)
{
    public async Task<IResult> Show(
        string org,
        CancellationToken cancellation,
        Problem? problem = null,
        PostedForm? form = null,
        ShownOnce? shown = null
    )
    {
        if (problem is not null && !PageFaults.StaysOnPage(problem))
            return HttpResults.PageOf(problem);

        if (!(await find.Run(actor, Permission.ManageKeys, org, cancellation)).Succeeded(out var organisation, out var refusal))
            return HttpResults.PageOf(refusal);

        return HttpResults.Page<KeysPage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Organisation = organisation,
                Keys = (await list.Run(actor, org, cancellation)).OrThrow(),
                Shown = shown,
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults.Of(problem),
            }
        );
    }
}
