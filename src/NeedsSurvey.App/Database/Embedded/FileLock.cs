// A lock that the operating system drops when its process dies, however it dies. .NET opens files with flock(2): FileShare.None is an
// exclusive lock, FileShare.ReadWrite a shared one. Locks are advisory and between processes of one machine only.

namespace NeedsSurvey.App.Database;

/// <summary>A held file lock; disposing it (or dying) lets go.</summary>
public sealed class FileLock : IDisposable
{
    private readonly FileStream held;

    private FileLock(FileStream held) => this.held = held;

    /// <summary>Takes the lock at once, or answers null when another process holds it.</summary>
    public static FileLock? TryTake(string path, bool shared = false)
    {
        try
        {
            return new FileLock(
                new FileStream(
                    path,
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    shared ? FileShare.ReadWrite : FileShare.None,
                    bufferSize: 1
                )
            );
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    /// <summary>Waits for the lock; throws <see cref="StartException"/> with the given words when it is not free in time.</summary>
    public static async Task<FileLock> Take(string path, TimeSpan patience, string wordsOnTimeout, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Step)
        {
            if (TryTake(path) is { } taken)
                return taken;
            if (waited >= patience)
                throw new StartException(wordsOnTimeout);
            await Task.Delay(Step, cancellation);
        }
    }

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Lets go of the lock. The file itself stays: removing it would let two processes lock two files of one name.</summary>
    public void Dispose() => held.Dispose();
}
