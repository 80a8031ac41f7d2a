// Organisations, people, initiatives, surveys and answers for tests, made by the program's own operations:
//   public sealed class MyTests(TestData data) : IClassFixture<TestData>
//   var initiative = await data.Home.Listening(minimum: 2);
//   await initiative.Answer(housing: "5 1", story: "The rent rose again.");

using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App;
using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Testing;

/// <summary>
/// Every operation of the program on one database. As a class fixture it has a database of its own and the organisation <see cref="Home"/>;
/// <see cref="On"/> begins with nothing; <see cref="TestSite.Data"/> is that of a running site.
/// </summary>
public sealed class TestData : IAsyncLifetime
{
    /// <summary>Of everybody who joined by <see cref="Join"/>.</summary>
    public const string Password = "seven quiet lanterns";

    private readonly IServiceProvider services;
    private readonly ManualClock? clock;
    private readonly bool isFixture;

    /// <summary>For xunit's class fixtures.</summary>
    public TestData()
        : this(new TestDatabase(), clock: null) => isFixture = true;

    private TestData(TestDatabase database, ManualClock? clock, Passwords? hashing = null)
    {
        (Database, this.clock) = (database, clock);
        services = new ServiceCollection()
            .AddSingleton(_ => database.Db)
            .AddSingleton<TimeProvider>(clock ?? TimeProvider.System)
            .AddOperations()
            .AddSingleton(hashing ?? Hashing)
            .BuildServiceProvider();
    }

    /// <summary>On a database that belongs to somebody else.</summary>
    /// <param name="clock">What the operations take for the time; the system's when null.</param>
    /// <param name="hashing">How passwords are hashed; quickly when null.</param>
    public static TestData On(TestDatabase database, ManualClock? clock = null, Passwords? hashing = null) => new(database, clock, hashing);

    /// <summary>Hashes a password once: the program's own 210,000 times take a quarter of a second.</summary>
    public static Passwords Hashing { get; } = new(iterations: 1);

    /// <summary>With the operations of a running site.</summary>
    internal TestData(TestDatabase database, IServiceProvider services) => (Database, this.services) = (database, services);

    /// <summary>Where it all is.</summary>
    public TestDatabase Database { get; }

    /// <summary>The clock that it was given.</summary>
    public ManualClock Clock =>
        clock ?? throw new InvalidOperationException("TestData.On(database, new ManualClock()) has a clock to move.");

    /// <summary>Fixtures only: the organisation <c>riverside-museum</c>, to work in.</summary>
    public TestOrganisation Home { get; private set; } = null!;

    /// <summary>Fixtures only: the owner of another organisation, who must find nothing here.</summary>
    public Actor Stranger { get; private set; } = null!;

    /// <summary>An owner of <see cref="Home"/>.</summary>
    public Actor Owner => Home.Owner;

    /// <summary>An operation or another service.</summary>
    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>A new organisation with two pillars.</summary>
    /// <param name="name">Null for one that nobody else has.</param>
    public async Task<TestOrganisation> Organisation(string? name = null, OrganisationKind kind = OrganisationKind.Organisation)
    {
        var command = new EditOrganisation.Command(
            name ?? "Museum " + ShortId(),
            kind,
            "A valley where nobody is left out.",
            [new("Homes"), new("Belonging")]
        );
        var made = (await Get<CreateOrganisation>().Run(Actor.Operator, command, default)).OrThrow();
        var pillars = await Database.Db.Query<Guid>(
            "select pillar_id from pillar where organisation_id = @Id order by position",
            new { made.Id }
        );
        return new TestOrganisation(this, made.Id, made.Slug, pillars);
    }

    /// <summary>Somebody who joined by invitation, as they are now.</summary>
    /// <param name="organisation">Its slug.</param>
    public async Task<Actor> Join(string organisation, Role role, string? email = null)
    {
        var invited = (await Get<InviteMember>().Run(Actor.Operator, organisation, new(role), default)).OrThrow();
        email ??= $"{Guid.NewGuid()}@example.org";
        var joining = new AcceptInvitation.Command(invited.Token, role + " of " + organisation, email, Password);
        var joined = (await Get<AcceptInvitation>().Run(joining, default)).OrThrow();
        return (await Get<ResolveSession>().Run(joined.Session!.Token, default))!;
    }

