// Where an export waits for a slow reader. It is written into a temporary file as fast as the database gives it, and the database is let
// go before the first byte is sent: a reader holds a file, never a connection. The file has no name while it is read (Unix) or goes when
// it is closed (Windows), so no kill leaves answers lying about. What the files may take together is bounded, for one organisation to half
// of it, and they never take the last of the disk, which may be the database's too.

using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Exchange;

namespace NeedsSurvey.App.Exchange;

/// <summary>Temporary files of exports on their way to readers. One instance a process.</summary>
/// <param name="directory">Where; null for a directory of its own among the system's temporary ones.</param>
/// <param name="limits">What they may take.</param>
public sealed class ExportSpool(string? directory, ExportSpool.Limits? limits = null) : IDisposable
{
    /// <summary>How many bytes between two looks at the room on the disk.</summary>
    private const long LookEvery = 8 << 20;

    private readonly Limits limits = limits ?? new Limits();
    private readonly SemaphoreSlim turns = new((limits ?? new Limits()).AtOnce);
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, long> taken = [];
    private string? place;

    /// <param name="Bytes">All files together; one organisation may take half.</param>
    /// <param name="LeaveFree">Bytes of the disk that are nobody's to take.</param>
    /// <param name="AtOnce">Exports being made at the same time; each reads over two connections at most.</param>
    /// <param name="SecondsToWait">How long one waits for its turn.</param>
    public sealed record Limits(long Bytes = 4L << 30, long LeaveFree = 512L << 20, int AtOnce = 2, int SecondsToWait = 20);

    /// <summary>Bytes in files now.</summary>
    public long Held
    {
        get
        {
            lock (gate)
                return taken.Values.Sum();
        }
    }

    /// <summary>Removes what a killed process left; what another process still reads stays readable for it.</summary>
    public void Clean()
    {
        if (directory is null || !Directory.Exists(directory))
            return;
        foreach (var left in Directory.EnumerateFiles(directory, "*.part"))
            Remove(left);
    }

    /// <summary>Makes the export, whole, and answers its file; dispose of it when it is sent.</summary>
    /// <param name="export">What to make.</param>
    /// <param name="cancellation">Its reader has gone.</param>
    /// <param name="chosen">Told the codes of the states that the file has.</param>
    /// <returns><see cref="Problem.Unavailable"/> when there is no room, or too many wait.</returns>
    /// <exception cref="IOException">The file cannot be written for another reason: a fault of the server, for its log.</exception>
    public async Task<Result<Stream>> Hold(ReadyExport export, CancellationToken cancellation, Action<StateCodes>? chosen = null)
    {
        if (!await turns.WaitAsync(TimeSpan.FromSeconds(limits.SecondsToWait), cancellation))
            return new Problem.Unavailable(
                "Other downloads are being made at the moment. Please try again in a minute.",
                TimeSpan.FromSeconds(60)
            );
        SpoolFile? file = null;
        try
        {
            file = new SpoolFile(this, export.OrganisationId, Open());
            await export.WriteTo(file, cancellation, chosen);
            return Result.Of<Stream>(file.ToRead());
        }
        catch (NoRoomException full)
        {
            await Close(file);
            return new Problem.Unavailable(full.Message, TimeSpan.FromSeconds(60));
        }
        catch (IOException full) when (DiskFull.Is(full))
        {
            await Close(file);
            return new Problem.Unavailable(
                "The server has no room for the file of this download. Please tell whoever runs it, and try again later.",
                TimeSpan.FromMinutes(5)
            );
        }
        catch
        {
            await Close(file);
            throw;
        }
        finally
        {
            turns.Release();
        }
    }

    /// <summary>Removes the directory when it is this process's own.</summary>
    public void Dispose()
    {
        turns.Dispose();
        if (directory is null && place is not null && Directory.Exists(place))
            Directory.Delete(place, recursive: true);
    }

    private static ValueTask Close(SpoolFile? file) => file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private FileStream Open()
    {
        var path = Path.Combine(Place(), Guid.NewGuid().ToString("n") + ".part");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        // Where an open file needs no name, it has none from the first byte on.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    private string Place()
    {
        lock (gate)
        {
            if (place is null && directory is null)
                place = Directory.CreateTempSubdirectory("needssurvey-export-").FullName;
            else if (place is null)
            {
                ClusterMaker.CreatePrivate(directory!);
                place = directory;
            }
            return place!;
        }
    }

    private void Take(Guid organisation, long already, long bytes)
    {
        if (already + bytes > limits.Bytes / 2)
            throw new NoRoomException(
                "This download is larger than the server sends. Whoever runs it can write it into a file with the command “export”."
            );
        lock (gate)
        {
            if (taken.Values.Sum() + bytes > limits.Bytes)
                throw new NoRoomException("Too many downloads are on their way at the moment. Please try again in a minute.");
            var before = taken.GetValueOrDefault(organisation);
            if (before + bytes > limits.Bytes / 2)
                throw new NoRoomException("Too many downloads of your organisation are on their way. Please let them end, then try again.");
            taken[organisation] = before + bytes;
        }
    }

    private void GiveBack(Guid organisation, long bytes)
    {
        lock (gate)
        {
            if ((taken[organisation] = taken.GetValueOrDefault(organisation) - bytes) <= 0)
                taken.Remove(organisation);
        }
    }

    private void Look()
    {
        if (new DriveInfo(Place()).AvailableFreeSpace < limits.LeaveFree)
            throw new NoRoomException(
                "The server has too little room left for the file of this download. Please tell whoever runs it, and try again later."
            );
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Still read by another process of this machine: it goes with that one.
        }
    }

    private sealed class NoRoomException(string words) : Exception(words);

    /// <summary>Takes bytes until <see cref="ToRead"/>; what it took is given back when the reader closes it.</summary>
    private sealed class SpoolFile(ExportSpool spool, Guid organisation, FileStream file) : WriteOnlyStream
    {
        private long bytes;
        private long looked = -LookEvery;

        // What was written so far can be taken back and written again.
        public override bool CanSeek => true;

        public override long Position
        {
            get => file.Position;
            set => file.Position = value;
        }

        public override void SetLength(long value)
        {
            file.SetLength(value);
            spool.GiveBack(organisation, bytes - value);
            (bytes, looked) = (value, value - LookEvery);
        }

        public Reader ToRead()
        {
            file.Position = 0;
            return new Reader(file, () => spool.GiveBack(organisation, bytes));
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Note(buffer.Length);
            return file.WriteAsync(buffer, cancellationToken);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Note(buffer.Length);
            file.Write(buffer);
        }

        /// <summary>An export that did not become whole.</summary>
        public override async ValueTask DisposeAsync()
        {
            await file.DisposeAsync();
            spool.GiveBack(organisation, bytes);
            await base.DisposeAsync();
        }

        private void Note(int more)
        {
            if (bytes - looked >= LookEvery)
            {
                looked = bytes;
                spool.Look();
            }
            spool.Take(organisation, bytes, more);
            bytes += more;
        }
    }

    private sealed class Reader(FileStream file, Action closed) : Stream
    {
        private Action? closed = closed;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            file.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            file.ReadAsync(buffer, offset, count, cancellationToken);

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override async ValueTask DisposeAsync()
        {
            await file.DisposeAsync();
            await base.DisposeAsync();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
                Interlocked.Exchange(ref closed, null)?.Invoke();
            }
            base.Dispose(disposing);
        }
    }
}
