// From tokens to a syntax tree, by precedence climbing. After a fault it goes on where an operand can begin, to find further ones;
// only expressions nested too deeply end the reading.
using System.Collections.Immutable;

namespace NeedsSurvey.Domain.Logic;

/// <summary>Precedence climbing over the tokens. A part that could not be read is null; its fault is already in the list.</summary>
internal sealed class ExpressionReader(List<Token> tokens, List<ExpressionFault> faults)
{
    private const string NoPaths = "Paths are not available. Write ${name} for a question, or div to divide.";

    private int at;
    private int nesting;
    private bool tooDeep;

    private Token Current => tokens[this.at];

    private Token Advance() => tokens[this.at].Kind == TokenKind.End ? tokens[this.at] : tokens[this.at++];

    private void Report(FaultCode code, SourceSpan span, string message) => faults.Add(ExpressionFault.Error(code, span, message));

    public Node? Whole()
    {
        var root = Operand(0);
        while (Current.Kind != TokenKind.End && !tooDeep)
        {
            var extra = Advance();
            Report(
                FaultCode.Syntax,
                extra.Span,
                extra.Kind switch
                {
                    TokenKind.Close => "This closing bracket has no opening one.",
                    TokenKind.Comma => "A comma belongs between the values of a function.",
                    TokenKind.Slash => NoPaths,
                    _ => "An operator is missing before this, such as and, or, = or +.",
                }
            );
            // To find further faults, read on from a place where an operand can begin.
            if (extra.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Reference or TokenKind.Name or TokenKind.Open)
                this.at--;
            else if (BinaryOf(Current) is not null)
                Advance();
            if (Current.Kind != TokenKind.End)
                Operand(0);
        }
        return root;
    }

    private Node? Operand(int loosest)
    {
        var left = Unary();
        while (!tooDeep && BinaryOf(Current) is { } binary && Syntax.Precedence(binary) >= loosest)
        {
            var sign = Advance();
            var right = Operand(Syntax.Precedence(binary) + 1);
            if (left is null || right is null)
            {
                left = null;
                continue;
            }
            left = new BinaryNode(binary, left, right, left.Span.To(right.Span));
            if (left.Depth > ExpressionParser.DeepestTree)
                GiveUp(sign.Span);
        }
        return left;
    }

    private void GiveUp(SourceSpan span)
    {
        if (tooDeep)
            return;
        tooDeep = true;
        Report(
            FaultCode.TooDeep,
            span,
            "The expression has too many parts inside one another. Move some of them into calculate questions."
        );
    }

    private Node? Unary()
    {
        if (Current is not { Kind: TokenKind.Operator, Text: "-" })
            return Primary();
        var minus = Advance();
        if (!Enter(minus))
            return null;
        var operand = Unary();
        nesting--;
        return operand is null ? null : new NegateNode(operand, minus.Span.To(operand.Span));
    }

    private bool Enter(Token at)
    {
        if (nesting < ExpressionParser.DeepestNesting && !tooDeep)
        {
            nesting++;
            return true;
        }
        GiveUp(at.Span);
        return false;
    }

