using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>A signed-in person's own pages: account, password, sign-out, which organisations.</summary>
public static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder app)
    {
        var pages = app.Pages();
        pages.MapPost("/sign-out", async (Actor actor, HttpContext http, SignOut signOut, CancellationToken cancellation) =>
        {
            await signOut.Run(actor, SessionCookie.Read(http), cancellation);
            SessionCookie.Clear(http);
            return HttpResults.RedirectTo("/");
        });

        pages.MapGet("/account", (Actor actor, string? saved, ReadAccount read, CancellationToken cancellation) =>
            Account(actor, read, cancellation, saved: saved)
        );
        pages.MapPost(
            "/account/name",
            async (Actor actor, PostedForm form, EditAccount edit, ReadAccount read, CancellationToken cancellation) =>
            {
                var result = await edit.Run(actor, new(form["name"]), cancellation);
                return result.Problem is null
                    ? HttpResults.RedirectTo("/account?saved=name")
                    : await Account(actor, read, cancellation, result, form);
            }
        );
        pages.MapPost(
            "/account/password",
            async (
                Actor actor,
                PostedForm form,
                HttpContext http,
                ChangePassword change,
                ReadAccount read,
                CancellationToken cancellation
            ) =>
            {
                var result = await change.Run(
                    actor,
                    new(form["presentPassword"], form["newPassword"], http.Connection.RemoteIpAddress?.ToString()),
                    cancellation
                );
                if (!result.Succeeded(out var session, out _))
                    return await Account(actor, read, cancellation, result.Then(_ => Done.It), form);

                SessionCookie.Set(http, session);
                return HttpResults.RedirectTo("/account?saved=password");
            }
        );
        pages.MapPost(
            "/account/close",
            async (Actor actor, PostedForm form, HttpContext http, CloseAccount close, ReadAccount read, CancellationToken cancellation) =>
            {
                var result = await close.Run(actor, form["password"], http.Connection.RemoteIpAddress?.ToString(), cancellation);
                if (result.Problem is not null)
                    return await Account(actor, read, cancellation, result, form);

                SessionCookie.Clear(http);
                return HttpResults.RedirectTo("/");
            }
        );

        pages.MapGet("/organisations", async (Actor actor, ListOrganisations list, CancellationToken cancellation) =>
            HttpResults.Page<OrganisationsPage>(new { Mine = await list.Run(actor, cancellation) })
        );
        pages.MapPost(
            "/organisations",
            async (Actor actor, PostedForm form, CreateOrganisation create, ListOrganisations list, CancellationToken cancellation) =>
            {
                var result = await create.Run(
                    actor,
                    new(form["name"], form.Choice("kind", OrganisationKind.Organisation), "", []),
                    cancellation
                );
                return result.Succeeded(out var created, out var problem)
                    ? HttpResults.RedirectTo($"/o/{created.Slug}/settings")
                    : HttpResults.Page<OrganisationsPage>(
                        HttpResults.StatusOf(problem),
                        new
                        {
                            Mine = await list.Run(actor, cancellation),
                            Form = form,
                            Faults = PageFaults.Of(problem),
                        }
                    );
            }
        );
    }

    private static async Task<IResult> Account(
        Actor actor,
        ReadAccount read,
        CancellationToken cancellation,
        Result<Done>? failed = null,
        PostedForm? form = null,
        string? saved = null
    )
    {
        if (actor.Kind == ActorKind.Guest)
        {
            return HttpResults.Page<Web.Components.MessagePage>(
                StatusCodes.Status403Forbidden,
                new
                {
                    Title = "Visitors have no account",
                    Words = "You are looking around in the demo: there is no name or password to change. To get an account, set this "
                        + "program up with the link that it printed when it started.",
                    LinkHref = "/demo",
                    LinkWords = "Back to the demo",
                }
            );
        }

        if (!(await read.Run(actor, cancellation)).Succeeded(out var account, out var missing))
            return HttpResults.PageOf(missing);

        var problem = failed?.Problem;
        return HttpResults.Page<AccountPage>(
            problem is null ? StatusCodes.Status200OK : HttpResults.StatusOf(problem),
            new
            {
                Account = account,
                Form = form ?? PostedForm.Empty,
                Faults = PageFaults.Of(problem),
                Saved = saved,
            }
        );
    }
}
