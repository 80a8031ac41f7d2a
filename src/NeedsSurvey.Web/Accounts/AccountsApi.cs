using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Web.Accounts;

/// <summary>
/// This room as JSON: organisations, members, invitations, keys, audit. No route makes an organisation: a key belongs to one organisation,
/// and to no person who could own another.
/// </summary>
public static class AccountsApi
{
    public sealed record RoleChange(Role Role);

    public static void MapAccountsApi(this IEndpointRouteBuilder app)
    {
        var organisations = app.Api("/organisations").WithTags("Accounts");
        organisations
            .MapGet("", async (Actor actor, ListOrganisations list, CancellationToken cancellation) =>
                TypedResults.Ok(ListResource.Whole(await list.Run(actor, cancellation)))
            )
            .WithName("listOrganisations")
            .WithSummary("The organisations that the key belongs to");
        var one = app.Api("/organisations/{org}").WithTags("Accounts");
        one.MapGet("", async ([AsParameters] OrganisationCall call, HttpResponse response, ReadOrganisation read) =>
                (await read.Run(call.Actor, call.Org, call.Cancellation)).With(response, organisation => organisation.Revision).Ok()
            )
            .Requires(Permission.View)
            .WithName("getOrganisation")
            .WithSummary("The organisation with its mission and pillars");
        one.MapPut(
                "",
                async ([AsParameters] OrganisationCall call, BegunFrom begun, EditOrganisation.Command command, EditOrganisation edit) =>
                    (await edit.Run(call.Actor, call.Org, command with { Revision = begun.Revision }, call.Cancellation)).NoContent()
            )
            .TakesRevision(isRequired: false, "the organisation")
            .Requires(Permission.EditOrganisation)
            .WithName("updateOrganisation")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Replace name, kind, mission and pillars");

        one.MapGet("/members", async ([AsParameters] OrganisationCall call, ListMembers list) =>
                (await list.Run(call.Actor, call.Org, call.Cancellation)).Then(ListResource.Whole).Ok()
            )
            .Requires(Permission.View)
            .WithName("listMembers")
            .WithSummary("The people and their roles");
        one.MapPut("/members/{member:guid}", async ([AsParameters] OrganisationCall call, Guid member, RoleChange change, ChangeRole run) =>
                (await run.Run(call.Actor, call.Org, member, change.Role, call.Cancellation)).NoContent()
            )
            .Requires(Permission.ManageMembers)
            .WithName("changeMemberRole")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Give a member another role");
        one.MapDelete("/members/{member:guid}", async ([AsParameters] OrganisationCall call, Guid member, RemoveMember remove) =>
                (await remove.Run(call.Actor, call.Org, member, call.Cancellation)).NoContent()
            )
            .Requires(Permission.ManageMembers)
            .WithName("removeMember")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Remove a member");
        one.MapPost(
                "/members/{member:guid}/password-link",
                async ([AsParameters] OrganisationCall call, Guid member, CreatePasswordLink create) =>
                    (await create.Run(call.Actor, call.Org, member, call.Cancellation)).Ok()
            )
            .Requires(Permission.ManageMembers)
            .WithName("createPasswordLink")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Make a link for a member's new password");

        one.MapGet("/invitations", async ([AsParameters] OrganisationCall call, ListInvitations list) =>
                (await list.Run(call.Actor, call.Org, call.Cancellation)).Then(ListResource.Whole).Ok()
            )
            .Requires(Permission.ManageMembers)
            .WithName("listInvitations")
            .WithSummary("Invitations that can still be used");
        one.MapPost("/invitations", async ([AsParameters] OrganisationCall call, InviteMember.Command command, InviteMember invite) =>
                (await invite.Run(call.Actor, call.Org, command, call.Cancellation)).Created(made =>
                    $"/api/v1/organisations/{call.Org}/invitations/{made.Id}"
                )
            )
            .Requires(Permission.ManageMembers)
            .WithName("createInvitation")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Invite by link: the token is shown this once");
        one.MapDelete(
                "/invitations/{invitation:guid}",
                async ([AsParameters] OrganisationCall call, Guid invitation, WithdrawInvitation withdraw) =>
                    (await withdraw.Run(call.Actor, call.Org, invitation, call.Cancellation)).NoContent()
            )
            .Requires(Permission.ManageMembers)
            .WithName("withdrawInvitation")
            .WithSummary("Withdraw an invitation");

        one.MapGet("/keys", async ([AsParameters] OrganisationCall call, ListKeys list) =>
                (await list.Run(call.Actor, call.Org, call.Cancellation)).Then(ListResource.Whole).Ok()
            )
            .Requires(Permission.ManageKeys)
            .WithName("listKeys")
            .WithSummary("API keys, without what they carry");
        one.MapPost("/keys", async ([AsParameters] OrganisationCall call, CreateKey.Command command, CreateKey create) =>
                (await create.Run(call.Actor, call.Org, command, call.Cancellation)).Created(made =>
                    $"/api/v1/organisations/{call.Org}/keys/{made.Id}"
                )
            )
            .Requires(Permission.ManageKeys)
            .WithName("createKey")
            .Refuses(StatusCodes.Status409Conflict)
            .WithSummary("Make a key: it is shown this once");
        one.MapDelete("/keys/{key:guid}", async ([AsParameters] OrganisationCall call, Guid key, RevokeKey revoke) =>
                (await revoke.Run(call.Actor, call.Org, key, call.Cancellation)).NoContent()
            )
            .Requires(Permission.ManageKeys)
            .WithName("revokeKey")
            .WithSummary("Revoke a key at once");

        one.MapGet("/audit", async ([AsParameters] OrganisationCall call, string? cursor, ReadAudit read) =>
                (await read.Run(call.Actor, call.Org, cursor, call.Cancellation)).Ok()
            )
            .Requires(Permission.ReadAudit)
            .WithName("listAuditEntries")
            .WithSummary("Who changed what, newest first, paged by cursor");
    }
}
