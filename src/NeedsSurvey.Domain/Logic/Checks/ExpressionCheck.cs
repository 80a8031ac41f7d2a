// Judges an expression against the survey it stands in, before any answer exists: names first, then parts that fail whatever the
// answers are, then kinds, then (only if all that is sound) whether a condition can be true and can be false.
namespace NeedsSurvey.Domain.Logic;

/// <summary>The static check of expressions.</summary>
public static class ExpressionCheck
{
    /// <summary>
    /// Every fault that can be told without answers, in order of the text; empty if there is none. Never throws.
    /// Cycles between expressions are found by <see cref="DependencyOrder"/>, which sees all of them.
    /// </summary>
    public static IReadOnlyList<ExpressionFault> Check(Expression expression, CheckScope scope)
    {
        var faults = new List<ExpressionFault>();
        NameCheck.Check(expression.Root, scope, faults);
        ConstantCheck.Check(expression.Root, faults);
        new PlaceCheck(scope, faults).Check(expression.Root);
        new KindCheck(scope, faults).Check(expression.Root);
        var isCondition = scope.Purpose != ExpressionPurpose.Calculation;
        if (
            isCondition
            && !faults.Exists(fault =>
                fault.Severity == FaultSeverity.Error || fault.Code is FaultCode.AlwaysTrue or FaultCode.UnknownChoice
            )
        )
            ConditionCheck.Check(expression.Root, scope, faults);
        return [.. faults.OrderBy(fault => fault.Span.Start)];
    }
}
