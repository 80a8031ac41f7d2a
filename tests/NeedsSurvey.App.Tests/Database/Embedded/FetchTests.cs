// Fetching a server over HTTP, from a file server of this test that has this machine's own programs in an archive of the published form.

using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using NeedsSurvey.App.Database;

namespace NeedsSurvey.App.Tests.Database.Embedded;

/// <summary>fresh machines, 1: a machine with the SDK alone.</summary>
public sealed class FetchTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("needssurvey-fetch-");
    private readonly List<string> said = [];

    [SkippableFact]
    public async Task A_fetched_server_is_found_beside_the_data()
    {
        using var repository = await Repository.New();
        Assert.Null(await Fetch(repository.Address));
        var found = (await PostgresBinaries.Find(Fetched().Single(), Data, null, default))!;
        Assert.StartsWith(Data.Root, found.Directory, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_archive_that_is_not_what_was_published_is_not_kept()
    {
        using var repository = await Repository.New(spoilt: true);
        Assert.NotNull(await Fetch(repository.Address));
        Assert.Empty(Fetched());
    }

    [Fact]
    public async Task A_fetch_that_is_refused_says_so_within_seconds()
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal("from 127.0.0.1:1: the connection was refused", await Fetch("http://127.0.0.1:1/maven"));
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_is_fetched_is_announced_with_its_reason_and_its_place()
    {
        await Fetch("http://127.0.0.1:1/maven");
        Assert.Equal(["No server; fetching PostgreSQL 18.1.0 from 127.0.0.1:1 (about 12 MB, once)."], said);
    }

    [Fact]
    public async Task A_failed_fetch_leaves_nothing_behind()
    {
        await Fetch("http://127.0.0.1:1/maven");
        Assert.DoesNotContain(Directory.EnumerateDirectories(Data.Root), name =>
            Path.GetFileName(name).StartsWith("unpacking", StringComparison.Ordinal)
        );
    }

    public void Dispose() => root.Delete(recursive: true);

    private DataDirectory Data => DataDirectory.Open(Path.Combine(root.FullName, "data"));

    private string[] Fetched() => [.. FetchedPostgres.Places(Data)];

    private Task<string?> Fetch(string address) => MavenPostgres.Unpack(Data, address, null, "No server", said.Add, default);

    /// <summary>A Maven repository with one artefact for whatever platform is asked for.</summary>
    private sealed class Repository : IDisposable
    {
        private static readonly Lazy<Task<byte[]>> Packed = new(Pack);

        private readonly HttpListener listener = new();
        private readonly byte[] archive;
        private readonly bool spoilt;

        private Repository(byte[] archive, bool spoilt, string address)
        {
            (this.archive, this.spoilt, Address) = (archive, spoilt, address);
            listener.Prefixes.Add(address);
            listener.Start();
            _ = Serve();
        }

        public string Address { get; }

        public static async Task<Repository> New(bool spoilt = false) =>
            new(await Packed.Value, spoilt, $"http://127.0.0.1:{PostgresNode.FreePort()}/");

        // Packed once, and quickly rather than small.
        private static async Task<byte[]> Pack()
        {
            var machine = await PostgresBinaries.Find(null, null, null, default);
            Skip.If(machine is null, "NO SERVER TO PACK: this machine has no PostgreSQL of its own. Nothing was tested here.");
            var root = Directory.CreateTempSubdirectory("needssurvey-pack-");
            try
            {
                var tape = Path.Combine(root.FullName, "postgres.tar");
                var parent = Path.GetDirectoryName(machine.Directory)!;
                var tar = await Child.Run("tar", ["-chf", tape, "-C", parent, "bin/postgres", "bin/initdb", "bin/pg_ctl"]);
                Assert.True(tar.Succeeded, tar.Output);
                var xz = await Child.Run("xz", ["-0", tape]);
                Skip.IfNot(xz.Succeeded, $"NO XZ: nothing is packed here ({xz.Output.Trim()}). Nothing was tested here.");
                using var jar = new MemoryStream();
                using (var zip = new ZipArchive(jar, ZipArchiveMode.Create, leaveOpen: true))
                    zip.CreateEntryFromFile(tape + ".xz", "postgres-test.txz", CompressionLevel.NoCompression);
                return jar.ToArray();
            }
            finally
            {
                root.Delete(recursive: true);
            }
        }

        public void Dispose() => listener.Close();

        private async Task Serve()
        {
            while (listener.IsListening)
            {
                HttpListenerContext asked;
                try
                {
                    asked = await listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    // Closed by Dispose.
                    return;
                }
                var body =
                    asked.Request.RawUrl!.EndsWith(".jar", StringComparison.Ordinal) ? archive
                    : !asked.Request.RawUrl.EndsWith(".sha256", StringComparison.Ordinal) ? null
                    : System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(SHA256.HashData(spoilt ? [1] : archive)));
                asked.Response.StatusCode = body is null ? 404 : 200;
                asked.Response.Close(body ?? [], willBlock: false);
            }
        }
    }
}
