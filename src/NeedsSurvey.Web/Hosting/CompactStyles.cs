using System.Text.RegularExpressions;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// A stylesheet as browsers get it: without comments, indentation and line breaks, which only its authors need and which would weigh on the
/// first page. It reads CSS whose strings hold no <c>/*</c>.
/// </summary>
public static partial class CompactStyles
{
    /// <summary>The same rules in the same order, on one line.</summary>
    public static string Of(string css) => OtherBreaks().Replace(NeedlessBreaks().Replace(Comments().Replace(css, ""), ""), " ").Trim();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    // After these nothing needs a space.
    [GeneratedRegex(@"(?<=[{};,])\s*\n\s*")]
    private static partial Regex NeedlessBreaks();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex OtherBreaks();
}
