// Whether groups, repeats and answers over a repeat stand only where something can be done with them.
namespace NeedsSurvey.Domain.Logic;

internal sealed class PlaceCheck(CheckScope scope, List<ExpressionFault> faults)
{
    public void Check(Node root)
    {
        Place(root, false);
        foreach (var node in Expression.NodesOf(root))
            TakesFirstOnly(node);
    }

    private void Error(Node at, string message) => faults.Add(ExpressionFault.Error(FaultCode.TypeClash, at.Span, message));

    /// <summary>Repeats, groups and <c>..</c> may stand only where a function takes them.</summary>
    private void Place(Node node, bool takesRepeat)
    {
        switch (node)
        {
            case ParentNode when !takesRepeat:
                Error(node, "'..' can only be used in position(..).");
                break;
            case NameNode name when scope.Names.TryGetValue(name.Name, out var info):
                if (info.Kind == AnswerKind.NoAnswer)
                    Error(node, $"{name.Name} is a group or a note; it has no answer. Use a question inside it.");
                else if (info.Kind == AnswerKind.Repeat && !takesRepeat)
                    Error(node, $"{name.Name} is a repeat; it has no answer of its own. Write count(${{{name.Name}}}).");
                break;
            case CallNode { Function: "position" } call:
                TakeRepeat(call.Arguments[0], "position takes .. or the name of a repeat. Write position(..).", orParent: true);
                break;
            case CallNode { Function: "count" or "count-non-empty" } call:
                Place(call.Arguments[0], call.Arguments[0] is NameNode);
                break;
            case CallNode { Function: "indexed-repeat" } call:
                IndexedRepeat(call);
                break;
            default:
                foreach (var child in node.Children)
                    Place(child, false);
                break;
        }
    }

    /// <summary>A function or operator that takes one value is given all answers over a repeat.</summary>
    private void TakesFirstOnly(Node parent)
    {
        var takesMany = parent switch
        {
            BinaryNode binary => !Syntax.IsArithmetic(binary.Operator),
            CallNode call => call.Function
                is "sum"
                    or "min"
                    or "max"
                    or "count"
                    or "count-non-empty"
                    or "join"
                    or "concat"
                    or "checklist"
                    or "indexed-repeat"
                    or "not"
                    or "boolean"
                    or "if"
                    or "coalesce"
                    or "once"
                    or "jr:choice-name",
            _ => false,
        };
        if (takesMany)
            return;
        foreach (var name in parent.Children.OfType<NameNode>().Where(name => scope.IsMany(name.Name)))
        {
            faults.Add(
                ExpressionFault.Warning(
                    FaultCode.Doubtful,
                    name.Span,
                    $"{name.Name} is answered once for each entry of a repeat; here only the first answer counts. "
                        + "Write sum( … ), or indexed-repeat( … ) for one of them."
                )
            );
        }
    }

    private void TakeRepeat(Node node, string message, bool orParent)
    {
        var fits = node switch
        {
            ParentNode => orParent,
            NameNode name => !scope.Names.TryGetValue(name.Name, out var info) || info.Kind == AnswerKind.Repeat,
            _ => false,
        };
        if (!fits)
            Error(node, message);
    }

    private void IndexedRepeat(CallNode call)
    {
        if (call.Arguments[0] is NameNode)
            Place(call.Arguments[0], false);
        else
            Error(call.Arguments[0], "indexed-repeat needs a question as its first value, such as ${name}.");
        for (var i = 1; i + 1 < call.Arguments.Length; i += 2)
        {
            TakeRepeat(call.Arguments[i], "indexed-repeat needs a repeat here, followed by the number of an entry.", orParent: false);
            Place(call.Arguments[i + 1], false);
        }
    }
}
