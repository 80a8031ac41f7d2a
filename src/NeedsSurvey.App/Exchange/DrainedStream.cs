namespace NeedsSurvey.App.Exchange;

/// <summary>
/// Keeps blocking writes back until the next one that can wait. A zip entry writes its last few kilobytes when it is closed, and does so
/// blocking, which a web server's response refuses; everything else passes straight through.
/// </summary>
internal sealed class DrainedStream(Stream inner) : WriteOnlyStream
{
    private readonly MemoryStream kept = new();

    /// <summary>Sends what was kept back.</summary>
    public async ValueTask Drain(CancellationToken cancellation)
    {
        if (kept.Length == 0)
            return;
        await inner.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), cancellation);
        kept.SetLength(0);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Drain(cancellationToken);
        await inner.WriteAsync(buffer, cancellationToken);
    }

    public override void Write(ReadOnlySpan<byte> buffer) => kept.Write(buffer);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            kept.Dispose();
        base.Dispose(disposing);
    }
}
