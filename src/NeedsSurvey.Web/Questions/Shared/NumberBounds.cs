using System.Globalization;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Web.Questions;

/// <summary>"From … to …" of a number question, and the constraint that says it. Other constraints stay expressions.</summary>
internal sealed partial record NumberBounds(decimal? Least, decimal? Most)
{
    /// <summary>The bounds that a constraint says, none for no constraint; null when it says something else.</summary>
    public static NumberBounds? Of(string? constraint)
    {
        if (string.IsNullOrWhiteSpace(constraint))
            return new(null, null);
        var match = Bounds().Match(constraint);
        return match.Success ? new(Number(match.Groups["least"]), Number(match.Groups["most"])) : null;
    }

    /// <summary>Fills the two fields; a constraint that they say is not shown as an expression too.</summary>
    public static void Write(FormWriter form, string? constraint)
    {
        var bounds = Of(constraint);
        if (bounds is not null)
            form.Text("constraint", null);
        form.Number("least", bounds?.Least).Number("most", bounds?.Most);
    }

    /// <summary>The constraint that was written, or else the one that the two fields say.</summary>
    public static string? Read(FormReader reader, string? constraint) =>
        constraint ?? new NumberBounds(reader.Number("least"), reader.Number("most")).ToConstraint();

    public string? ToConstraint() =>
        (Least, Most) switch
        {
            (null, null) => null,
            ({ } least, null) => $". >= {Text(least)}",
            (null, { } most) => $". <= {Text(most)}",
            ({ } least, { } most) => $". >= {Text(least)} and . <= {Text(most)}",
        };

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static decimal? Number(Group group) =>
        group.Success && decimal.TryParse(group.Value, Styles, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        """
            ^\s* (\.\s*>=\s*(?<least>-?\d{1,15}(\.\d{1,9})?))? (?(least)(\s+and\s+(?=\.))?)
            (\.\s*<=\s*(?<most>-?\d{1,15}(\.\d{1,9})?))? \s*$
            """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        100
    )]
    private static partial Regex Bounds();
}
