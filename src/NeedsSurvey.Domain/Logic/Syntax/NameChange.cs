namespace NeedsSurvey.Domain.Logic;

/// <summary>
/// Gives a question another name in the expressions that speak of it, however they write it; nothing else of the text changes, not a
/// space.
/// </summary>
public static class NameChange
{
    /// <summary>
    /// The expression with <paramref name="to"/> for <paramref name="from"/>: <c>${from}</c>, <c>../from</c>, <c>jr:choice-name(…,
    /// '${from}')</c>. Null when the text cannot be read as an expression.
    /// </summary>
    public static string? In(string expression, string from, string to)
    {
        if (ExpressionParser.Parse(expression) is not { IsValid: true } read)
            return null;

        // From the end, so that places before are still where they were.
        foreach (
            var node in Expression
                .NodesOf(read.Expression.Root)
                .Where(node => Says(node, read.Expression.Root, from))
                .OrderByDescending(node => node.Span.Start)
        )
        {
            // The name is the last thing in every spelling but for the closing bracket or quote.
            var at = node.Span.Start + expression.Substring(node.Span.Start, node.Span.Length).LastIndexOf(from, StringComparison.Ordinal);
            expression = string.Concat(expression.AsSpan(0, at), to, expression.AsSpan(at + from.Length));
        }

        return expression;
    }

    private static bool Says(Node node, Node root, string name) =>
        node switch
        {
            NameNode named => named.Name == name,
            // The text that names the question whose choices are meant; any other text is only text.
            TextNode => Expression
                .NodesOf(root)
                .OfType<CallNode>()
                .Any(call =>
                    call.Function == "jr:choice-name"
                    && ReferenceEquals(call.Arguments[1], node)
                    && Expression.ChoiceNameQuestion(call) == name
                ),
            _ => false,
        };
}
