using NeedsSurvey.App.Accounts;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.App.Needs;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.App.Tests.Support;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Surveys;

/// <summary>The operations of this room on one database, with an organisation to work in and another that must not be touched.</summary>
public sealed class ListenWorld : IAsyncLifetime
{
    public TestDatabase Database { get; } = new();
    public Guid Organisation { get; private set; }
    public Guid Foreign { get; private set; }
    public Actor Owner { get; private set; } = null!;
    public Actor Viewer { get; private set; } = null!;
    public Actor Stranger { get; private set; } = null!;

    public FindInitiative FindInitiative => new(Database.Db);
    public FindSurvey FindSurvey => new(Database.Db);
    public CreateInitiative CreateInitiative => new(Database.Db, new FindOrganisation(Database.Db));
    public EditInitiative EditInitiative => new(Database.Db, FindInitiative);
    public SetMargins SetMargins => new(Database.Db, FindInitiative);
    public ReadInitiative ReadInitiative => new(Database.Db, FindInitiative);
    public ListInitiatives ListInitiatives => new(Database.Db, new FindOrganisation(Database.Db));
    public CreateSurvey CreateSurvey => new(Database.Db, FindInitiative, ReadSurvey);
    public ReadSurvey ReadSurvey => new(Database.Db, FindSurvey);
    public SaveDraft SaveDraft => new(Database.Db, FindSurvey);
    public EditDraft EditDraft => new(Database.Db, FindSurvey);
    public CheckSurvey CheckSurvey => new(Database.Db, ReadSurvey, ReadInitiative);
    public PublishSurvey PublishSurvey => new(Database.Db, FindSurvey, TimeProvider.System);
    public CloseSurvey CloseSurvey => new(Database.Db, FindSurvey, TimeProvider.System);
    public ReopenSurvey ReopenSurvey => new(Database.Db, FindSurvey);
    public SetSampleDesign SetSampleDesign => new(Database.Db, FindSurvey);

    /// <summary>The smallest survey that can be published.</summary>
    public static readonly SurveyDefinition Small = new()
    {
        Title = "What is going on?",
        Questions = [new TextQuestion { Name = "story", Label = "Let's talk about what is going on.", Story = true }],
    };

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        Organisation = await NewOrganisation("Riverside Museum");
        Foreign = await NewOrganisation("Another house");
        Owner = Member("Ada", Organisation, Role.Owner);
        Viewer = Member("Vic", Organisation, Role.Viewer);
        Stranger = Member("Sam", Foreign, Role.Owner);
    }

    public Task DisposeAsync() => Database.DisposeAsync();

    public async Task<Guid> NewInitiative(string title = "Open doors", Stance stance = Stance.Allyship) =>
        (await CreateInitiative.Run(Owner, Organisation.ToString(), new() { Title = title, Stance = stance }, default)).OrThrow().Id;

    public async Task<string> NewSurvey(SurveyDefinition? definition = null) =>
        (await CreateSurvey.Run(Owner, await NewInitiative(), new(Definition: definition ?? Small), default)).OrThrow().Slug;

    public async Task<SurveyView> Read(string survey) => (await ReadSurvey.Run(Owner, survey, default)).OrThrow();

    public Task<string> LastAudit() => Database.Db.One<string>("select action from audit_entry order by audit_entry_id desc limit 1");

    private static Actor Member(string name, Guid organisation, Role role) => new(ActorKind.Account, Guid.NewGuid(), name, new Dictionary<Guid, Role> { [organisation] = role });

    private async Task<Guid> NewOrganisation(string name) => (await new CreateOrganisation(Database.Db)
        .Run(Actor.Operator, new(name, OrganisationKind.Organisation, "", []), default)).OrThrow().Id;
}
