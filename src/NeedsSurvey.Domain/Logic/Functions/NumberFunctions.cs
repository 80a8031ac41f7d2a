// The functions on numbers that need more than one line; the others stand in FunctionCatalogue.
namespace NeedsSurvey.Domain.Logic;

internal static class NumberFunctions
{
    public static Value Int(ReadOnlySpan<Value> values, EvaluationContext context) => Value.Of(Math.Truncate(values[0].ToNumber()) + 0.0);

    public static Value Round(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var number = values[0].ToNumber();
        var decimals = values.Length > 1 ? values[1].ToNumber() : 0;
        return double.IsNaN(decimals) ? Value.NaN : Value.Of(NumberText.Round(number, (int)Math.Clamp(decimals, -400, 400)));
    }

    public static Value Arithmetic(BinaryOperator binary, Value left, Value right)
    {
        double a = left.ToNumber(),
            b = right.ToNumber();
        return Value.Of(
            binary switch
            {
                BinaryOperator.Add => a + b,
                BinaryOperator.Subtract => a - b,
                BinaryOperator.Multiply => a * b,
                BinaryOperator.Divide => a / b,
                _ => a % b,
            }
        );
    }
}