    /// <summary>A new API key's text.</summary>
    /// <param name="organisation">Its slug.</param>
    public async Task<string> Key(string organisation, Role role = Role.Owner) =>
        (await Get<CreateKey>().Run(Actor.Operator, organisation, new("test", role), default)).OrThrow().Key.Reveal();

    /// <summary>Tries to sign in.</summary>
    public Task<Result<OpenedSession>> SignIn(string email, string password = Password, string? address = "192.0.2.1") =>
        Get<SignIn>().Run(new(email, password, address), default);

    /// <summary>A survey in an organisation of its own; answers its slug.</summary>
    /// <param name="definition">As JSON; a test with a definition that cannot be read is a mistake.</param>
    /// <param name="report">Slug of a published report of its initiative, an empty one, for tests of what leads there.</param>
    public async Task<string> Survey(string definition, SurveyState state = SurveyState.Open, string? report = null)
    {
        var initiative = await (await Organisation("Riverside Museum")).Initiative(
            new InitiativeFields
            {
                Title = "Riverside together",
                Purpose = "To hear first.",
                Stance = Stance.Solidarity,
                UrgentReferral = "Ring 112 if you are in danger.",
            }
        );
        var slug = await initiative.Draft(Read(definition), "Internal working title");
        if (state != SurveyState.Draft)
            await Publish(slug);
        if (state == SurveyState.Closed)
            await Close(slug);
        if (report is not null)
            await EmptyReport(initiative.Id, report);
        return slug;
    }

    /// <summary>Publishes the draft, or first puts another one in its place, whatever that does to the data.</summary>
    public async Task<PublishSurvey.Published> Publish(string survey, string? definition = null)
    {
        if (definition is not null)
        {
            var revision = (await Get<ReadSurvey>().Run(Actor.Operator, survey, default)).OrThrow().Revision;
            (await Get<SaveDraft>().Run(Actor.Operator, survey, Read(definition), revision, default)).OrThrow();
        }
        return (await Get<PublishSurvey>().Run(Actor.Operator, survey, new(ConfirmSplits: true), default)).OrThrow();
    }

    /// <summary>The same database as another program has it: what it does, the operations of this one have not seen.</summary>
    public TestData OtherNode() => On(TestDatabase.At(Database.ConnectionString), clock);

    /// <summary>Takes no more answers.</summary>
    public async Task Close(string survey) => (await Get<CloseSurvey>().Run(Actor.Operator, survey, default)).OrThrow();

    /// <summary>Takes answers again.</summary>
    public async Task Reopen(string survey) => (await Get<ReopenSurvey>().Run(Actor.Operator, survey, default)).OrThrow();

    /// <summary>The newest entry's action, of all organisations.</summary>
    public Task<string> LastAudit() => Database.Db.One<string>("select action from audit_entry order by audit_entry_id desc limit 1");

    /// <summary>A definition that is known to be readable.</summary>
    internal static SurveyDefinition Read(string definition)
    {
        var reading = SurveyJson.Read(definition);
        Assert.True(reading.Ok, string.Join('\n', reading.Faults));
        return reading.Definition!;
    }

    /// <summary>Enough to tell two of a kind apart.</summary>
    internal static string ShortId() => Guid.NewGuid().ToString()[..8];

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        Home = await Organisation("Riverside Museum");
        Stranger = (await Organisation("Another house")).Member("Sam");
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await ((ServiceProvider)services).DisposeAsync();
        if (isFixture)
            await Database.DisposeAsync();
    }

    // Publishing one takes evidence, which these tests are not about.
    private async Task EmptyReport(Guid initiative, string slug) =>
        (
            await Database.Db.Maintenance<Done>(async tx =>
            {
                await tx.Execute("insert into report (initiative_id, slug) values (@initiative, @slug)", new { initiative, slug });
                await tx.Execute(
                    "insert into report_version (initiative_id, version, content, published_by) values (@initiative, 1, '{}', 'test')",
                    new { initiative }
                );
                return Done.It;
            })
        ).OrThrow();
}