    private Node? Primary()
    {
        if (tooDeep)
            return null;
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new NumberNode(token.Number, token.Span);
            case TokenKind.Text:
                Advance();
                return new TextNode(token.Text, token.Span);
            case TokenKind.Reference:
                Advance();
                RefusePath();
                return new NameNode(token.Text, 0, token.Span);
            case TokenKind.Dot:
                Advance();
                RefusePath();
                return new SelfNode(token.Span);
            case TokenKind.DotDot:
                return Upward(token);
            case TokenKind.Name when BinaryOf(token) is null || tokens[this.at + 1].Kind == TokenKind.Open:
                return CallOrColumn();
            case TokenKind.Open:
                return Bracketed();
            case TokenKind.Slash:
                RefusePath();
                return null;
            default:
                // An operator stays where it is, so that what follows is read as its right side.
                Report(
                    FaultCode.Syntax,
                    token.Span,
                    token.Kind switch
                    {
                        TokenKind.End => "Something is missing at the end: a question, a number or a text in quotes.",
                        TokenKind.Operator or TokenKind.Name =>
                            $"Something is missing before {token.Text}: a question, a number or a text in quotes.",
                        _ => "Something is missing here: a question, a number or a text in quotes.",
                    }
                );
                return null;
        }
    }

    private void RefusePath()
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

    private Node? Bracketed()
    {
        var open = Advance();
        if (!Enter(open))
            return null;
        var inside = Operand(0);
        nesting--;
        Close(open);
        return inside;
    }

    private void Close(Token open)
    {
        if (tooDeep)
            return;
        if (Current.Kind == TokenKind.Close)
            Advance();
        else if (Current.Kind == TokenKind.End)
            Report(FaultCode.Syntax, open.Span, "This bracket is never closed. Add ) where it ends.");
        else
            Skip(open);
    }

    /// <summary>Inside brackets something stands that cannot follow; says so and looks for the closing bracket.</summary>
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
        int inner = 0;
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

    /// <summary><c>..</c>, <c>../..</c> or <c>../name</c>.</summary>
    private Node? Upward(Token first)
    {
        Advance();
        int steps = 1;
        var span = first.Span;
        while (Current.Kind == TokenKind.Slash)
        {
            Advance();
            var step = Advance();
            span = span.To(step.Span);
            if (step.Kind == TokenKind.DotDot)
            {
                steps++;
            }
            else if (step.Kind == TokenKind.Name)
            {
                RefusePath();
                return new NameNode(step.Text, steps, span);
            }
            else
            {
                Report(FaultCode.Syntax, step.Span, "After ../ the name of a question is needed, as in ../age.");
                return null;
            }
        }
        return new ParentNode(steps, span);
    }

    private Node? CallOrColumn()
    {
        var name = Advance();
        if (Current.Kind == TokenKind.Open)
            return Call(name);
        if (FunctionCatalogue.TryFind(name.Text, out var function) && StartsOperand(Current) && Enter(name))
        {
            Report(FaultCode.Syntax, name.Span, $"{name.Text} needs brackets. Write {function.Usage}.");
            Unary();
            nesting--;
            return null;
        }
        RefusePath();
        return new ColumnNode(name.Text, name.Span);
    }

    private static bool StartsOperand(Token token) =>
        token.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Reference or TokenKind.Dot
        || (token.Kind == TokenKind.Name && BinaryOf(token) is null);

    private Node? Call(Token name)
    {
        var open = Advance();
        if (!Enter(open))
            return null;
        var arguments = ImmutableArray.CreateBuilder<Node>();
        bool complete = true;
        int count = 0;
        while (Current.Kind is not (TokenKind.Close or TokenKind.End) || count > 0)
        {
            var argument = Operand(0);
            count++;
            if (argument is null)
                complete = false;
            else
                arguments.Add(argument);
            if (Current.Kind != TokenKind.Comma || tooDeep)
                break;
            Advance();
        }
        nesting--;
        int end = Current.Span.End;
        Close(open);
        var span = name.Span.To(new SourceSpan(open.Span.Start, Math.Max(1, end - open.Span.Start)));
        if (name.Text == "current" && count == 0 && Current.Kind == TokenKind.Slash && tokens[this.at + 1].Kind == TokenKind.DotDot)
        {
            // XLSForm writes current()/../name in choice filters for what ../name says elsewhere.
            Advance();
            return Upward(Current);
        }
        RefusePath();
        return FunctionFaults(name, count) && complete ? new CallNode(name.Text, arguments.DrainToImmutable(), span) : null;
    }

    private bool FunctionFaults(Token name, int count)
    {
        if (!FunctionCatalogue.TryFind(name.Text, out var function))
        {
            Report(FaultCode.UnknownFunction, name.Span, FunctionCatalogue.WhyUnknown(name.Text));
            return false;
        }
        if (function.Takes(count))
            return true;
        Report(FaultCode.WrongNumberOfValues, name.Span, function.WrongCount(count));
        return false;
    }

    private static BinaryOperator? BinaryOf(Token token) =>
        token.Kind is TokenKind.Operator or TokenKind.Name ? Syntax.OperatorOf(token.Text) : null;
}
