using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NeedsSurvey.App.Accounts;

/// <summary>
/// A random secret that one party holds: a session cookie, a link, an API key. The database keeps <see cref="Hash"/> alone. A plain
/// SHA-256 is enough because the text carries 256 random bits; passwords, which do not, go through <see cref="Passwords"/>.
/// </summary>
/// <param name="Text">What the holder carries; shown or sent once.</param>
/// <param name="Hash">32 bytes.</param>
public sealed record Secret(SecretText Text, byte[] Hash)
{
    private const int RandomBytes = 32;

    // Longer than any secret made here; nothing longer is hashed at all.
    private const int MaxLength = 100;

    /// <summary>A new secret, written in base64url after <paramref name="prefix"/>.</summary>
    public static Secret New(string prefix = "")
    {
        var text = prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
        return new Secret(text, Sha256(text));
    }

    /// <summary>The hash to look a presented secret up by; empty (which no row has) for what cannot be one.</summary>
    public static byte[] HashOf(SecretText presented) => presented.Reveal() is { Length: > 0 and <= MaxLength } text ? Sha256(text) : [];

    private static byte[] Sha256(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
