using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Accounts;

/// <summary>The people of an organisation: roles, invitations, links for a new password.</summary>
public static class PeoplePages
{
    public static void MapPeoplePages(this IEndpointRouteBuilder app)
    {
        var people = app.Pages("/o/{org}/people");
        people
            .MapGet("", (string org, PeopleView view, CancellationToken cancellation) => view.Show(org, cancellation))
            .Requires(Permission.View);

        people
            .MapPost(
                "/invite",
                async (
                    string org,
                    Actor actor,
                    PostedForm form,
                    InviteMember invite,
                    PeopleView view,
                    PublicLinks links,
                    CancellationToken cancellation
                ) =>
                    (
                        await invite.Run(actor, org, new(form.Choice("role", Role.Viewer), form["email"], form.Id("once")), cancellation)
                    ).Succeeded(out var invited, out var problem)
                        ? await view.Show(
                            org,
                            cancellation,
                            link: new(links.Of("/join?token=" + invited.Token.Reveal()), "Invitation link", invited.ExpiresAt)
                        )
                        : await view.Show(org, cancellation, problem, form)
            )
            .Requires(Permission.ManageMembers);

        people
            .MapPost(
                "/invitations/{invitation:guid}/withdraw",
                async (
                    string org,
                    Guid invitation,
                    Actor actor,
                    WithdrawInvitation withdraw,
                    PeopleView view,
                    CancellationToken cancellation
                ) => await view.Back(org, await withdraw.Run(actor, org, invitation, cancellation), cancellation)
            )
            .Requires(Permission.ManageMembers);

        people
            .MapPost(
                "/{member:guid}/role",
                async (
                    string org,
                    Guid member,
                    Actor actor,
                    PostedForm form,
                    ChangeRole change,
                    PeopleView view,
                    CancellationToken cancellation
                ) =>
                    await view.Back(org, await change.Run(actor, org, member, form.Choice("role", Role.Viewer), cancellation), cancellation)
            )
            .Requires(Permission.ManageMembers);

        people
            .MapPost(
                "/{member:guid}/remove",
                async (string org, Guid member, Actor actor, RemoveMember remove, PeopleView view, CancellationToken cancellation) =>
                    await view.Back(org, await remove.Run(actor, org, member, cancellation), cancellation)
            )
            .Requires(Permission.ManageMembers);

        people
            .MapPost(
                "/{member:guid}/password-link",
                async (
                    string org,
                    Guid member,
                    Actor actor,
                    CreatePasswordLink create,
                    PeopleView view,
                    PublicLinks links,
                    CancellationToken cancellation
                ) =>
                    (await create.Run(actor, org, member, cancellation)).Succeeded(out var created, out var problem)
                        ? await view.Show(
                            org,
                            cancellation,
                            link: new(links.Of("/password?token=" + created.Token.Reveal()), "Link for a new password", created.ExpiresAt)
                        )
                        : await view.Show(org, cancellation, problem)
            )
            .Requires(Permission.ManageMembers);
    }
}
