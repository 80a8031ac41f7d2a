// Whether every name in an expression exists and can be used where it stands.
namespace NeedsSurvey.Domain.Logic;

internal static class NameCheck
{
    public static void Check(Node root, CheckScope scope, List<ExpressionFault> faults)
    {
        var choiceNames = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var node in Expression.NodesOf(root))
        {
            switch (node)
            {
                case NameNode name when !scope.Names.ContainsKey(name.Name):
                    faults.Add(ExpressionFault.Error(FaultCode.UnknownName, name.Span, UnknownName(name.Name, scope)));
                    break;
                case TextNode text when text.Value.Contains("${", StringComparison.Ordinal) && !choiceNames.Contains(text):
                    faults.Add(
                        ExpressionFault.Warning(
                            FaultCode.Doubtful,
                            text.Span,
                            "A name inside quotes is not replaced by its answer. Write concat('…', ${name}, '…')."
                        )
                    );
                    break;
                case ColumnNode column:
                    CheckColumn(column, scope, faults);
                    break;
                case CallNode { Function: "jr:choice-name" } call:
                    choiceNames.Add(call.Arguments[1]);
                    CheckChoiceName(call, scope, faults);
                    break;
            }
        }
    }

    private static string UnknownName(string name, CheckScope scope) =>
        Spelling.Nearest(name, scope.Names.Keys) is { } near
            ? $"There is no question named {name}. Did you mean ${{{near}}}?"
            : $"There is no question named {name}. Add it, or correct the name.";

    private static void CheckColumn(ColumnNode column, CheckScope scope, List<ExpressionFault> faults)
    {
        if (scope.Purpose == ExpressionPurpose.ChoiceFilter)
        {
            if (scope.Columns.Contains(column.Name))
                return;
            var hint =
                Spelling.Nearest(column.Name, scope.Columns) is { } near ? $" Did you mean {near}?"
                : scope.Names.ContainsKey(column.Name) ? $" For the answer to a question write ${{{column.Name}}}."
                : "";
            faults.Add(ExpressionFault.Error(FaultCode.UnknownColumn, column.Span, $"The choice list has no column {column.Name}.{hint}"));
            return;
        }
        var hyphen = column.Name.IndexOf('-', StringComparison.Ordinal);
        var meant =
            hyphen > 0 && scope.Names.ContainsKey(column.Name[..hyphen])
                ? $"Write ${{{column.Name[..hyphen]}}} for a question, and put spaces around - to subtract."
            : FunctionCatalogue.TryFind(column.Name, out var function) ? $"Write {function.Usage}."
            : scope.Names.ContainsKey(column.Name) ? $"Write ${{{column.Name}}} for the answer to this question."
            : $"Write ${{{column.Name}}} if it is a question, or '{column.Name}' in quotes if it is text.";
        faults.Add(ExpressionFault.Error(FaultCode.UnknownColumn, column.Span, $"{column.Name} stands alone here. {meant}"));
    }

    private static void CheckChoiceName(CallNode call, CheckScope scope, List<ExpressionFault> faults)
    {
        var second = call.Arguments[1];
        if (Expression.ChoiceNameQuestion(call) is not { } name)
        {
            faults.Add(
                ExpressionFault.Error(
                    FaultCode.TypeClash,
                    second.Span,
                    "jr:choice-name needs the name of a question in quotes as its second value, such as '${needs}'."
                )
            );
        }
        else if (!scope.Names.TryGetValue(name, out var info))
        {
            if (second is TextNode)
                faults.Add(ExpressionFault.Error(FaultCode.UnknownName, second.Span, UnknownName(name, scope)));
        }
        else if (info.Kind is not (AnswerKind.SelectOne or AnswerKind.SelectMany or AnswerKind.Any))
        {
            faults.Add(
                ExpressionFault.Error(FaultCode.TypeClash, second.Span, $"{name} has no choices, so jr:choice-name finds no label in it.")
            );
        }
    }
}
