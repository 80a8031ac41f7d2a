// Parts of an expression that hold no question: computed beforehand, so that date('1983-09-31') is refused when it is written
// and not when it is first evaluated.
namespace NeedsSurvey.Domain.Logic;

internal static class ConstantCheck
{
    /// <summary>The value of a part, if it is the same whatever the answers are.</summary>
    public static Value? ValueOf(Node node) =>
        node switch
        {
            NumberNode number => Value.Of(number.Value),
            TextNode text => Value.Of(text.Value),
            _ => IsConstant(node) ? new Compiler(_ => null, null).Build(node).Run(Nowhere.Context) : null,
        };

    private static bool IsConstant(Node node) =>
        node switch
        {
            NumberNode or TextNode => true,
            NegateNode negate => IsConstant(negate.Operand),
            BinaryNode binary => IsConstant(binary.Right) && IsConstant(binary.Left),
            CallNode { Function: "string-length" or "normalize-space", Arguments.Length: 0 } => false,
            CallNode call => FunctionCatalogue.TryFind(call.Function, out var function)
                && function.IsPure
                && call.Arguments.All(IsConstant),
            _ => false,
        };

    /// <summary>Reports the smallest calls that fail whatever the answers are.</summary>
    public static void Check(Node root, List<ExpressionFault> faults)
    {
        // Only calls can fail, and calls are nested at most DeepestNesting deep: inner ones come later in NodesOf, so go backwards.
        var failed = new List<SourceSpan>();
        foreach (var call in Expression.NodesOf(root).OfType<CallNode>().Reverse())
        {
            if (failed.Exists(inner => call.Span.Start <= inner.Start && inner.End <= call.Span.End && inner != call.Span))
                continue;
            if (WhyItFails(call) is not { } message)
                continue;
            failed.Add(call.Span);
            faults.Add(ExpressionFault.Error(FaultCode.AlwaysFails, call.Span, message));
        }
    }

    private static string? WhyItFails(CallNode call)
    {
        if (call.Function == "regex" && ValueOf(call.Arguments[1]) is { IsFault: false } pattern)
            return TimedPattern.For(pattern.ToText()).Fault;
        // The first value may be any text or day; whether the others are sound shows with one of them.
        var first = call.Function switch
        {
            "digest" => new TextNode("a"),
            "format-date" or "format-date-time" => new NumberNode(0),
            _ => (Node?)null,
        };
        var tried = first is null || IsConstant(call) ? call : call with { Arguments = call.Arguments.SetItem(0, first) };
        return ValueOf(tried)?.FaultMessage;
    }
}
