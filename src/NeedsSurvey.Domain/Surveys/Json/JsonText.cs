using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace NeedsSurvey.Domain.Surveys;

// The parser leaves escapes unread, so "\ud800" passes as JSON and fails only when it is asked for. PostgreSQL stores neither NUL
// nor half a surrogate pair; both are refused where text comes in, and nowhere later.

/// <summary>Reads strings out of parsed JSON without throwing.</summary>
internal static class JsonText
{
    /// <summary>False when the string cannot be stored: NUL, lone surrogates, bytes that are not UTF-8.</summary>
    internal static bool TryRead(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = json.GetString()!;
            return CanBeStored(text);
        }
        catch (InvalidOperationException) // the parser's word for a lone surrogate or bad UTF-8
        {
            text = null;
            return false;
        }
    }

    /// <summary>As <see cref="TryRead"/>, for a key.</summary>
    internal static bool TryReadName(JsonProperty property, [NotNullWhen(true)] out string? name)
    {
        try
        {
            name = property.Name;
            return CanBeStored(name);
        }
        catch (InvalidOperationException)
        {
            name = null;
            return false;
        }
    }

    /// <summary>
    /// Whether a key is <paramref name="name"/> (ASCII), however it is escaped; the parser's own comparison throws on lone surrogates.
    /// </summary>
    internal static bool Is(this JsonProperty property, ReadOnlySpan<byte> name)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (!raw.Contains((byte)'\\'))
            return raw.SequenceEqual(name);
        return TryReadName(property, out var text) && Encoding.UTF8.GetBytes(text).AsSpan().SequenceEqual(name);
    }

    /// <summary>The value of a key, or false when there is none.</summary>
    internal static bool TryFind(this JsonElement json, ReadOnlySpan<byte> name, out JsonElement value)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (!property.Is(name))
                continue;
            value = property.Value;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>No NUL, and every surrogate has its other half.</summary>
    internal static bool CanBeStored(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
            return !text.Contains('\0');
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return false;
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }
}
