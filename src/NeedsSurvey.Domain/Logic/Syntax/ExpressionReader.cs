// From tokens to a syntax tree, by precedence climbing. After a fault it goes on where an operand can begin, to find further ones
// (TokenCursor.cs passes over what cannot be read); only expressions nested too deeply end the reading.
using System.Collections.Immutable;

namespace NeedsSurvey.Domain.Logic;

/// <summary>Precedence climbing over the tokens. A part that could not be read is null; its fault is already in the list.</summary>
internal sealed class ExpressionReader(List<Token> tokens, List<ExpressionFault> faults)
{
    private readonly TokenCursor at = new(tokens, faults);
    private int nesting;
    private bool tooDeep;

    public Node? Whole()
    {
        var root = Operand(0);
        while (at.Current.Kind != TokenKind.End && !tooDeep)
        {
            var extra = at.Advance();
            at.Report(
                FaultCode.Syntax,
                extra.Span,
                extra.Kind switch
                {
                    TokenKind.Close => "This closing bracket has no opening one.",
                    TokenKind.Comma => "A comma belongs between the values of a function.",
                    TokenKind.Slash => TokenCursor.NoPaths,
                    _ => "An operator is missing before this, such as and, or, = or +.",
                }
            );
            // To find further faults, read on from a place where an operand can begin.
            if (extra.Kind is TokenKind.Number or TokenKind.Text or TokenKind.Reference or TokenKind.Name or TokenKind.Open)
                at.Back();
            else if (TokenCursor.BinaryOf(at.Current) is not null)
                at.Advance();
            if (at.Current.Kind != TokenKind.End)
                Operand(0);
        }
        return root;
    }

    private Node? Operand(int loosest)
    {
        var left = Unary();
        while (!tooDeep && TokenCursor.BinaryOf(at.Current) is { } binary && Syntax.Precedence(binary) >= loosest)
        {
            var sign = at.Advance();
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
        at.Report(
            FaultCode.TooDeep,
            span,
            "The expression has too many parts inside one another. Move some of them into calculate questions."
        );
    }

    private Node? Unary()
    {
        if (at.Current is not { Kind: TokenKind.Operator, Text: "-" })
            return Primary();
        var minus = at.Advance();
        if (!Enter(minus))
            return null;
        var operand = Unary();
        nesting--;
        return operand is null ? null : new NegateNode(operand, minus.Span.To(operand.Span));
    }

    private bool Enter(Token token)
    {
        if (nesting < ExpressionParser.DeepestNesting && !tooDeep)
        {
            nesting++;
            return true;
        }
        GiveUp(token.Span);
        return false;
    }

    private Node? Primary()
    {
        if (tooDeep)
            return null;
        var token = at.Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at.Advance();
                return new NumberNode(token.Number, token.Span);
            case TokenKind.Text:
                at.Advance();
                return new TextNode(token.Text, token.Span);
            case TokenKind.Reference:
                at.Advance();
                at.RefusePath();
                return new NameNode(token.Text, 0, token.Span);
            case TokenKind.Dot:
                at.Advance();
                at.RefusePath();
                return new SelfNode(token.Span);
            case TokenKind.DotDot:
                return Upward(token);
            case TokenKind.Name when TokenCursor.BinaryOf(token) is null || at.Following.Kind == TokenKind.Open:
                return CallOrColumn();
            case TokenKind.Open:
                return Bracketed();
            case TokenKind.Slash:
                at.RefusePath();
                return null;
            default:
                // An operator stays where it is, so that what follows is read as its right side.
                at.Report(
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

    private Node? Bracketed()
    {
        var open = at.Advance();
        if (!Enter(open))
            return null;
        var inside = Operand(0);
        nesting--;
        CloseBracket(open);
        return inside;
    }

    private void CloseBracket(Token open)
    {
        if (!tooDeep)
            at.Close(open);
    }

    /// <summary><c>..</c>, <c>../..</c> or <c>../name</c>.</summary>
    private Node? Upward(Token first)
    {
        at.Advance();
        var steps = 1;
        var span = first.Span;
        while (at.Current.Kind == TokenKind.Slash)
        {
            at.Advance();
            var step = at.Advance();
            span = span.To(step.Span);
            if (step.Kind == TokenKind.DotDot)
            {
                steps++;
            }
            else if (step.Kind == TokenKind.Name)
            {
                at.RefusePath();
                return new NameNode(step.Text, steps, span);
            }
            else
            {
                at.Report(FaultCode.Syntax, step.Span, "After ../ the name of a question is needed, as in ../age.");
                return null;
            }
        }
        return new ParentNode(steps, span);
    }

    private Node? CallOrColumn()
    {
        var name = at.Advance();
        if (at.Current.Kind == TokenKind.Open)
            return Call(name);
        if (FunctionCatalogue.TryFind(name.Text, out var function) && TokenCursor.StartsOperand(at.Current) && Enter(name))
        {
            at.Report(FaultCode.Syntax, name.Span, $"{name.Text} needs brackets. Write {function.Usage}.");
            Unary();
            nesting--;
            return null;
        }
        at.RefusePath();
        return new ColumnNode(name.Text, name.Span);
    }

    private Node? Call(Token name)
    {
        var open = at.Advance();
        if (!Enter(open))
            return null;
        var arguments = ImmutableArray.CreateBuilder<Node>();
        var complete = true;
        var count = 0;
        while (at.Current.Kind is not (TokenKind.Close or TokenKind.End) || count > 0)
        {
            var argument = Operand(0);
            count++;
            if (argument is null)
                complete = false;
            else
                arguments.Add(argument);
            if (at.Current.Kind != TokenKind.Comma || tooDeep)
                break;
            at.Advance();
        }
        nesting--;
        var end = at.Current.Span.End;
        CloseBracket(open);
        var span = name.Span.To(new SourceSpan(open.Span.Start, Math.Max(1, end - open.Span.Start)));
        if (name.Text == "current" && count == 0 && at.Current.Kind == TokenKind.Slash && at.Following.Kind == TokenKind.DotDot)
        {
            // XLSForm writes current()/../name in choice filters for what ../name says elsewhere.
            at.Advance();
            return Upward(at.Current);
        }
        at.RefusePath();
        return FunctionFaults(name, count) && complete ? new CallNode(name.Text, arguments.DrainToImmutable(), span) : null;
    }

    private bool FunctionFaults(Token name, int count)
    {
        if (!FunctionCatalogue.TryFind(name.Text, out var function))
        {
            at.Report(FaultCode.UnknownFunction, name.Span, FunctionCatalogue.WhyUnknown(name.Text));
            return false;
        }
        if (function.Takes(count))
            return true;
        at.Report(FaultCode.WrongNumberOfValues, name.Span, function.WrongCount(count));
        return false;
    }
}
