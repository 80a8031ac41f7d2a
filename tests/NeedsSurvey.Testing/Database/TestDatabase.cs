// A migrated database of its own for a test class: `public sealed class MyTests(TestDatabase database) : IClassFixture<TestDatabase>`.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.Testing;

/// <summary>A migrated, otherwise empty database on the <see cref="TestServer"/>; dropped after the class.</summary>
public sealed class TestDatabase : IAsyncLifetime
{
    private readonly bool migrated;

    /// <summary>For xunit's class fixtures.</summary>
    public TestDatabase()
        : this(migrated: true) { }

    private TestDatabase(bool migrated) => this.migrated = migrated;

    /// <summary>How to reach the database.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Its pools.</summary>
    public DataSources Sources { get; private set; } = null!;

    /// <summary>What operations take.</summary>
    public Db Db { get; private set; } = null!;

    /// <summary>A database for one test; dispose of it with <see cref="DisposeAsync"/>.</summary>
    public static async Task<TestDatabase> New(bool migrated = true)
    {
        var database = new TestDatabase(migrated);
        await database.InitializeAsync();
        return database;
    }

    /// <summary>
    /// The tools of this class on a database that belongs to somebody else; do not dispose of it with <see cref="DisposeAsync"/>.
    /// </summary>
    /// <param name="replica">A replica for snapshots, or null.</param>
    public static TestDatabase At(string connectionString, string? replica = null)
    {
        var sources = new DataSources(connectionString, replica);
        return new TestDatabase(migrated: true)
        {
            ConnectionString = connectionString,
            Sources = sources,
            Db = new Db(sources),
        };
    }

    /// <summary>Runs a statement past the seam, to arrange or to spoil something.</summary>
    public async Task<int> Execute(string sql)
    {
        await using var command = Sources.Writes.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        ConnectionString = await (await TestServer.Get()).CreateDatabase(migrated);
        Sources = new DataSources(ConnectionString);
        Db = new Db(Sources);
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await Sources.DisposeAsync();
        await (await TestServer.Get()).DropDatabase(ConnectionString);
    }
}
