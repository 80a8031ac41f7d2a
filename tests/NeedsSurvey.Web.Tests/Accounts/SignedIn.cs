// For every room's tests, one line each:
//   var owner = await program.SignedIn();                         a signed-in browser (owner.Visitor), a new organisation (owner.Org), its actor
//   var viewer = await program.SignedIn(Role.Viewer, owner.Org);  somebody else in the same organisation
//   var client = await program.Bearer(owner.Org, Role.Analyst);   an HttpClient with an API key
// The way past the sign-in page is deliberate: its password hashing is slow, and tested in this folder.

using System.Net.Http.Headers;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web.Tests.Support;
using Npgsql;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>A member of an organisation with a browser in hand.</summary>
/// <param name="Org">The organisation's slug, as in addresses.</param>
/// <param name="Actor">The same person, to call operations directly.</param>
/// <param name="Session">What the cookie <c>needssurvey</c> carries.</param>
public sealed record Member(Visitor Visitor, string Org, Guid OrganisationId, Actor Actor, string Session);

/// <summary>People and keys for tests.</summary>
public static class SignedInPeople
{
    /// <summary>Somebody signed in, with this role, in a new organisation or in the one named by its slug.</summary>
    public static async Task<Member> SignedIn(this WebProgram program, Role role = Role.Owner, string? org = null)
    {
        var account = Guid.NewGuid();
        var name = $"{role} {account.ToString()[..8]}";
        await Execute(program, "insert into account (account_id, email, name, password_hash) values (@account, @email, @name, '')",
            ("account", account), ("email", $"{account}@example.org"), ("name", name));
        org ??= (await program.Get<CreateOrganisation>().Run(Actor.Operator, new("Organisation " + account.ToString()[..8], OrganisationKind.Organisation, "", []), default)).OrThrow().Slug;
        var organisation = (await program.Get<FindOrganisation>().Run(Actor.Operator, Permission.View, org, default)).OrThrow();
        await Execute(program, "insert into membership (organisation_id, account_id, role) values (@organisation, @account, @role)",
            ("organisation", organisation.Id), ("account", account), ("role", role.ToString()));
        var secret = Secret.New();
        await Execute(program, "insert into session (session_hash, account_id, expires_at) values (@hash, @account, now() + interval '1 day')",
            ("hash", secret.Hash), ("account", account));
        var visitor = program.NewVisitor();
        visitor.Carry("needssurvey", secret.Text.Reveal());
        return new Member(visitor, org, organisation.Id, new Actor(ActorKind.Account, account, name, new Dictionary<Guid, Role> { [organisation.Id] = role }), secret.Text.Reveal());
    }

    /// <summary>A client that sends an API key of this role, follows no redirects and keeps no cookies.</summary>
    public static async Task<HttpClient> Bearer(this WebProgram program, string org, Role role = Role.Owner)
    {
        var client = program.NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await program.Key(org, role));
        return client;
    }

    /// <summary>A new API key's text.</summary>
    public static async Task<string> Key(this WebProgram program, string org, Role role = Role.Owner) =>
        (await program.Get<CreateKey>().Run(Actor.Operator, org, new("test", role), default)).OrThrow().Key.Reveal();

    private static async Task Execute(WebProgram program, string sql, params (string Name, object Value)[] parameters)
    {
        await using var command = program.Database.Sources.Writes.CreateCommand(sql);
        foreach (var (name, value) in parameters)
            command.Parameters.Add(new NpgsqlParameter(name, value));
        await command.ExecuteNonQueryAsync();
    }
}
