// One thing that is wrong with an expression, said so that the person who wrote it can mend it.
// Faults of *writing* an expression live here; a fault of *evaluating* one with particular answers is a Value (Value.Fault).
namespace NeedsSurvey.Domain.Logic;

/// <summary>Where something stands in the text of an expression.</summary>
/// <param name="Start">0-based index of its first UTF-16 character.</param>
/// <param name="Length">Number of UTF-16 characters; 0 means "between characters".</param>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The index just after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The shortest stretch that covers both.</summary>
    public SourceSpan To(SourceSpan other)
    {
        var start = Math.Min(Start, other.Start);
        return new SourceSpan(start, Math.Max(End, other.End) - start);
    }
}

/// <summary>What kind of fault it is; the names are stable and may be shown by an API.</summary>
public enum FaultCode
{
    /// <summary>The text is not an expression.</summary>
    Syntax,

    /// <summary>Longer than <see cref="ExpressionParser.LongestText"/> characters.</summary>
    TooLong,

    /// <summary>More brackets or operators inside one another than the limits allow.</summary>
    TooDeep,

    /// <summary>No such function, or one that this program does not have.</summary>
    UnknownFunction,

    /// <summary>A function was given too few or too many values.</summary>
    WrongNumberOfValues,

    /// <summary>A <c>${name}</c> that the survey does not have.</summary>
    UnknownName,

    /// <summary>A bare name that is not a column of the choice list, or is used outside a choice filter.</summary>
    UnknownColumn,

    /// <summary>A comparison with a choice that the question does not offer.</summary>
    UnknownChoice,

    /// <summary>Two things that cannot meaningfully be compared or calculated with.</summary>
    TypeClash,

    /// <summary>A part that fails whatever the answers are, such as <c>date('1983-09-31')</c>.</summary>
    AlwaysFails,

    /// <summary>A condition that no answer can meet.</summary>
    NeverTrue,

    /// <summary>A condition that every answer meets.</summary>
    AlwaysTrue,

    /// <summary>Works, but probably not as meant.</summary>
    Doubtful,
}

/// <summary>Whether the fault stops a survey from being published.</summary>
public enum FaultSeverity
{
    /// <summary>The expression cannot be used.</summary>
    Error,

    /// <summary>The expression works; it is probably not what its author meant.</summary>
    Warning,
}

/// <summary>A fault of an expression.</summary>
/// <param name="Code">Its kind.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Span">Where it stands in the expression's text.</param>
/// <param name="Message">What is wrong and what to do, in plain words.</param>
public sealed record ExpressionFault(FaultCode Code, FaultSeverity Severity, SourceSpan Span, string Message)
{
    internal static ExpressionFault Error(FaultCode code, SourceSpan span, string message) => new(code, FaultSeverity.Error, span, message);

    internal static ExpressionFault Warning(FaultCode code, SourceSpan span, string message) =>
        new(code, FaultSeverity.Warning, span, message);

    /// <summary>
    /// Three lines for a terminal or a <c>pre</c>: the line of the expression, carets under the fault, and the message.
    /// A long line is cut to about 100 characters around the fault.
    /// </summary>
    /// <param name="source">The text that was parsed.</param>
    public string WithCaret(string source)
    {
        const int Margin = 50;
        var at = Math.Clamp(Span.Start, 0, source.Length);
        var lineStart = at == 0 ? 0 : source.LastIndexOf('\n', at - 1) + 1;
        var lineEnd = source.IndexOf('\n', at);
        if (lineEnd < 0)
            lineEnd = source.Length;
        var from = Math.Max(lineStart, at - Margin);
        var to = Math.Min(lineEnd, at + Margin);
        var carets = Math.Clamp(Span.Length, 1, Math.Max(1, to - at));
        var shown = source[from..to].Replace('\t', ' ').Replace('\r', ' ');
        return $"{shown}\n{new string(' ', at - from)}{new string('^', carets)}\n{Message}";
    }
}
