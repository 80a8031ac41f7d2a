// How a submission's id becomes a receipt code, and what of both is stored. Everything is worked out from what the respondent's own
// request carries; the database keeps only hashes, so nobody who holds it (or a backup of it) can work out a receipt, and a repeated
// request still gets the same one.

using System.Security.Cryptography;
using System.Text;

namespace NeedsSurvey.App.Responses;

/// <summary>
/// The secret code that only the respondent holds: 80 bits in 16 characters of Crockford's base 32 (no I, L, O, U), in groups of four.
/// Each hash is separated by its purpose, so that none of them can be worked out from another.
/// </summary>
public static class Receipt
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 16;
    private const int LongestTyped = 100;

    /// <summary>The code as shown: <c>7K3M-9QWX-0A2B-C4DE</c>.</summary>
    public static string Of(Guid surveyId, Guid submission) => Code("receipt", surveyId, submission);

    /// <summary>The code of a reply to a hearing check (<c>hearing</c>) or about goals (<c>goals</c>), which is no response's.</summary>
    public static string OfReply(string about, Guid initiative, Guid submission) => Code($"receipt of {about}", initiative, submission);

    private static string Code(string purpose, Guid about, Guid submission)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        Hash(purpose, about, submission, digest);
        Span<char> code = stackalloc char[Length + 3];
        for (int i = 0, at = 0; i < Length; i++)
        {
            if (i is 4 or 8 or 12)
                code[at++] = '-';
            var bits = i * 5;
            // Five bits lie in at most two bytes; the byte after the last one needed exists, for the digest is longer.
            code[at++] = Alphabet[((digest[bits / 8] << 8 | digest[bits / 8 + 1]) >> (11 - bits % 8)) & 31];
        }
        return new string(code);
    }

    /// <summary>What is stored to know a repeated submission.</summary>
    public static byte[] SubmissionHash(Guid surveyId, Guid submission)
    {
        var digest = new byte[SHA256.HashSizeInBytes];
        Hash("submission", surveyId, submission, digest);
        return digest;
    }

    /// <summary>What is stored to find a response by its receipt.</summary>
    /// <param name="receipt">As <see cref="Of"/> or <see cref="TryRead"/> gave it.</param>
    public static byte[] ReceiptHash(string receipt) => SHA256.HashData(Encoding.ASCII.GetBytes("NeedsSurvey 1 receipt-hash " + receipt));

    /// <summary>Reads a code as people type it: small letters, spaces and dashes anywhere, O for 0, I or L for 1.</summary>
    /// <returns>False when it cannot be a code.</returns>
    public static bool TryRead(string? typed, out string receipt)
    {
        var code = new StringBuilder(Length + 3);
        var count = 0;
        foreach (var c in typed is { Length: <= LongestTyped } ? typed : "")
        {
            if (
                char.IsWhiteSpace(c)
                || char.GetUnicodeCategory(c)
                    is System.Globalization.UnicodeCategory.DashPunctuation
                        or System.Globalization.UnicodeCategory.Format
            )
                continue;
            var letter = char.ToUpperInvariant(c) switch
            {
                'O' => '0',
                'I' or 'L' => '1',
                var other => other,
            };
            if (char.IsDigit(c))
                letter = (char)('0' + (int)char.GetNumericValue(c));
            if (count == Length || !Alphabet.Contains(letter))
            {
                count = -1;
                break;
            }
            if (count is 4 or 8 or 12)
                code.Append('-');
            code.Append(letter);
            count++;
        }
        receipt = count == Length ? code.ToString() : "";
        return count == Length;
    }

    private static void Hash(string purpose, Guid about, Guid submission, Span<byte> digest)
    {
        var label = Encoding.ASCII.GetBytes("NeedsSurvey 1 " + purpose + " ");
        Span<byte> message = stackalloc byte[label.Length + 32];
        label.CopyTo(message);
        about.TryWriteBytes(message[label.Length..], bigEndian: true, out _);
        submission.TryWriteBytes(message[(label.Length + 16)..], bigEndian: true, out _);
        SHA256.HashData(message, digest);
    }
}
