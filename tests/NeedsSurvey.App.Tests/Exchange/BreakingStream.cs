namespace NeedsSurvey.App.Tests.Exchange;

/// <summary>Takes so many bytes and then fails, as a connection does that is cut; may do something before each write.</summary>
internal sealed class BreakingStream(Stream inner, long most, Func<Task>? before = null) : Stream
{
    private long taken;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (before is not null)
            await before();
        if ((taken += buffer.Length) > most)
            throw new IOException("The connection was cut.");
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("An export that blocks a thread.");

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => taken;
    public override long Position
    {
        get => taken;
        set => throw new NotSupportedException();
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
