using NeedsSurvey.App.Database;

namespace NeedsSurvey.Testing;

/// <summary>The program's <see cref="Db"/> with a replica that has seen nothing yet: another, empty database of the same schema.</summary>
public sealed class LaggingReplica : IAsyncDisposable
{
    private readonly TestDatabase empty;
    private readonly DataSources sources;

    private LaggingReplica(TestDatabase primary, TestDatabase empty)
    {
        this.empty = empty;
        sources = new DataSources(primary.ConnectionString, empty.ConnectionString);
        Db = new Db(sources);
    }

    /// <summary>What operations take.</summary>
    public Db Db { get; }

    public static async Task<LaggingReplica> Of(TestDatabase primary) => new(primary, await TestDatabase.New());

    public async ValueTask DisposeAsync()
    {
        await sources.DisposeAsync();
        await empty.DisposeAsync();
    }
}
