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
        one.MapGet("", async ([AsParameters] OrganisationCall call, ReadOrganisation read) =>
                (await read.Run(call.Actor, call.Org, call.Cancellation)).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The organisation with its mission and pillars");
        one.MapPut("", async ([AsParameters] OrganisationCall call, EditOrganisation.Command command, EditOrganisation edit) =>
                (await edit.Run(call.Actor, call.Org, command, call.Cancellation)).Empty()
            )
            .Requires(Permission.EditOrganisation)
            .WithSummary("Replace name, kind, mission and pillars");

        one.MapGet("/members", async ([AsParameters] OrganisationCall call, ListMembers list) =>
                (await list.Run(call.Actor, call.Org, call.Cancellation)).Then(Whole).Json()
            )
            .Requires(Permission.View)
            .WithSummary("The people and their roles");
        one.MapPut("/members/{member:guid}", async ([AsParameters] OrganisationCall call, Guid member, RoleChange change, ChangeRole run) =>
                (await run.Run(call.Actor, call.Org, member, change.Role, call.Cancellation)).Empty()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Give a member another role");
        one.MapDelete("/members/{member:guid}", async ([AsParameters] OrganisationCall call, Guid member, RemoveMember remove) =>
                (await remove.Run(call.Actor, call.Org, member, call.Cancellation)).Empty()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Remove a member");
        one.MapPost(
                "/members/{member:guid}/password-link",
                async ([AsParameters] OrganisationCall call, Guid member, CreatePasswordLink create) =>
                    (await create.Run(call.Actor, call.Org, member, call.Cancellation)).Json()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Make a link for a member's new password");

        one.MapGet("/invitations", async ([AsParameters] OrganisationCall call, ListInvitations list) =>
                (await list.Run(call.Actor, call.Org, call.Cancellation)).Then(Whole).Json()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Invitations that can still be used");
        one.MapPost("/invitations", async ([AsParameters] OrganisationCall call, InviteMember.Command command, InviteMember invite) =>
                (await invite.Run(call.Actor, call.Org, command, call.Cancellation)).Created(made =>
                    $"/api/v1/organisations/{call.Org}/invitations/{made.Id}"
                )
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Invite by link: the token is shown this once");
        one.MapDelete(
                "/invitations/{invitation:guid}",
                async ([AsParameters] OrganisationCall call, Guid invitation, WithdrawInvitation withdraw) =>
                    (await withdraw.Run(call.Actor, call.Org, invitation, call.Cancellation)).Empty()
            )
            .Requires(Permission.ManageMembers)
            .WithSummary("Withdraw an invitation");

        one.MapGet("/keys", async ([AsParameters] OrganisationCall call, ListKeys list) =>
                (await list.Run(call.Actor, call.Org, call.Cancellation)).Then(Whole).Json()
            )
            .Requires(Permission.ManageKeys)
            .WithSummary("API keys, without what they carry");
        one.MapPost("/keys", async ([AsParameters] OrganisationCall call, CreateKey.Command command, CreateKey create) =>
                (await create.Run(call.Actor, call.Org, command, call.Cancellation)).Created(made =>
                    $"/api/v1/organisations/{call.Org}/keys/{made.Id}"
                )
            )
            .Requires(Permission.ManageKeys)
            .WithSummary("Make a key: it is shown this once");
        one.MapDelete("/keys/{key:guid}", async ([AsParameters] OrganisationCall call, Guid key, RevokeKey revoke) =>
                (await revoke.Run(call.Actor, call.Org, key, call.Cancellation)).Empty()
            )
            .Requires(Permission.ManageKeys)
            .WithSummary("Revoke a key at once");

        one.MapGet("/audit", async ([AsParameters] OrganisationCall call, string? cursor, ReadAudit read) =>
                (await read.Run(call.Actor, call.Org, cursor, call.Cancellation)).Json()
            )
            .Requires(Permission.ReadAudit)
            .WithSummary("Who changed what, newest first, paged by cursor");
    }

    // These lists are short and come whole, in the shape of those that come in pages.
    private static object Whole<T>(IReadOnlyList<T> items) => new { Items = items, Next = (string?)null };
}
