// Reads XLSForm's expression language (XPath 1.0 without location paths, plus ODK XForms functions) into a syntax tree.
// It finds several faults in one reading. It checks functions and their number of values, which need no survey;
// what needs one (names, choices, kinds) is ExpressionCheck's.
using System.Diagnostics.CodeAnalysis;

namespace NeedsSurvey.Domain.Logic;

/// <summary>What reading an expression gave: an expression, or faults.</summary>
/// <param name="Expression">The expression; null if there are faults.</param>
/// <param name="Faults">Every fault found, in order of the text; empty if there is an expression.</param>
public sealed record ParseResult(Expression? Expression, IReadOnlyList<ExpressionFault> Faults)
{
    /// <summary>Whether there is an expression.</summary>
    [MemberNotNullWhen(true, nameof(Expression))]
    public bool IsValid => Expression is not null;
}

/// <summary>Reads expressions.</summary>
public static class ExpressionParser
{
    /// <summary>Longest text of an expression, in UTF-16 characters.</summary>
    public const int LongestText = 4_000;

    /// <summary>How many brackets, calls and minus signs may stand inside one another.</summary>
    public const int DeepestNesting = 100;

    /// <summary>How deep the tree may be; a chain such as <c>a or b or c …</c> is as deep as it is long.</summary>
    public const int DeepestTree = 500;

    private const int MostFaults = 20;

    /// <summary>Reads an expression. Never throws, whatever the text.</summary>
    /// <param name="source">The text, as a survey's author wrote it.</param>
    public static ParseResult Parse(string source)
    {
        if (source.Length > LongestText)
        {
            return Refuse(
                FaultCode.TooLong,
                new SourceSpan(LongestText, source.Length - LongestText),
                $"An expression has at most {LongestText} characters; this one has {source.Length}. Move parts into calculate questions."
            );
        }
        if (string.IsNullOrWhiteSpace(source))
        {
            return Refuse(
                FaultCode.Syntax,
                new SourceSpan(0, source.Length),
                "The expression is empty. Write a condition, such as ${age} >= 18."
            );
        }
        var faults = new List<ExpressionFault>();
        var tokens = Lexer.Read(source, faults);
        var root = new ExpressionReader(tokens, faults).Whole();
        if (faults.Count == 0 && root is not null)
            return new ParseResult(new Expression(source, root), []);
        var found = faults.DistinctBy(fault => fault.Span.Start).OrderBy(fault => fault.Span.Start).Take(MostFaults);
        return new ParseResult(null, [.. found]);
    }

    private static ParseResult Refuse(FaultCode code, SourceSpan span, string message) =>
        new(null, [ExpressionFault.Error(code, span, message)]);
}
