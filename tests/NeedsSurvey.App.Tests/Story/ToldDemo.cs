using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Demo;
using NeedsSurvey.App.Exchange;
using NeedsSurvey.App.Tests.Support;

namespace NeedsSurvey.App.Tests.Story;

/// <summary>The demo, told once for a test class, on a database of its own.</summary>
public sealed class ToldDemo : IAsyncLifetime
{
    public const int People = 400;

    private ServiceProvider operations = null!;

    public TestDatabase Database { get; private set; } = null!;

    public CreateDemo.Created First { get; private set; } = null!;

    /// <summary>The day it was told on; by the time a test asks, it may be another.</summary>
    public DateOnly Today { get; private set; }

    public Guid Initiative { get; private set; }

    public Guid Survey { get; private set; }

    public T Get<T>() where T : notnull => operations.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.New();
        // One moment for the whole telling, so that midnight cannot fall into it.
        var clock = new Accounts.ManualClock();
        operations = new ServiceCollection().AddSingleton(Database.Db).AddSingleton<TimeProvider>(clock).AddOperations().BuildServiceProvider();
        Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        First = (await Get<CreateDemo>().Run(Actor.Operator, People)).OrThrow();
        Initiative = await Database.Db.One<Guid>("select initiative_id from initiative");
        Survey = await Database.Db.One<Guid>("select survey_id from survey where state = 'closed'");
    }

    public async Task DisposeAsync()
    {
        await operations.DisposeAsync();
        await Database.DisposeAsync();
    }
}
