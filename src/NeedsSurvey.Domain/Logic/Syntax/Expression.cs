// A parsed expression: the way into this room.
namespace NeedsSurvey.Domain.Logic;

/// <summary>
/// A condition, constraint, calculation, choice filter or repeat count in XLSForm's expression language. Immutable.
/// </summary>
/// <remarks>
/// <example>
/// <code>
/// // 1. Read. Several faults may come back, each with a place and a sentence.
/// var read = ExpressionParser.Parse("${age} >= 18 and selected(${needs}, 'housing')");
/// if (!read.IsValid)
///     return read.Faults.Select(fault => fault.WithCaret(source));
/// var expression = read.Expression;
///
/// // 2. Check against the survey (names, choices, kinds, conditions that can never be true).
/// var kinds = new Dictionary&lt;string, NameInfo&gt;
/// {
///     ["age"] = new(AnswerKind.Integer),
///     ["needs"] = new(AnswerKind.SelectMany) { Choices = ["housing", "food"] },
/// };
/// var faults = ExpressionCheck.Check(expression, new CheckScope { Names = kinds, Purpose = ExpressionPurpose.Condition });
///
/// // 3. Order the expressions of a survey: each after those it needs, or the cycle.
/// var order = DependencyOrder.Of([("adult", expression.Names)]);
///
/// // 4. Compile once per survey version, with a slot for each name; evaluate as often as you like.
/// var compiled = expression.Compile(name => name == "age" ? new Slot(0) : new Slot(1));
/// bool relevant = compiled.IsTrue(context);      // context: your EvaluationContext; a fault counts as false
/// Value result = compiled.Evaluate(context);     // result.IsFault, result.FaultMessage, result.ToText() …
/// </code>
/// </example>
/// </remarks>
public sealed class Expression
{
    internal Expression(string source, Node root)
    {
        Source = source;
        Root = root;
        Names = [.. NamesIn(root).Distinct(StringComparer.Ordinal)];
        Columns = [.. NodesOf(root).OfType<ColumnNode>().Select(node => node.Name).Distinct(StringComparer.Ordinal)];
        UsesSelf = NodesOf(root)
            .Any(node =>
                node
                    is SelfNode
                        or CallNode { Function: "once" }
                        or CallNode { Function: "string-length" or "normalize-space", Arguments.Length: 0 }
            );
        ChangesByItself = NodesOf(root).Any(node => node is CallNode { Function: "now" or "today" or "random" or "uuid" });
    }

    /// <summary>The text as its author wrote it.</summary>
    public string Source { get; }

    /// <summary>The syntax tree.</summary>
    public Node Root { get; }

    /// <summary>The questions, groups and repeats it depends on, each once, in order of the text.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The bare names in it: columns of the choice list in a choice filter.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Whether it looks at its own question's value (<c>.</c>, <c>once</c>).</summary>
    public bool UsesSelf { get; }

    /// <summary>Whether its result may change although no answer does (clock, randomness).</summary>
    public bool ChangesByItself { get; }

    /// <summary>Looks the names up once, for fast evaluation. Never throws; a name without slot evaluates to a fault.</summary>
    /// <param name="names">The slot of a name as seen from the expression's place in the survey; null if there is no such name.</param>
    /// <param name="columns">In a choice filter, the number of a column of the choice list.</param>
    public CompiledExpression Compile(Func<string, Slot?> names, Func<string, int?>? columns = null) =>
        new(this, new Compiler(names, columns).Build(Root));

    /// <summary>A part of it as an expression of its own.</summary>
    internal Expression Part(Node part) => new(Source[part.Span.Start..part.Span.End], part);

    /// <summary>All parts of a tree, the whole first, then left to right.</summary>
    public static IEnumerable<Node> NodesOf(Node root)
    {
        var waiting = new Stack<Node>([root]);
        while (waiting.TryPop(out var node))
        {
            yield return node;
            var children = node.Children;
            for (var i = children.Length - 1; i >= 0; i--)
                waiting.Push(children[i]);
        }
    }

    private static IEnumerable<string> NamesIn(Node root)
    {
        foreach (var node in NodesOf(root))
        {
            if (node is NameNode name)
                yield return name.Name;
            else if (node is CallNode { Function: "jr:choice-name" } call && ChoiceNameQuestion(call) is { } question)
                yield return question;
        }
    }

    /// <summary>The question that <c>jr:choice-name(value, '${question}')</c> speaks of; its name may stand without brackets.</summary>
    internal static string? ChoiceNameQuestion(CallNode call)
    {
        var text = call.Arguments[1] switch
        {
            TextNode literal => literal.Value.Trim(),
            NameNode name => name.Name,
            _ => null,
        };
        if (text is not null && text.StartsWith("${", StringComparison.Ordinal) && text.EndsWith('}'))
            text = text[2..^1].Trim();
        return text is not null && Lexer.IsName(text) ? text : null;
    }

    /// <summary>The text.</summary>
    public override string ToString() => Source;
}
