using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Testing;

/// <summary>An organisation of <see cref="TestData"/>.</summary>
/// <param name="Slug">As in addresses.</param>
/// <param name="Pillars">Homes and Belonging.</param>
public sealed record TestOrganisation(TestData Data, Guid Id, string Slug, IReadOnlyList<Guid> Pillars)
{
    /// <summary>Ada.</summary>
    public Actor Owner { get; } = Person("Ada", Id, Role.Owner);

    /// <summary>Somebody with this role, as operations see them: without an account, which only the room Accounts asks for.</summary>
    public Actor Member(string name, Role role = Role.Owner) => Person(name, Id, role);

    /// <summary>An initiative with these fields, and without a survey.</summary>
    public async Task<TestInitiative> Initiative(InitiativeFields fields)
    {
        var made = (await Data.Get<CreateInitiative>().Run(Owner, Slug, fields, default)).OrThrow();
        return new TestInitiative(this, made.Id, made.Slug);
    }

    /// <summary>An initiative with its title, and without a survey.</summary>
    public Task<TestInitiative> Initiative(string title = "Open doors") =>
        Initiative(new InitiativeFields { Title = title, Stance = Stance.Allyship });

    /// <summary>An initiative with an open survey whose needs are its needs.</summary>
    /// <param name="minimum">So many responses make evidence.</param>
    /// <param name="definition">As JSON; that of <see cref="SampleSurveys.Listening"/> when null.</param>
    public async Task<TestInitiative> Listening(int minimum = 3, string? definition = null, string community = "People of Riverside")
    {
        var initiative = await Initiative(
            new InitiativeFields
            {
                Title = "Listening " + TestData.ShortId(),
                Stance = Stance.Allyship,
                Community = community,
                Place = "the valley",
                MinimumResponses = minimum,
            }
        );
        var slug = await initiative.Draft(TestData.Read(definition ?? SampleSurveys.Listening()));
        return initiative with { Survey = slug, SurveyId = (await Data.Publish(slug)).SurveyId };
    }

    /// <summary>The slug of a draft in an initiative of its own.</summary>
    public async Task<string> Survey(SurveyDefinition? definition = null) =>
        await (await Initiative()).Draft(definition ?? SampleSurveys.Small);

    private static Actor Person(string name, Guid organisation, Role role) =>
        new(ActorKind.Account, Guid.NewGuid(), name, new Dictionary<Guid, Role> { [organisation] = role });
}
