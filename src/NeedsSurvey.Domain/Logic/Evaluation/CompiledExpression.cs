// An expression ready to be evaluated thousands of times: a tree of small objects with slots in place of names.
// Immutable and safe to share between threads; all state of an evaluation is in its context.
namespace NeedsSurvey.Domain.Logic;

/// <summary>An expression whose names have been looked up; made by <see cref="Expression.Compile"/>.</summary>
public sealed class CompiledExpression
{
    private readonly Step root;

    internal CompiledExpression(Expression expression, Step root)
    {
        Expression = expression;
        this.root = root;
    }

    /// <summary>What was compiled.</summary>
    public Expression Expression { get; }

    /// <summary>
    /// Evaluates. Never throws: what fails (a date that is none, an unknown digest) is a <see cref="ValueKind.Fault"/>, which also
    /// becomes the result of everything that uses it. <c>and</c>, <c>or</c>, <c>if</c> and <c>coalesce</c> do not evaluate what they
    /// need not.
    /// </summary>
    public Value Evaluate(EvaluationContext context) => root.Run(context);

    /// <summary>Evaluates a condition; a fault is false.</summary>
    public bool IsTrue(EvaluationContext context) => root.Run(context).ToBoolean();
}
