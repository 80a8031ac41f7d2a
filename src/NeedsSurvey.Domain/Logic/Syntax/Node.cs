// The syntax tree of an expression. Immutable; every node knows where it stands in the text.
// It says what was written, not what it means: names are resolved by Compiler, kinds are judged by ExpressionCheck.
using System.Collections.Immutable;

namespace NeedsSurvey.Domain.Logic;

/// <summary>A part of an expression. A closed hierarchy: switch over it and end in <c>UnreachableException</c>.</summary>
/// <remarks>
/// Record equality includes positions; to ask whether two trees say the same use <see cref="SameAs"/>.
/// </remarks>
public abstract record Node
{
    private protected Node(SourceSpan span, int depth = 1)
    {
        Span = span;
        Depth = depth;
    }

    /// <summary>How many nodes stand one below another, this one included; the parser keeps it within bounds.</summary>
    internal int Depth { get; }

    /// <summary>Where the part stands in the text; (0, 0) in trees that were built by hand.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The parts directly inside this one, left to right.</summary>
    public ImmutableArray<Node> Children =>
        this switch
        {
            NegateNode negate => [negate.Operand],
            BinaryNode binary => [binary.Left, binary.Right],
            CallNode call => call.Arguments,
            _ => [],
        };

    /// <summary>Whether both trees say the same, wherever they stand in their texts (spaces, quotes and brackets ignored).</summary>
    public bool SameAs(Node other) =>
        (this, other) switch
        {
            (NumberNode a, NumberNode b) => a.Value.Equals(b.Value),
            (TextNode a, TextNode b) => a.Value == b.Value,
            (NameNode a, NameNode b) => a.Name == b.Name && a.Steps == b.Steps,
            (ColumnNode a, ColumnNode b) => a.Name == b.Name,
            (SelfNode, SelfNode) => true,
            (ParentNode a, ParentNode b) => a.Steps == b.Steps,
            (NegateNode a, NegateNode b) => a.Operand.SameAs(b.Operand),
            (BinaryNode a, BinaryNode b) => a.Operator == b.Operator && a.Left.SameAs(b.Left) && a.Right.SameAs(b.Right),
            (CallNode a, CallNode b) => a.Function == b.Function
                && a.Arguments.Length == b.Arguments.Length
                && a.Arguments.Zip(b.Arguments).All(pair => pair.First.SameAs(pair.Second)),
            _ => false,
        };
}

/// <summary>A number as written: finite and not negative (a minus sign is a <see cref="NegateNode"/>).</summary>
public sealed record NumberNode(double Value, SourceSpan Span = default) : Node(Span);

/// <summary>A text in quotes. It never holds both <c>'</c> and <c>"</c>, because XPath has no way to write that.</summary>
public sealed record TextNode(string Value, SourceSpan Span = default) : Node(Span);

/// <summary>
/// <c>${name}</c> (<paramref name="Steps"/> 0), or <c>../name</c>, <c>../../name</c> (<paramref name="Steps"/> 1, 2).
/// Names are unique in a survey, so both find the same question.
/// </summary>
public sealed record NameNode(string Name, int Steps = 0, SourceSpan Span = default) : Node(Span);

/// <summary>A bare name: in a choice filter, a column of the choice list.</summary>
public sealed record ColumnNode(string Name, SourceSpan Span = default) : Node(Span);

/// <summary><c>.</c>: the value of the question that the expression belongs to.</summary>
public sealed record SelfNode(SourceSpan Span = default) : Node(Span);

/// <summary><c>..</c> or <c>../..</c>: an enclosing group; only <c>position</c> takes it.</summary>
public sealed record ParentNode(int Steps = 1, SourceSpan Span = default) : Node(Span);

/// <summary><c>-x</c>.</summary>
public sealed record NegateNode(Node Operand, SourceSpan Span = default) : Node(Span, Operand.Depth + 1);

/// <summary>Two parts with an operator between them.</summary>
public sealed record BinaryNode(BinaryOperator Operator, Node Left, Node Right, SourceSpan Span = default)
    : Node(Span, Math.Max(Left.Depth, Right.Depth) + 1);

/// <summary>A function with its arguments; the parser only makes calls of functions that exist, with the right number of values.</summary>
public sealed record CallNode(string Function, ImmutableArray<Node> Arguments, SourceSpan Span = default)
    : Node(Span, Arguments.Select(argument => argument.Depth).DefaultIfEmpty(0).Max() + 1);

/// <summary>The operators of XPath 1.0, loosest first.</summary>
public enum BinaryOperator
{
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}
