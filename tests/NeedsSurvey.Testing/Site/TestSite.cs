// The real web program on a real port and a database of its own: `public sealed class MyTests(TestSite site) : IClassFixture<TestSite>`.

using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.Web;
using NeedsSurvey.Web.Hosting;

namespace NeedsSurvey.Testing;

/// <summary>A running program for a test class.</summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly Settings settings;
    private WebApplication app = null!;
    private TestDatabase? given;

    /// <summary>For xunit's class fixtures.</summary>
    public TestSite()
        : this(null) { }

    // A program on somebody else's PostgreSQL keeps no data directory of its own; the connection itself is the class's (InitializeAsync).
    private TestSite(Settings? settings) =>
        this.settings = (settings ?? new Settings()) with { Urls = "http://127.0.0.1:0", ConnectionString = "the class's" };

    /// <summary>Its database.</summary>
    public TestDatabase Database { get; private set; } = null!;

    /// <summary>Makes what a test needs to be there, with this program's operations.</summary>
    public TestData Data { get; private set; } = null!;

    /// <summary>Where it listens, ending in a slash.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>A program for one test, with settings of its own; dispose of it with <see cref="DisposeAsync"/>.</summary>
    public static async Task<TestSite> New(Settings? settings = null)
    {
        var site = new TestSite(settings);
        await site.InitializeAsync();
        return site;
    }

    /// <summary>
    /// A program on a database that belongs to somebody else, which it migrates; dispose of it with <see cref="DisposeAsync"/>.
    /// </summary>
    public static async Task<TestSite> On(string connectionString, string? replica = null)
    {
        var site = new TestSite(null) { given = TestDatabase.At(connectionString, replica) };
        await site.InitializeAsync();
        return site;
    }

    /// <summary>An operation or another service.</summary>
    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A browser without script, of somebody who is not signed in: cookies, redirects, forms.</summary>
    public PageClient NewPageClient() => new(Address);

    /// <summary>A bare client that neither follows redirects nor keeps cookies.</summary>
    public HttpClient NewClient() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };

    /// <summary>
    /// Somebody signed in, with this role, in a new organisation that has said nothing yet, or in the one named by its slug. The way past
    /// the sign-in page is deliberate: it has tests of its own.
    /// </summary>
    public async Task<SignedInPerson> SignedIn(Role role = Role.Owner, string? org = null)
    {
        var account = Guid.NewGuid();
        var name = $"{role} {account.ToString()[..8]}";
        org ??= (
            await Get<CreateOrganisation>()
                .Run(Actor.Operator, new("Organisation " + account.ToString()[..8], OrganisationKind.Organisation, "", []), default)
        )
            .OrThrow()
            .Slug;
        var organisation = (await Get<FindOrganisation>().Run(Actor.Operator, Permission.View, org, default)).OrThrow();
        var secret = Secret.New();
        (
            await Database.Db.Maintenance<Done>(async tx =>
            {
                var row = new
                {
                    account,
                    email = $"{account}@example.org",
                    name,
                    organisation.Id,
                    role = role.ToString(),
                    secret.Hash,
                };
                await tx.Execute("insert into account (account_id, email, name, password_hash) values (@account, @email, @name, '')", row);
                await tx.Execute("insert into membership (organisation_id, account_id, role) values (@Id, @account, @role)", row);
                await tx.Execute(
                    "insert into session (session_hash, account_id, expires_at) values (@Hash, @account, now() + interval '1 day')",
                    row
                );
                return Done.It;
            })
        ).OrThrow();
        var pages = NewPageClient();
        pages.Carry("needssurvey", secret.Text.Reveal());
        var actor = new Actor(ActorKind.Account, account, name, new Dictionary<Guid, Role> { [organisation.Id] = role });
        return new SignedInPerson(pages, org, organisation.Id, actor, secret.Text.Reveal());
    }

    /// <summary>A client that sends an API key of this role, follows no redirects and keeps no cookies.</summary>
    public async Task<HttpClient> Bearer(string org, Role role = Role.Owner)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await Data.Key(org, role));
        return client;
    }

    /// <summary>An initiative with an open survey of three needs, and its owner signed in.</summary>
    /// <param name="housing">What the first need is called.</param>
    public async Task<InitiativePages> Listening(
        int minimum = 3,
        string? housing = null,
        OrganisationKind kind = OrganisationKind.Organisation,
        string community = "People of Riverside"
    )
    {
        var organisation = await Data.Organisation(kind: kind);
        var definition = housing is null ? SampleSurveys.Listening(withWelcome: true) : SampleSurveys.Listening(housing, withWelcome: true);
        var initiative = await organisation.Listening(minimum, definition, community);
        return new InitiativePages(initiative, await SignedIn(Role.Owner, organisation.Slug));
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        Database = given ?? await TestDatabase.New();
        app = Site.Build(settings, Database.Sources, services => services.AddSingleton(TestData.Hashing));
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        await Get<Readiness>().Reach(_ => { }, CancellationToken.None);
        Data = new TestData(Database, Services);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        if (given is null)
            await Database.DisposeAsync();
        else
            await given.Sources.DisposeAsync();
    }
}
