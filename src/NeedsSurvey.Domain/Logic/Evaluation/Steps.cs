// The steps of compiled expressions: operators and the functions that choose what they evaluate. A fault passes through every step.
using System.Runtime.CompilerServices;

namespace NeedsSurvey.Domain.Logic;

/// <summary>One step of a compiled expression.</summary>
internal abstract class Step
{
    public abstract Value Run(EvaluationContext context);

    /// <summary>Whether the result can be computed once and for all.</summary>
    public virtual bool IsConstant => false;
}

internal sealed class Constant(Value result) : Step
{
    public Value Result => result;

    public override bool IsConstant => true;

    public override Value Run(EvaluationContext context) => result;
}

internal sealed class Negate(Step operand) : Step
{
    public override bool IsConstant => operand.IsConstant;

    public override Value Run(EvaluationContext context)
    {
        var value = operand.Run(context);
        return value.IsFault ? value : Value.Of(-value.ToNumber());
    }
}

internal sealed class Arithmetic(BinaryOperator binary, Step left, Step right) : Step
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override Value Run(EvaluationContext context)
    {
        var a = left.Run(context);
        if (a.IsFault)
            return a;
        var b = right.Run(context);
        return b.IsFault ? b : NumberFunctions.Arithmetic(binary, a, b);
    }
}

internal sealed class Compare(BinaryOperator binary, Step left, Step right) : Step
{
    public override bool IsConstant => left.IsConstant && right.IsConstant;

    public override Value Run(EvaluationContext context)
    {
        var a = left.Run(context);
        if (a.IsFault)
            return a;
        var b = right.Run(context);
        return b.IsFault ? b : Value.Of(Comparison.Holds(binary, a, b, context.Zone));
    }
}

internal sealed class All(Step[] parts) : Step
{
    public override bool IsConstant => parts.All(part => part.IsConstant);

    public override Value Run(EvaluationContext context)
    {
        foreach (var part in parts)
        {
            var value = part.Run(context);
            if (value.IsFault)
                return value;
            if (!value.ToBoolean())
                return Value.False;
        }
        return Value.True;
    }
}

internal sealed class AnyOf(Step[] parts) : Step
{
    public override bool IsConstant => parts.All(part => part.IsConstant);

    public override Value Run(EvaluationContext context)
    {
        foreach (var part in parts)
        {
            var value = part.Run(context);
            if (value.IsFault)
                return value;
            if (value.ToBoolean())
                return Value.True;
        }
        return Value.False;
    }
}

internal sealed class If(Step condition, Step whenTrue, Step whenFalse) : Step
{
    public override bool IsConstant => condition.IsConstant && whenTrue.IsConstant && whenFalse.IsConstant;

    public override Value Run(EvaluationContext context)
    {
        var value = condition.Run(context);
        return value.IsFault ? value
            : value.ToBoolean() ? whenTrue.Run(context)
            : whenFalse.Run(context);
    }
}

/// <summary>The first value that is neither empty nor NaN; the last one if all are.</summary>
internal sealed class Coalesce(Step[] parts) : Step
{
    public override bool IsConstant => parts.All(part => part.IsConstant);

    public override Value Run(EvaluationContext context)
    {
        var value = Value.Empty;
        foreach (var part in parts)
        {
            value = part.Run(context);
            if (!value.IsEmpty && !(value.Kind == ValueKind.Number && double.IsNaN(value.Raw)))
                break;
        }
        return value;
    }
}

/// <summary>Keeps the question's value if it has one; computes it only if it has none.</summary>
internal sealed class Once(Step value) : Step
{
    public override Value Run(EvaluationContext context) => context.Self.IsEmpty ? value.Run(context) : context.Self;
}

/// <summary>A function of evaluated values.</summary>
internal sealed class Apply(FunctionBody body, Step[] arguments, bool isPure) : Step
{
    private const int OnStack = 4;

    [InlineArray(OnStack)]
    private struct Few
    {
        private Value first;
    }

    public override bool IsConstant => isPure && arguments.All(argument => argument.IsConstant);

    public override Value Run(EvaluationContext context)
    {
        var few = new Few();
        Span<Value> values = arguments.Length <= OnStack ? few[..arguments.Length] : new Value[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Run(context);
            if (values[i].IsFault)
                return values[i];
        }
        return body(values, context);
    }
}

/// <summary><c>regex</c> with a pattern known beforehand.</summary>
internal sealed class MatchPattern(Step text, TimedPattern pattern) : Step
{
    public override bool IsConstant => text.IsConstant;

    public override Value Run(EvaluationContext context)
    {
        var value = text.Run(context);
        return value.IsFault ? value : Value.Of(pattern.Matches(value.ToText(), context.Patterns));
    }
}
