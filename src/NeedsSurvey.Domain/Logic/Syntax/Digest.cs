// digest(text, algorithm, encoding): a checksum of a text's UTF-8 bytes. MD5 and SHA-1 are here because XLSForm has them;
// nothing in this program relies on their strength.
using System.Security.Cryptography;
using System.Text;

namespace NeedsSurvey.Domain.Logic;

internal static class Digest
{
    public static Value Of(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var bytes = Encoding.UTF8.GetBytes(values[0].ToText());
        var algorithm = values[1].ToText();
        var encoding = values.Length > 2 ? values[2].ToText() : "base64";
#pragma warning disable CA5350, CA5351 // XLSForm names these algorithms; see above
        var hash = algorithm switch
        {
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => null,
        };
#pragma warning restore CA5350, CA5351
        if (hash is null)
            return Value.Fault($"digest does not know '{algorithm}'. Choose 'MD5', 'SHA-1', 'SHA-256', 'SHA-384' or 'SHA-512'.");
        return encoding switch
        {
            "hex" => Value.Of(Convert.ToHexStringLower(hash)),
            "base64" => Value.Of(Convert.ToBase64String(hash)),
            _ => Value.Fault($"digest writes its result as 'hex' or 'base64', not as '{encoding}'."),
        };
    }
}
