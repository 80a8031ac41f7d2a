using Microsoft.AspNetCore.Components;

namespace NeedsSurvey.Web.Components;

/// <summary>
/// Words in which others stand that are isolated from their direction (U+2068 … U+2069): on a page they stand in <c>bdi</c>, since some
/// browsers show the marks as boxes.
/// </summary>
internal static class Isolated
{
    private const char Begin = '\u2068',
        End = '\u2069';

    public static RenderFragment Words(string? words) =>
        builder =>
        {
            var rest = words.AsSpan();
            var depth = 0;
            while (rest.IndexOfAny(Begin, End) is >= 0 and var at)
            {
                builder.AddContent(0, rest[..at].ToString());
                if (rest[at] == Begin)
                {
                    builder.OpenElement(1, "bdi");
                    depth++;
                }
                else if (depth > 0)
                {
                    builder.CloseElement();
                    depth--;
                }
                rest = rest[(at + 1)..];
            }
            builder.AddContent(2, rest.ToString());
            for (; depth > 0; depth--)
                builder.CloseElement();
        };

    /// <summary>Without the marks, where there is no room for elements: in a title.</summary>
    public static string Plain(string words) =>
        words.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
