// Whether the parts of an expression fit together: numbers with numbers, dates with dates, choices that exist.
// XPath converts everything into everything, so nothing here fails when evaluated; it silently means something else than its author meant.
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

internal sealed class KindCheck
{
    private readonly CheckScope _scope;
    private readonly List<ExpressionFault> _faults;

    private KindCheck(CheckScope scope, List<ExpressionFault> faults)
    {
        _scope = scope;
        _faults = faults;
    }

    public static void Check(Node root, CheckScope scope, List<ExpressionFault> faults)
    {
        var check = new KindCheck(scope, faults);
        check.Place(root, false);
        foreach (var node in Expression.NodesOf(root))
            check.Part(node);
    }

    private void Error(FaultCode code, Node at, string message) => _faults.Add(ExpressionFault.Error(code, at.Span, message));

    private void Warn(FaultCode code, Node at, string message) => _faults.Add(ExpressionFault.Warning(code, at.Span, message));

    private static readonly NameInfo s_any = new(AnswerKind.Any);

    /// <summary>What a part yields.</summary>
    private NameInfo InfoOf(Node node) => node switch
    {
        NumberNode or NegateNode => new NameInfo(AnswerKind.Decimal),
        TextNode => new NameInfo(AnswerKind.Text),
        NameNode name => _scope.Names.GetValueOrDefault(name.Name, s_any),
        SelfNode => _scope.Self,
        BinaryNode binary => new NameInfo(Syntax.IsArithmetic(binary.Operator) ? AnswerKind.Decimal : AnswerKind.Boolean),
        CallNode { Function: "indexed-repeat" or "once" } call => InfoOf(call.Arguments[0]),
        CallNode call when FunctionCatalogue.TryFind(call.Function, out var function) => function.Yields switch
        {
            ValueKind.Number => new NameInfo(AnswerKind.Decimal),
            ValueKind.Boolean => new NameInfo(AnswerKind.Boolean),
            ValueKind.Date => new NameInfo(AnswerKind.Date),
            ValueKind.DateTime => new NameInfo(AnswerKind.DateTime),
            _ => s_any,
        },
        _ => s_any,
    };

