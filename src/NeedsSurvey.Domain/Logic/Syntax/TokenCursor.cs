namespace NeedsSurvey.Domain.Logic;

/// <summary>
/// Where a reader is in the tokens, and how it gets past what cannot be read: each such part is one fault, and the reading goes on behind
/// it.
/// </summary>
internal sealed class TokenCursor(List<Token> tokens, List<ExpressionFault> faults)
{
    public const string NoPaths = "Paths are not available. Write ${name} for a question, or div to divide.";

    private int at;

    public Token Current => tokens[at];

    public Token Following => tokens[at + 1];

    public Token Advance() => Current.Kind == TokenKind.End ? Current : tokens[at++];

    public void Back() => at--;

    public void Report(FaultCode code, SourceSpan span, string message) => faults.Add(ExpressionFault.Error(code, span, message));

    /// <summary>Passes over a path, which cannot be read.</summary>
    public void RefusePath()
    {
        if (Current.Kind != TokenKind.Slash)
            return;
        Report(FaultCode.Syntax, Current.Span, NoPaths);
        // The whole path is passed over, and so is a divisor where / was meant to divide: one fault is enough.
        while (
            Current.Kind is TokenKind.Slash or TokenKind.Dot or TokenKind.DotDot or TokenKind.Number or TokenKind.Reference
            || (Current.Kind == TokenKind.Name && BinaryOf(Current) is null)
        )
            Advance();
    }

    /// <summary>Expects the bracket that closes <paramref name="open"/>.</summary>
    public void Close(Token open)
    {
        if (Current.Kind == TokenKind.Close)
            Advance();
        else if (Current.Kind == TokenKind.End)
            Report(FaultCode.Syntax, open.Span, "This bracket is never closed. Add ) where it ends.");
        else
            Skip(open);
    }

    // Inside brackets something stands that cannot follow; says so and looks for the closing bracket.
    private void Skip(Token open)
    {
        var stray = Current;
        Report(
            FaultCode.Syntax,
            stray.Span,
            stray.Kind == TokenKind.Comma
                ? "A comma belongs between the values of a function."
                : "Before this an operator is missing (and, or, =, + …), or a comma, or a closing bracket."
        );
        var inner = 0;
        while (Current.Kind != TokenKind.End && (Current.Kind != TokenKind.Close || inner > 0))
        {
            inner +=
                Current.Kind == TokenKind.Open ? 1
                : Current.Kind == TokenKind.Close ? -1
                : 0;
            Advance();
        }
        if (Current.Kind == TokenKind.Close)
            Advance();
        else
            Report(FaultCode.Syntax, open.Span, "This bracket is never closed. Add ) where it ends.");
    }

    public static bool StartsOperand(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Reference or TokenKind.Dot
        || (token.Kind == TokenKind.Name && BinaryOf(token) is null);

    public static BinaryOperator? BinaryOf(Token token) =>
        token.Kind is TokenKind.Operator or TokenKind.Name ? Syntax.OperatorOf(token.Text) : null;
}
