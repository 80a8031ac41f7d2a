// Judges an expression against the survey it stands in, before any answer exists.
namespace NeedsSurvey.Domain.Logic;

/// <summary>The static check of expressions.</summary>
public static class ExpressionCheck
{
    /// <summary>Every fault that can be told without answers, in order of the text; empty if there is none. Never throws.</summary>
    public static IReadOnlyList<ExpressionFault> Check(Expression expression, CheckScope scope)
    {
        var faults = new List<ExpressionFault>();
        NameCheck.Check(expression.Root, scope, faults);
        return [.. faults.OrderBy(fault => fault.Span.Start)];
    }
}
