using System.Text;
using Microsoft.AspNetCore.Components;

namespace NeedsSurvey.Web.Components;

/// <summary>
/// Sentences whose parts are told apart by the invisible marks U+2068 and U+2069 (<c>Language.List</c>), as HTML says it: some browsers
/// print the marks as boxes, none prints <c>bdi</c>.
/// </summary>
internal static class Isolates
{
    private const char Open = '\u2068';
    private const char Close = '\u2069';

    /// <summary>The sentence as HTML. Marks that somebody typed without their other half are left out.</summary>
    internal static MarkupString Html(string sentence)
    {
        var html = new StringBuilder(sentence.Length + 32);
        var depth = 0;
        foreach (var letter in sentence)
        {
            switch (letter)
            {
                case Open:
                    depth++;
                    html.Append("<bdi>");
                    break;
                case Close when depth > 0:
                    depth--;
                    html.Append("</bdi>");
                    break;
                case Close:
                    break;
                case '<':
                    html.Append("&lt;");
                    break;
                case '&':
                    html.Append("&amp;");
                    break;
                default:
                    html.Append(letter);
                    break;
            }
        }
        for (; depth > 0; depth--)
            html.Append("</bdi>");
        return new(html.ToString());
    }
}
