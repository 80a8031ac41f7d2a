// What an expression yields, with its kind: a number is not its text.
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Tests.Logic;

internal static class Evaluated
{
    internal static void IsNumber(string source, double expected, Survey? survey = null)
    {
        var value = (survey ?? new Survey()).Evaluate(source);
        Assert.Equal(ValueKind.Number, value.Kind);
        double found = value.ToNumber();
        if (double.IsFinite(expected) && expected != 0)
            Assert.Equal(expected, found, Math.Abs(expected) * 1e-12);
        else
            Assert.Equal(expected, found);
        if (expected == 0)
            Assert.Equal(double.IsNegative(expected), double.IsNegative(found));
    }

    internal static void IsText(string source, string expected, Survey? survey = null)
    {
        var value = (survey ?? new Survey()).Evaluate(source);
        Assert.Contains(value.Kind, new[] { ValueKind.Text, ValueKind.Empty });
        Assert.Equal(expected, value.ToText());
    }

    internal static void IsTruth(string source, bool expected, Survey? survey = null)
    {
        var value = (survey ?? new Survey()).Evaluate(source);
        Assert.Equal(ValueKind.Boolean, value.Kind);
        Assert.Equal(expected, value.ToBoolean());
    }
}
