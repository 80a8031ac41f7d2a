using NeedsSurvey.App.Database;
using Npgsql;

namespace NeedsSurvey.App.Tests.Database;

/// <summary>Forward only, checked, one node at a time, all or nothing for each file.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public async Task InitializeAsync() => database = await TestDatabase.New(migrated: false);

    public Task DisposeAsync() => database.DisposeAsync();

    private static readonly Migration First = Migration.Parse("0001_first.sql", "create table first (id int primary key);");
    private static readonly Migration Second = Migration.Parse(
        "0002_second.sql",
        "create table second (id int); insert into second select generate_series(1, 3);"
    );

    [Fact]
    public async Task An_empty_database_gets_every_file_once()
    {
        Assert.Equal(Migration.All.Count, await new MigrationRunner(Migration.All).Apply(database.Sources, default));
        Assert.Equal(0, await new MigrationRunner(Migration.All).Apply(database.Sources, default));
        Assert.True(await new MigrationRunner(Migration.All).IsCurrent(database.Sources, default));
    }

    [Fact]
    public async Task Ten_nodes_that_start_together_apply_each_file_once()
    {
        var applied = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async _ =>
                {
                    await using var node = new DataSources(database.ConnectionString);
                    return await new MigrationRunner(Migration.All).Apply(node, default);
                })
        );
        Assert.Equal(Migration.All.Count, applied.Sum());
        Assert.Equal(Migration.All.Count, await database.Db.One<long>("select count(*) from schema_migration"));
    }

    private async Task Kill()
    {
        var slow = Second with { Sql = "create table second (id int); select pg_sleep(60);" };
        var running = new MigrationRunner([First, slow]).Apply(database.Sources, default);
        // What a kill -9 of the program leaves of a migration: a connection that ends in the middle of it.
        while (
            await database.Db.One<int>(
                "select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)%' and pid <> "
                    + "pg_backend_pid()"
            ) == 0
        )
            await Task.Delay(10);
        await database.Db.Query<bool>(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)%' "
                + "and pid <> pg_backend_pid()"
        );
        await Assert.ThrowsAnyAsync<Exception>(() => running);
    }

    [Fact]
    public async Task A_killed_migration_is_undone()
    {
        await Kill();
        Assert.Equal(1, await database.Db.One<long>("select count(*) from schema_migration"));
    }

    [Fact]
    public async Task A_rerun_completes_a_killed_migration()
    {
        await Kill();
        Assert.Equal(1, await new MigrationRunner([First, Second]).Apply(database.Sources, default));
        Assert.Equal(3, await database.Db.One<long>("select count(*) from second"));
    }

    private Task<StartException> Fail() =>
        Assert.ThrowsAsync<StartException>(() =>
            new MigrationRunner([First, Second with { Sql = "create table second (id int); select nonsense;" }]).Apply(
                database.Sources,
                default
            )
        );

    [Fact]
    public async Task A_file_that_fails_is_named()
    {
        var fault = await Fail();
        Assert.Contains("0002_second.sql", fault.Message, StringComparison.Ordinal);
        Assert.Contains("nonsense", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_fails_leaves_nothing_behind()
    {
        await Fail();
        Assert.False(await database.Db.One<bool>("select to_regclass('second') is not null"));
    }

    [Fact]
    public async Task A_file_changed_after_it_was_applied_is_refused_by_name()
    {
        await new MigrationRunner([First]).Apply(database.Sources, default);
        var fault = await Refused([First with { Sql = "create table first (id bigint primary key);" }, Second]);
        Assert.Contains("0001_first.sql was changed", fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_refused_by_name()
    {
        await new MigrationRunner([First, Second]).Apply(database.Sources, default);
        Assert.Contains("0002_second.sql", await Refused([First, Migration.Parse("0002_other.sql", "select 1")]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused_by_the_name_of_the_newer_file()
    {
        await new MigrationRunner([First, Second]).Apply(database.Sources, default);
        var fault = await Refused([First]);
        Assert.Contains("newer than this program", fault, StringComparison.Ordinal);
        Assert.Contains("0002_second.sql", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_or_a_double_number_is_refused_by_name()
    {
        Assert.Contains(
            "0003_third.sql",
            Assert.Throws<StartException>(() => Migration.InOrder([First, Migration.Parse("0003_third.sql", "")])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0001_again.sql",
            Assert.Throws<StartException>(() => Migration.InOrder([First, Migration.Parse("0001_again.sql", "")])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "first.sql",
            Assert.Throws<StartException>(() => Migration.Parse("first.sql", "")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Line_ends_of_a_checkout_do_not_change_a_checksum() =>
        Assert.Equal(
            Migration.Parse("0001_a.sql", "select 1;\nselect 2;\n").Checksum,
            Migration.Parse("0001_a.sql", "select 1;\r\nselect 2;\r\n").Checksum
        );

    [Theory]
    [InlineData("synchronous_commit", "off")]
    public async Task A_server_that_acknowledges_what_is_not_on_disk_is_refused(string setting, string value)
    {
        await using var careless = new DataSources(
            new NpgsqlConnectionStringBuilder(database.ConnectionString) { Options = $"-c {setting}={value}" }.ConnectionString
        );
        var fault = await Assert.ThrowsAsync<StartException>(() => new MigrationRunner([First]).Apply(careless, default));
        Assert.Contains($"{setting} = off", fault.Message, StringComparison.Ordinal);
    }

    private async Task<string> Refused(IReadOnlyList<Migration> files) =>
        (await Assert.ThrowsAsync<StartException>(() => new MigrationRunner(files).Apply(database.Sources, default))).Message;
}