    /// <summary>Repeats, groups and <c>..</c> may stand only where a function takes them.</summary>
    private void Place(Node node, bool takesRepeat)
    {
        switch (node)
        {
            case ParentNode when !takesRepeat:
                Error(FaultCode.TypeClash, node, "'..' can only be used in position(..).");
                break;
            case NameNode name when _scope.Names.TryGetValue(name.Name, out var info):
                if (info.Kind == AnswerKind.NoAnswer)
                    Error(FaultCode.TypeClash, node, $"{name.Name} is a group or a note; it has no answer. Use a question inside it.");
                else if (info.Kind == AnswerKind.Repeat && !takesRepeat)
                    Error(FaultCode.TypeClash, node, $"{name.Name} is a repeat; it has no answer of its own. Write count(${{{name.Name}}}) for the number of its entries.");
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
        bool takesMany = parent switch
        {
            BinaryNode binary => !Syntax.IsArithmetic(binary.Operator),
            CallNode call => call.Function is "sum" or "min" or "max" or "count" or "count-non-empty" or "join" or "concat" or "checklist"
                or "indexed-repeat" or "not" or "boolean" or "if" or "coalesce" or "once" or "jr:choice-name",
            _ => false,
        };
        if (takesMany)
            return;
        foreach (var name in parent.Children.OfType<NameNode>().Where(name => _scope.IsMany(name.Name)))
        {
            Warn(FaultCode.Doubtful, name,
                $"{name.Name} is answered once for each entry of a repeat; here only the first answer counts. Write sum( … ), or indexed-repeat( … ) for one of them.");
        }
    }

    private void TakeRepeat(Node node, string message, bool orParent)
    {
        bool fits = node switch
        {
            ParentNode => orParent,
            NameNode name => !_scope.Names.TryGetValue(name.Name, out var info) || info.Kind == AnswerKind.Repeat,
            _ => false,
        };
        if (!fits)
            Error(FaultCode.TypeClash, node, message);
    }

    private void IndexedRepeat(CallNode call)
    {
        if (call.Arguments[0] is NameNode)
            Place(call.Arguments[0], false);
        else
            Error(FaultCode.TypeClash, call.Arguments[0], "indexed-repeat needs a question as its first value, such as ${name}.");
        for (int i = 1; i + 1 < call.Arguments.Length; i += 2)
        {
            TakeRepeat(call.Arguments[i], "indexed-repeat needs a repeat here, followed by the number of an entry.", orParent: false);
            Place(call.Arguments[i + 1], false);
        }
    }

    private void Part(Node node)
    {
        TakesFirstOnly(node);
        switch (node)
        {
            case BinaryNode binary when Syntax.IsComparison(binary.Operator):
                Compared(binary.Operator, binary.Left, binary.Right);
                Compared(Syntax.Mirror(binary.Operator), binary.Right, binary.Left);
                break;
            case BinaryNode binary when Syntax.IsArithmetic(binary.Operator):
                Reckoned(binary.Operator, binary.Left);
                Reckoned(binary.Operator, binary.Right);
                break;
            case CallNode { Function: "selected" } call:
                Picked(call);
                break;
        }
    }

    /// <summary>A question (or other part) on one side, a constant on the other.</summary>
    private void Compared(BinaryOperator comparison, Node side, Node other)
    {
        var info = InfoOf(side);
        if (ConstantCheck.ValueOf(other) is not { } constant || constant.IsFault)
        {
            var otherInfo = InfoOf(other);
            if (IsDay(info.Kind) && otherInfo.Kind == AnswerKind.Time)
                Warn(FaultCode.TypeClash, other, "A date is compared with a time of day.");
            else if (IsDay(info.Kind) && otherInfo.Kind is AnswerKind.Integer)
                Warn(FaultCode.TypeClash, other, "A date is compared with a number: dates count as days since 1970-01-01. Write date( … ) or compare years.");
            return;
        }
        if (constant.IsEmpty || ConstantCheck.ValueOf(side) is not null)
            return;
        bool inOrder = comparison is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        bool isNumber = constant.Kind == ValueKind.Number;
        string shown = Shown(side);
        switch (info.Kind)
        {
            case AnswerKind.Integer or AnswerKind.Decimal when constant.Kind == ValueKind.Text && double.IsNaN(constant.ToNumber()):
                Error(FaultCode.TypeClash, other, $"{shown} is a number, but '{constant.ToText()}' is not. Write a number without quotes.");
                break;
            case AnswerKind.Integer when comparison == BinaryOperator.Equal && isNumber && constant.ToNumber() % 1 != 0:
                Warn(FaultCode.NeverTrue, other, $"{shown} is a whole number and never equals {constant.ToText()}.");
                break;
            case AnswerKind.Date or AnswerKind.DateTime when constant.Kind == ValueKind.Text && !CalendarText.TryParse(constant.ToText(), TimeZoneInfo.Utc, out _, out _):
                Error(FaultCode.TypeClash, other, $"{shown} is a date, but '{constant.ToText()}' is not. Write dates as '2024-09-30'.");
                break;
            case AnswerKind.Date or AnswerKind.DateTime when isNumber:
                Warn(FaultCode.TypeClash, other,
                    $"{shown} is a date and is compared with the number {constant.ToText()}: dates count as days since 1970-01-01. Write date('2024-09-30') for a date.");
                break;
            case AnswerKind.Time when constant.Kind == ValueKind.Text && !CalendarText.TryParseTime(constant.ToText(), out _, out _):
                Error(FaultCode.TypeClash, other, $"{shown} is a time, but '{constant.ToText()}' is not. Write times as '14:05'.");
                break;
            case AnswerKind.Boolean when constant.Kind == ValueKind.Text:
                Warn(FaultCode.Doubtful, other, $"{shown} is true or false, and beside it any text counts as true, 'false' too. Write true() or false().");
                break;
            case AnswerKind.SelectOne or AnswerKind.SelectMany when info.Choices is { } choices:
                ComparedWithChoice(inOrder, side, other, constant, info.Kind, choices);
                break;
            case AnswerKind.Other when constant.Kind is ValueKind.Text or ValueKind.Number:
                Warn(FaultCode.Doubtful, other, $"{shown} is a place, a file or a grid. A condition can only ask whether it is answered: {shown} != ''.");
                break;
        }
    }

    private void ComparedWithChoice(
        bool inOrder, Node side, Node other, Value constant, AnswerKind kind, IReadOnlyCollection<string> choices)
    {
        string shown = Shown(side);
        if (inOrder || constant.Kind == ValueKind.Number)
        {
            if (choices.Count > 0 && choices.All(choice => double.IsNaN(NumberText.Parse(choice))))
                Error(FaultCode.TypeClash, other, $"The choices of {shown} are no numbers, so this is never true.");
            else if (!inOrder && choices.All(choice => NumberText.Parse(choice) != constant.ToNumber()))
                Error(FaultCode.UnknownChoice, other, UnknownChoice(shown, constant.ToText(), choices));
            return;
        }
        if (constant.Kind != ValueKind.Text)
            return;
        string text = constant.ToText();
        var named = kind == AnswerKind.SelectOne ? [text] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (named.FirstOrDefault(name => !choices.Contains(name)) is { } unknown)
        {
            Error(FaultCode.UnknownChoice, other, UnknownChoice(shown, unknown, choices));
        }
        else if (kind == AnswerKind.SelectMany)
        {
            Warn(FaultCode.Doubtful, other,
                $"People may pick several choices of {shown}; this asks whether '{text}' is all they picked. Write selected({shown}, '{named[0]}') to ask whether it is among them.");
        }
    }

    private static string UnknownChoice(string shown, string written, IReadOnlyCollection<string> choices)
    {
        string start = $"{shown} has no choice '{written}'.";
        if (Spelling.Nearest(written, choices) is { } near)
            return $"{start} Did you mean '{near}'?";
        const int Few = 8;
        return choices.Count is > 0 and <= Few ? $"{start} Its choices are {string.Join(", ", choices)}." : $"{start} Use the name of a choice, not its label.";
    }

    private void Reckoned(BinaryOperator arithmetic, Node side)
    {
        if (ConstantCheck.ValueOf(side) is { Kind: ValueKind.Text } constant && double.IsNaN(constant.ToNumber()))
        {
            Error(FaultCode.TypeClash, side, arithmetic == BinaryOperator.Add
                ? $"'{constant.ToText()}' is not a number. To put texts together write concat( … )."
                : $"'{constant.ToText()}' is not a number.");
            return;
        }
        var info = InfoOf(side);
        if (info.Kind == AnswerKind.Other)
            Error(FaultCode.TypeClash, side, $"{Shown(side)} is a place, a file or a grid and cannot be reckoned with.");
        else if (info is { Kind: AnswerKind.SelectOne or AnswerKind.SelectMany, Choices: { Length: > 0 } choices }
                && choices.All(choice => double.IsNaN(NumberText.Parse(choice))))
            Error(FaultCode.TypeClash, side, $"The choices of {Shown(side)} are no numbers and cannot be reckoned with.");
    }

    private void Picked(CallNode call)
    {
        var list = call.Arguments[0];
        var info = InfoOf(list);
        string shown = Shown(list);
        if (info.Kind is AnswerKind.Integer or AnswerKind.Decimal or AnswerKind.Date or AnswerKind.DateTime or AnswerKind.Time or AnswerKind.Boolean
            && list is NameNode or SelfNode)
        {
            Error(FaultCode.TypeClash, list, $"{shown} has no choices. Compare it with =, < or >.");
        }
        else if (info.Choices is { } choices && ConstantCheck.ValueOf(call.Arguments[1]) is { IsFault: false } constant)
        {
            string written = constant.ToText().Trim();
            if (!choices.Contains(written))
                Error(FaultCode.UnknownChoice, call.Arguments[1], UnknownChoice(shown, written, choices));
        }
    }

    private static bool IsDay(AnswerKind kind) => kind is AnswerKind.Date or AnswerKind.DateTime;

    private static string Shown(Node node)
    {
        string text = node is SelfNode ? "This question" : ExpressionPrinter.Print(node);
        return text.Length <= 60 ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, 57)}…");
    }
}
