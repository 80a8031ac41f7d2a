using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;

namespace NeedsSurvey.Web.Accounts;

/// <summary>This room as JSON: organisations, members, invitations, keys, audit.</summary>
public static class AccountsApi
{
    public sealed record RoleChange(Role Role);

    public static void MapAccountsApi(this IEndpointRouteBuilder app)
    {
        var organisations = app.Api("/organisations").WithTags("Accounts");
        organisations
            .MapGet("", async (Actor actor, ListOrganisations list, CancellationToken cancellation) =>
                TypedResults.Ok(Whole(await list.Run(actor, cancellation)))
            )
            .WithSummary("The organisations that the key belongs to");
        organisations
            .MapPost("", async (Actor actor, EditOrganisation.Command command, CreateOrganisation create, CancellationToken cancellation) =>
                (await create.Run(actor, command, cancellation)).Created(made => $"/api/v1/organisations/{made.Slug}")
            )
            .WithSummary("Make an organisation (not with a key, which belongs to one)");

        var one = app.Api("/organisations/{org}").WithTags("Accounts");
        one.MapGet("", async (string org, Actor actor, ReadOrganisation read, CancellationToken cancellation) =>
                (await read.Run(actor, org, cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The organisation with its mission and pillars");
        one.MapPut(
                "",
                async (string org, Actor actor, EditOrganisation.Command command, EditOrganisation edit, CancellationToken cancellation) =>
                    (await edit.Run(actor, org, command, cancellation)).Empty()
            )
            .Requires(Permission.EditOrganisation)
            .WithSummary("Replace name, kind, mission and pillars");

        one.MapGet("/members", async (string org, Actor actor, ListMembers list, CancellationToken cancellation) =>
                (await list.Run(actor, org, cancellation)).Then(Whole).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The people and their roles");
        one.MapPut(
                "/members/{member:guid}",
                async (string org, Guid member, Actor actor, RoleChange change, ChangeRole run, CancellationToken cancellation) =>
                    (await run.Run(actor, org, member, change.Role, cancellation)).Empty()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Give a member another role");
        one.MapDelete(
                "/members/{member:guid}",
                async (string org, Guid member, Actor actor, RemoveMember remove, CancellationToken cancellation) =>
                    (await remove.Run(actor, org, member, cancellation)).Empty()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Remove a member");
        one.MapPost(
                "/members/{member:guid}/password-link",
                async (string org, Guid member, Actor actor, CreatePasswordLink create, CancellationToken cancellation) =>
                    (await create.Run(actor, org, member, cancellation)).Json()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Make a link for a member's new password");

        one.MapGet("/invitations", async (string org, Actor actor, ListInvitations list, CancellationToken cancellation) =>
                (await list.Run(actor, org, cancellation)).Then(Whole).Json()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Invitations that can still be used");
        one.MapPost(
                "/invitations",
                async (string org, Actor actor, InviteMember.Command command, InviteMember invite, CancellationToken cancellation) =>
                    (await invite.Run(actor, org, command, cancellation)).Created(made =>
                        $"/api/v1/organisations/{org}/invitations/{made.Id}"
                    )
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Invite by link: the token is shown this once");
        one.MapDelete(
                "/invitations/{invitation:guid}",
                async (string org, Guid invitation, Actor actor, WithdrawInvitation withdraw, CancellationToken cancellation) =>
                    (await withdraw.Run(actor, org, invitation, cancellation)).Empty()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Withdraw an invitation");

        one.MapGet("/keys", async (string org, Actor actor, ListKeys list, CancellationToken cancellation) =>
                (await list.Run(actor, org, cancellation)).Then(Whole).Json()
            )
            .Requires(Permission.ManageKeys)
            .WithSummary("API keys, without what they carry");
        one.MapPost("/keys", async (string org, Actor actor, CreateKey.Command command, CreateKey create, CancellationToken cancellation) =>
                (await create.Run(actor, org, command, cancellation)).Created(made => $"/api/v1/organisations/{org}/keys/{made.Id}")
            )
            .Requires(Permission.ManageKeys)
            .WithSummary("Make a key: it is shown this once");
        one.MapDelete("/keys/{key:guid}", async (string org, Guid key, Actor actor, RevokeKey revoke, CancellationToken cancellation) =>
                (await revoke.Run(actor, org, key, cancellation)).Empty()
            )
            .Requires(Permission.ManageKeys)
            .WithSummary("Revoke a key at once");

        one.MapGet("/audit", async (string org, string? cursor, Actor actor, ReadAudit read, CancellationToken cancellation) =>
                (await read.Run(actor, org, cursor, cancellation)).Json()
            )
            .Requires(Permission.ReadAudit)
            .WithSummary("Who changed what, newest first, paged by cursor");
    }

    // These lists are short and come whole, in the shape of those that come in pages.
    private static object Whole<T>(IReadOnlyList<T> items) => new { Items = items, Next = (string?)null };
}
