using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>How a guided condition compares.</summary>
public enum GuidedComparison
{
    Is,
    IsNot,
    Includes,
    IncludesNot,
    AtLeast,
    AtMost,
    IsAnswered,
}

/// <summary>
/// The conditions that can be picked from three lists, "question – comparison – value", and the expression each one stands for.
/// Everything else is written as an expression; this only recognises its own spellings and never evaluates.
/// </summary>
/// <param name="Question">Name of the question whose answer decides.</param>
/// <param name="Value">A choice's name, a number or a word; empty for <see cref="GuidedComparison.IsAnswered"/>.</param>
public sealed partial record GuidedCondition(string Question, GuidedComparison Comparison, string Value)
{
    /// <summary>
    /// The expression, or null when it cannot be written: a value with a quotation mark of both kinds, or a bound that is no number.
    /// </summary>
    public string? ToExpression()
    {
        var answer = $"${{{Question}}}";
        return Comparison switch
        {
            GuidedComparison.IsAnswered => $"{answer} != ''",
            GuidedComparison.AtLeast => Number() is { } least ? $"{answer} >= {least}" : null,
            GuidedComparison.AtMost => Number() is { } most ? $"{answer} <= {most}" : null,
            _ when Literal() is not { } literal => null,
            GuidedComparison.Is => $"{answer} = {Literal()}",
            GuidedComparison.IsNot => $"{answer} != {Literal()}",
            GuidedComparison.Includes => $"selected({answer}, {Literal()})",
            GuidedComparison.IncludesNot => $"not(selected({answer}, {Literal()}))",
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The condition that <paramref name="expression"/> spells, or null when it says more than one can pick.</summary>
    public static GuidedCondition? Of(string? expression)
    {
        if (string.IsNullOrWhiteSpace(expression))
            return null;
        if (Compared().Match(expression) is { Success: true } compared)
        {
            var (question, sign, value) = (compared.Groups["q"].Value, compared.Groups["sign"].Value, Unquoted(compared));
            return (sign, value.Length) switch
            {
                ("!=", 0) => new(question, GuidedComparison.IsAnswered, ""),
                (_, 0) => null,
                ("=", _) => new(question, GuidedComparison.Is, value),
                ("!=", _) => new(question, GuidedComparison.IsNot, value),
                (">=", _) => compared.Groups["n"].Success ? new(question, GuidedComparison.AtLeast, value) : null,
                _ => compared.Groups["n"].Success ? new(question, GuidedComparison.AtMost, value) : null,
            };
        }
        if (Selected().Match(expression) is { Success: true } selected)
            return new(
                selected.Groups["q"].Value,
                selected.Groups["not"].Success ? GuidedComparison.IncludesNot : GuidedComparison.Includes,
                Unquoted(selected)
            );
        return null;
    }

    private string? Literal() =>
        Value switch
        {
            "" => null,
            _ when !Value.Contains('\'') => $"'{Value}'",
            _ when !Value.Contains('"') => $"\"{Value}\"",
            _ => null,
        };

    private string? Number() => TypedNumber.Read(Value)?.ToString(CultureInfo.InvariantCulture);

    private static string Unquoted(Match match) => match.Groups["s"].Success ? match.Groups["s"].Value[1..^1] : match.Groups["n"].Value;

    [GeneratedRegex(
        """^\s*\$\{(?<q>[A-Za-z_][\w.-]*)\}\s*(?<sign>=|!=|>=|<=)\s*((?<s>'[^']*'|"[^"]*")|(?<n>-?\d+(\.\d+)?))\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex Compared();

    [GeneratedRegex(
        """^\s*(?<not>not\s*\(\s*)?selected\s*\(\s*\$\{(?<q>[A-Za-z_][\w.-]*)\}\s*,\s*(?<s>'[^']+'|"[^"]+")\s*\)(?(not)\s*\))\s*$""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex Selected();
}
