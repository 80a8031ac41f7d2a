using System.Buffers.Binary;
using System.Security.Cryptography;

namespace NeedsSurvey.App.Responses;

/// <summary>
/// What chance says in one submission, the same however often it is judged: SHA-256 over the submission and a running number. A generator
/// that begins with 32 bits would give two of a hundred thousand people the same <c>uuid()</c>.
/// </summary>
public sealed class SubmissionChance(Guid surveyId, Guid submission) : Random
{
    private readonly byte[] block = new byte[SHA256.HashSizeInBytes + sizeof(long)];
    private readonly byte[] drawn = new byte[SHA256.HashSizeInBytes];
    private long blocks;
    private int left;

    /// <inheritdoc />
    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    /// <inheritdoc />
    public override void NextBytes(Span<byte> buffer)
    {
        for (var i = 0; i < buffer.Length; i++)
        {
            if (left == 0)
                Draw();
            buffer[i] = drawn[^left--];
        }
    }

    /// <inheritdoc />
    public override double NextDouble() => Sample();

    /// <inheritdoc />
    protected override double Sample()
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        NextBytes(bytes);
        return (BinaryPrimitives.ReadUInt64LittleEndian(bytes) >> 11) * (1.0 / (1UL << 53));
    }

    private void Draw()
    {
        // Most surveys leave nothing to chance.
        if (blocks == 0)
            Receipt.SubmissionHash(surveyId, submission).CopyTo(block, 0);
        BinaryPrimitives.WriteInt64LittleEndian(block.AsSpan(SHA256.HashSizeInBytes), blocks++);
        left = SHA256.HashData(block, drawn);
    }
}
