// Data directories that were copied, opened by somebody else, or carried over to another version. One is made for the class; each test has
// a copy of it, made as people make one.

using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Tests.Database.Embedded;

public sealed class ClusterUpgradeTests(ClusterUpgradeTests.Filled filled) : IClassFixture<ClusterUpgradeTests.Filled>, IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("needssurvey-upgrade-");
    private readonly List<string> said = [];

    // fresh machines, 3: the README's backup, made as root with cp -r, belongs to root and is open to all.
    [Fact]
    public async Task A_copy_made_by_whoever_it_was_starts()
    {
        var data = await Copy();
        await using var server = await EmbeddedServer.Start(data, new(), said.Add, default);
        Assert.Equal(Filled.Name, await Filled.Read(server));
    }

    // The two versions are the same here, since a machine rarely has two; the way is.
    [Fact]
    public async Task Data_that_was_carried_over_is_what_it_was()
    {
        var (data, _) = await filled.Carried();
        await using var server = await EmbeddedServer.Start(data, new(), said.Add, default);
        Assert.Equal(Filled.Name, await Filled.Read(server));
    }

    [SlowFact]
    public async Task The_old_data_is_kept_and_still_opens()
    {
        var (data, done) = await filled.Carried();
        var old = DataDirectory.Open(Path.Combine(root.FullName, "old"));
        File.Copy(data.Password, old.Password);
        await Filled.Copy(done.Kept, old.Cluster);
        await using var server = await EmbeddedServer.Start(old, new(), said.Add, default);
        Assert.Equal(Filled.Name, await Filled.Read(server));
    }

    [Fact]
    public async Task An_upgrade_tells_how_many_rows_it_carried()
    {
        var (_, done) = await filled.Carried();
        // Each migration is a row; so is the organisation.
        Assert.True(done.Rows > Migration.All.Count, $"{done.Rows} rows");
    }

    [SlowFact]
    public async Task What_the_program_did_not_make_stops_an_upgrade_by_name()
    {
        var data = await Copy();
        await using (var server = await EmbeddedServer.Start(data, new(), said.Add, default))
            await Filled.Execute(server, "create table minutes_of_meetings (words text)");
        var refused = await Assert.ThrowsAsync<StartException>(() => Filled.Carry(data));
        Assert.Contains("minutes_of_meetings", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(UpgradeSwap.Scratch(data)));
    }

    [Fact]
    public async Task A_swap_that_was_cut_short_is_finished_by_the_next_start()
    {
        var data = await Copy();
        // As a kill between the two renames leaves it.
        Directory.CreateDirectory(UpgradeSwap.Scratch(data));
        await File.WriteAllTextAsync(Path.Combine(data.Root, "upgrade.note"), "x");
        Directory.Move(data.Cluster, Path.Combine(UpgradeSwap.Scratch(data), "pgdata"));
        UpgradeSwap.Finish(data);
        Assert.NotNull(ClusterMaker.MajorOf(data));
        Assert.False(Directory.Exists(UpgradeSwap.Scratch(data)));
    }

    [Fact]
    public async Task A_swap_that_had_not_begun_leaves_the_old_data()
    {
        var data = await Copy();
        Directory.CreateDirectory(Path.Combine(UpgradeSwap.Scratch(data), "pgdata"));
        await File.WriteAllTextAsync(Path.Combine(data.Root, "upgrade.note"), "x");
        UpgradeSwap.Finish(data);
        Assert.NotNull(ClusterMaker.MajorOf(data));
        Assert.False(Directory.Exists(UpgradeSwap.Scratch(data)));
    }

    [Theory]
    [InlineData(new[] { 15 }, 15, null, 18)]
    [InlineData(new[] { 15, 17 }, 15, null, 18)]
    [InlineData(new[] { 15, 18 }, 18, null, null)]
    [InlineData(new[] { 15, 19 }, 18, null, null)]
    [InlineData(new[] { 15, 18 }, 18, 15, 15)]
    public void An_upgrade_goes_to_the_version_asked_for_or_the_newest(int[] there, int from, int? asked, int? target) =>
        Assert.Equal(target, ClusterUpgrade.Target(there, from, asked));

    // fresh machines, 8
    [Fact]
    public async Task A_missing_password_is_named_before_a_server_is_started()
    {
        var data = await Copy();
        File.Delete(data.Password);
        var refused = await Assert.ThrowsAsync<StartException>(() => EmbeddedServer.Start(data, new(), said.Add, default));
        Assert.Equal(StartWords.NoPassword(data.Password), refused.Message);
    }

    public void Dispose() => root.Delete(recursive: true);

    private async Task<DataDirectory> Copy()
    {
        var target = Path.Combine(root.FullName, "data");
        await Filled.Copy(filled.Root, target);
        return DataDirectory.Open(target);
    }

    /// <summary>A data directory with a migrated database and an organisation in it, stopped.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public const string Name = "Müllers \\N ärgste\tZeile\r\nبيت";

        private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("needssurvey-filled-");
        private readonly Lazy<Task<(DataDirectory Data, ClusterUpgrade.Done Done)>> carried;

        public Filled() => carried = new(CarryCopy);

        public string Root => Path.Combine(directory.FullName, "data");

        public async Task InitializeAsync()
        {
            await using var server = await EmbeddedServer.Start(DataDirectory.Open(Root), new(), _ => { }, default);
            await using var sources = new DataSources(server.ConnectionString);
            await new MigrationRunner(Migration.All).Apply(sources, default);
            await using var insert = sources.Writes.CreateCommand(
                "insert into organisation (organisation_id, slug, name, kind) values (gen_random_uuid(), 'm', $1, 'organisation')"
            );
            insert.Parameters.AddWithValue(Name);
            await insert.ExecuteNonQueryAsync();
        }

        /// <summary>A copy that was carried over; no test changes it.</summary>
        public Task<(DataDirectory Data, ClusterUpgrade.Done Done)> Carried() => carried.Value;

        public static async Task<ClusterUpgrade.Done> Carry(DataDirectory data)
        {
            var programs = (await PostgresBinaries.Find(null, data, ClusterMaker.MajorOf(data), default))!;
            return await ClusterUpgrade.Carry(data, programs, programs, _ => { }, default);
        }

        public static async Task Copy(string from, string to)
        {
            var copied = await Child.Run("cp", ["-r", from, to]);
            Assert.True(copied.Succeeded, copied.Output);
        }

        private async Task<(DataDirectory Data, ClusterUpgrade.Done Done)> CarryCopy()
        {
            var target = Path.Combine(directory.FullName, "carried");
            await Copy(Root, target);
            var data = DataDirectory.Open(target);
            return (data, await Carry(data));
        }

        public static async Task<string?> Read(EmbeddedServer server) =>
            (string?)await Execute(server, "select name from organisation where slug = 'm'");

        public static async Task<object?> Execute(EmbeddedServer server, string sql)
        {
            await using var sources = new DataSources(server.ConnectionString);
            await using var command = sources.Writes.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }

        public Task DisposeAsync()
        {
            directory.Delete(recursive: true);
            return Task.CompletedTask;
        }
    }
}
