using System.Net;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.Web.Tests.Hosting.Faults;

/// <summary>Faults 12 and 13: readiness is what people would meet, and a full disk is said in words.</summary>
public sealed class ReadinessTests
{
    [SlowFact]
    public async Task Fault_12_an_exhausted_pool_is_not_ready()
    {
        var database = await TestDatabase.New();
        var site = await TestSite.On(
            new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1, Timeout = 1 }.ConnectionString
        );
        await using (await site.Database.Sources.Reads.OpenConnectionAsync())
        {
            var (status, words) = await site.Ready();
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            Assert.Contains("Pages cannot be read: no connection was free", words, StringComparison.Ordinal);
        }
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await site.Ready());
        await site.DisposeAsync();
        await database.DisposeAsync();
    }

    [SkippableFact]
    public async Task Fault_12_a_standby_is_not_ready()
    {
        await using var primary = await PostgresNode.Primary(await OwnServers.Binaries());
        await using var standby = await primary.Standby();
        var database = await primary.NewDatabase();
        var site = await TestSite.On(primary.Connection(database));
        await primary.UntilSeenBy(standby);
        await using var there = new DataSources(standby.Connection(database));
        var condition = await new DatabaseHealth(there, TimeProvider.System).Look(default);
        Assert.False(condition.Serves);
        Assert.Contains("a standby", Assert.Single(condition.Words), StringComparison.Ordinal);
        await site.DisposeAsync();
    }

    [SkippableFact]
    public async Task Fault_12_a_full_disk_is_not_ready_until_there_is_room()
    {
        await using var disk = await SmallDisk.Mount(megabytes: 180);
        await using var node = await PostgresNode.Primary(await OwnServers.Binaries(), "max_wal_size = 64MB", disk.Path);
        var site = await TestSite.On(node.Connection(await node.NewDatabase()));
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await site.Ready());
        disk.Fill();
        var (status, words) = await site.Ready();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("Answers cannot be stored: the database server's disk is full.", words, StringComparison.Ordinal);
        disk.Free();
        Assert.Equal((HttpStatusCode.OK, "ready\n"), await site.Ready());
        await site.DisposeAsync();
    }

    [SkippableFact]
    public async Task Fault_13_a_start_on_a_full_disk_says_what_to_do()
    {
        await using var disk = await SmallDisk.Mount(megabytes: 2);
        disk.Fill();
        await using var program = ProgramProcess.Start(disk.Path);
        Assert.Equal(1, await program.UntilEnd());
        Assert.Contains("is full", program.Errors, StringComparison.Ordinal);
        Assert.Contains("Make room", program.Errors, StringComparison.Ordinal);
    }

    /// <summary>A disk in memory, where the tests may mount one.</summary>
    private sealed class SmallDisk : IAsyncDisposable
    {
        private SmallDisk(string path) => Path = path;

        public string Path { get; }

        private string Filler => System.IO.Path.Combine(Path, "filler");

        public static async Task<SmallDisk> Mount(int megabytes)
        {
            var path = Directory.CreateTempSubdirectory("needssurvey-disk-").FullName;
            var mounted = await Child.Run("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m,mode=755", "tmpfs", path]);
            if (!mounted.Succeeded)
                Directory.Delete(path);
            Skip.IfNot(mounted.Succeeded, "NO SMALL DISK: only root may mount one. Nothing was tested here.");
            return new SmallDisk(path);
        }

        public void Fill()
        {
            using var file = File.Create(Filler);
            try
            {
                for (var block = new byte[4096]; ; )
                {
                    file.Write(block);
                    file.Flush();
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void Free() => File.Delete(Filler);

        public async ValueTask DisposeAsync()
        {
            await Child.Run("umount", ["-l", Path]);
            Directory.Delete(Path);
        }
    }
}
