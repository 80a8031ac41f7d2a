// How the operators of XPath 1.0 are written and how tightly they bind; shared by the parser and the printer so that they agree.
using System.Diagnostics;

namespace NeedsSurvey.Domain.Logic;

internal static class Syntax
{
    /// <summary>Larger binds tighter; a minus sign before an operand binds tighter than all of them.</summary>
    public static int Precedence(BinaryOperator binary) =>
        binary switch
        {
            BinaryOperator.Or => 0,
            BinaryOperator.And => 1,
            BinaryOperator.Equal or BinaryOperator.NotEqual => 2,
            BinaryOperator.Less or BinaryOperator.LessOrEqual or BinaryOperator.Greater or BinaryOperator.GreaterOrEqual => 3,
            BinaryOperator.Add or BinaryOperator.Subtract => 4,
            BinaryOperator.Multiply or BinaryOperator.Divide or BinaryOperator.Modulo => 5,
            _ => throw new UnreachableException(),
        };

    public static string Sign(BinaryOperator binary) =>
        binary switch
        {
            BinaryOperator.Or => "or",
            BinaryOperator.And => "and",
            BinaryOperator.Equal => "=",
            BinaryOperator.NotEqual => "!=",
            BinaryOperator.Less => "<",
            BinaryOperator.LessOrEqual => "<=",
            BinaryOperator.Greater => ">",
            BinaryOperator.GreaterOrEqual => ">=",
            BinaryOperator.Add => "+",
            BinaryOperator.Subtract => "-",
            BinaryOperator.Multiply => "*",
            BinaryOperator.Divide => "div",
            BinaryOperator.Modulo => "mod",
            _ => throw new UnreachableException(),
        };

    /// <summary>The operator that is written so; null if none is.</summary>
    public static BinaryOperator? OperatorOf(string sign) =>
        sign switch
        {
            "or" => BinaryOperator.Or,
            "and" => BinaryOperator.And,
            "=" => BinaryOperator.Equal,
            "!=" => BinaryOperator.NotEqual,
            "<" => BinaryOperator.Less,
            "<=" => BinaryOperator.LessOrEqual,
            ">" => BinaryOperator.Greater,
            ">=" => BinaryOperator.GreaterOrEqual,
            "+" => BinaryOperator.Add,
            "-" => BinaryOperator.Subtract,
            "*" => BinaryOperator.Multiply,
            "div" => BinaryOperator.Divide,
            "mod" => BinaryOperator.Modulo,
            _ => null,
        };

    /// <summary>The comparison that says the same with its sides exchanged.</summary>
    public static BinaryOperator Mirror(BinaryOperator binary) =>
        binary switch
        {
            BinaryOperator.Less => BinaryOperator.Greater,
            BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
            BinaryOperator.Greater => BinaryOperator.Less,
            BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
            _ => binary,
        };

    public static bool IsComparison(BinaryOperator binary) => binary is >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual;

    public static bool IsArithmetic(BinaryOperator binary) => binary >= BinaryOperator.Add;
}
