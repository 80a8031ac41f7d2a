using NeedsSurvey.App.Demo;

namespace NeedsSurvey.App.Tests.Story;

/// <summary>The demo, told once for a test class, on a database of its own.</summary>
public sealed class ToldDemo : IAsyncLifetime
{
    public const int People = 400;

    private TestData data = null!;

    public TestDatabase Database { get; } = new();

    public CreateDemo.Created First { get; private set; } = null!;

    /// <summary>The day it was told on; by the time a test asks, it may be another.</summary>
    public DateOnly Today { get; private set; }

    public Guid Initiative { get; private set; }

    public Guid Survey { get; private set; }

    public T Get<T>()
        where T : notnull => data.Get<T>();

    public async Task InitializeAsync()
    {
        await Database.InitializeAsync();
        // One moment for the whole telling, so that midnight cannot fall into it.
        data = TestData.On(Database, new ManualClock());
        Today = DateOnly.FromDateTime(data.Clock.GetUtcNow().UtcDateTime);
        First = (await Get<CreateDemo>().Run(Actor.Operator, People)).OrThrow();
        Initiative = await Of(First.Demo);
        Survey = await Database.Db.One<Guid>(
            "select survey_id from survey where state = 'closed' and initiative_id = @Initiative",
            new { Initiative }
        );
    }

    /// <summary>The initiative of one of the stories.</summary>
    public Task<Guid> Of(DemoPlaces story) =>
        Database.Db.One<Guid>(
            "select initiative_id from initiative join organisation o using (organisation_id) where o.slug = @Organisation",
            new { story.Organisation }
        );

    public Task DisposeAsync() => Database.DisposeAsync();
}
