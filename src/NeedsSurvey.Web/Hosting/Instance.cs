// One opened instance for a verb: the database (its own server or the one named by the connection string) and the operations on it.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Hosting;

/// <summary>The database for as long as the holder needs it. An embedded server that nobody else uses stops with it.</summary>
public sealed class Instance : IAsyncDisposable
{
    private readonly EmbeddedServer? server;
    private readonly FileLock? serving;
    private ServiceProvider? services;

    private Instance(DataSources sources, EmbeddedServer? server, FileLock? serving) =>
        (Sources, this.server, this.serving) = (sources, server, serving);

    /// <summary>The pools.</summary>
    public DataSources Sources { get; }

    /// <summary>
    /// Opens the instance; <paramref name="toServe"/> also claims the data directory for one <c>serve</c>. Words go to stderr.
    /// </summary>
    public static async Task<Instance> Open(Settings settings, bool toServe, CancellationToken cancellation)
    {
        if (settings.ConnectionString is { } given)
            return new Instance(new DataSources(given.Reveal(), settings.ReadsConnectionString?.Reveal()), null, null);
        var directory = App.Database.DataDirectory.Open(settings.DataDirectory);
        var serving = toServe ? directory.LockForServe() : null;
        try
        {
            var server = await EmbeddedServer.Start(directory, settings.Own, Console.Error.WriteLine, cancellation);
            return new Instance(new DataSources(server.ConnectionString), server, serving);
        }
        catch
        {
            serving?.Dispose();
            throw;
        }
    }

    /// <summary>Opens the instance for a verb that works on data: migrated, with the operations at hand.</summary>
    public static async Task<Instance> OpenMigrated(Settings settings, CancellationToken cancellation)
    {
        var instance = await Open(settings, toServe: false, cancellation);
        try
        {
            await new MigrationRunner(Migration.All).Apply(instance.Sources, cancellation);
            return instance;
        }
        catch
        {
            await instance.DisposeAsync();
            throw;
        }
    }

    /// <summary>An operation of the App storey.</summary>
    public T Get<T>()
        where T : notnull => (services ??= new ServiceCollection().AddNeedsSurvey(Sources).BuildServiceProvider()).GetRequiredService<T>();

    /// <summary>Closes the pools first, then lets go of the server.</summary>
    public async ValueTask DisposeAsync()
    {
        if (services is not null)
            await services.DisposeAsync();
        await Sources.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        serving?.Dispose();
    }
}
