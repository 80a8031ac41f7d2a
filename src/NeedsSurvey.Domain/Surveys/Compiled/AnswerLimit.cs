using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>What of an answer a limit is about.</summary>
internal enum LimitOf
{
    /// <summary>The answer itself: a number, a day, a time.</summary>
    Value,

    /// <summary>How long a text is.</summary>
    Characters,

    /// <summary>How many choices are picked.</summary>
    Choices,
}

/// <summary>A lowest or highest value that a constraint sets.</summary>
/// <param name="Of">What of the answer.</param>
/// <param name="IsLowest">Whether it is the lowest.</param>
/// <param name="IsOutside">Whether it is not allowed itself.</param>
/// <param name="Bound">Its value; looks at other answers and the clock, not at the answer.</param>
internal sealed record AnswerLimit(LimitOf Of, bool IsLowest, bool IsOutside, CompiledExpression Bound);

/// <summary>The limits in a constraint, so that an error can say them: <c>. >= 1 and . &lt;= 20</c>.</summary>
/// <param name="All">Those that are recognised, in order.</param>
/// <param name="AreAll">Whether the constraint asks for nothing else.</param>
internal sealed record AnswerLimits(IReadOnlyList<AnswerLimit> All, bool AreAll)
{
    /// <summary>No constraint, no limits.</summary>
    internal static readonly AnswerLimits None = new([], true);

    /// <summary>The least number that an answer may be, where the constraint names it and no other answer decides it; else null.</summary>
    internal double? Least =>
        All.Where(limit => limit is { Of: LimitOf.Value, IsLowest: true, IsOutside: false })
            .Select(limit => (limit.Bound.Expression.Root as NumberNode)?.Value)
            .Max();

    /// <summary>Whether the author decided how low, or how high, an answer may be. What is not understood is taken to say so.</summary>
    internal bool Set(bool lowest) => !AreAll || All.Any(limit => limit.Of == LimitOf.Value && limit.IsLowest == lowest);

    /// <param name="constraint">The whole constraint.</param>
    /// <param name="compile">Compiles a part of it at the question's place.</param>
    internal static AnswerLimits In(Expression constraint, Func<Node, CompiledExpression> compile)
    {
        var limits = new List<AnswerLimit>();
        var areAll = true;
        var waiting = new Stack<Node>([constraint.Root]);
        while (waiting.TryPop(out var part))
        {
            if (part is BinaryNode { Operator: BinaryOperator.And } both)
            {
                waiting.Push(both.Right);
                waiting.Push(both.Left);
            }
            else if (part is BinaryNode comparison && Sides(comparison) is var (subject, sign, bound) && subject is { } of)
            {
                var compiled = compile(bound);
                var outside = sign is BinaryOperator.Less or BinaryOperator.Greater;
                if (sign is BinaryOperator.Greater or BinaryOperator.GreaterOrEqual or BinaryOperator.Equal)
                    limits.Add(new(of, true, outside, compiled));
                if (sign is BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Equal)
                    limits.Add(new(of, false, outside, compiled));
            }
            else
                areAll = false;
        }
        return new(limits, areAll);
    }

    /// <summary>A comparison with what is limited on its left.</summary>
    private static (LimitOf? Subject, BinaryOperator Sign, Node Bound) Sides(BinaryNode comparison)
    {
        var sign = comparison.Operator;
        if (!Syntax.IsComparison(sign) || sign == BinaryOperator.NotEqual)
            return (null, sign, comparison);
        if (Subject(comparison.Left) is { } left && !LooksAtItself(comparison.Right))
            return (left, sign, comparison.Right);
        return Subject(comparison.Right) is { } right && !LooksAtItself(comparison.Left)
            ? (right, Syntax.Mirror(sign), comparison.Left)
            : (null, sign, comparison);
    }

    private static LimitOf? Subject(Node node) =>
        node switch
        {
            SelfNode => LimitOf.Value,
            CallNode { Function: "string-length", Arguments: [] or [SelfNode] } => LimitOf.Characters,
            CallNode { Function: "count-selected", Arguments: [SelfNode] } => LimitOf.Choices,
            _ => null,
        };

    private static bool LooksAtItself(Node node) =>
        Expression
            .NodesOf(node)
            .Any(part => part is SelfNode or CallNode { Function: "string-length" or "normalize-space", Arguments: [] });
}
