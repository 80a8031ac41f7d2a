// Whether the parts of an expression fit together: numbers with numbers, dates with dates, choices that exist.
// XPath converts everything into everything, so nothing here fails when evaluated; it silently means something else than its author meant.
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

internal sealed class KindCheck(CheckScope scope, List<ExpressionFault> faults)
{
    public void Check(Node root)
    {
        foreach (var node in Expression.NodesOf(root))
            Part(node);
    }

    private void Error(FaultCode code, Node at, string message) => faults.Add(ExpressionFault.Error(code, at.Span, Sentence(message)));

    private void Warn(FaultCode code, Node at, string message) => faults.Add(ExpressionFault.Warning(code, at.Span, Sentence(message)));

    /// <summary>What the question itself is called in messages.</summary>
    private const string This = "this question";

    private static string Sentence(string message) => message.StartsWith(This, StringComparison.Ordinal) ? $"T{message[1..]}" : message;

    private static readonly NameInfo AnyKind = new(AnswerKind.Any);

    /// <summary>What a part yields.</summary>
    private NameInfo InfoOf(Node node) =>
        node switch
        {
            NumberNode or NegateNode => new NameInfo(AnswerKind.Decimal),
            TextNode => new NameInfo(AnswerKind.Text),
            NameNode name => scope.Names.GetValueOrDefault(name.Name, AnyKind),
            SelfNode => scope.Self,
            BinaryNode binary => new NameInfo(Syntax.IsArithmetic(binary.Operator) ? AnswerKind.Decimal : AnswerKind.Boolean),
            CallNode { Function: "indexed-repeat" or "once" } call => InfoOf(call.Arguments[0]),
            CallNode call when FunctionCatalogue.TryFind(call.Function, out var function) => function.Yields switch
            {
                ValueKind.Number => new NameInfo(AnswerKind.Decimal),
                ValueKind.Boolean => new NameInfo(AnswerKind.Boolean),
                ValueKind.Date => new NameInfo(AnswerKind.Date),
                ValueKind.DateTime => new NameInfo(AnswerKind.DateTime),
                _ => AnyKind,
            },
            _ => AnyKind,
        };

    private void Part(Node node)
    {
        switch (node)
        {
            case BinaryNode binary when Syntax.IsComparison(binary.Operator):
                Compared(binary.Operator, binary.Left, binary.Right);
                Compared(Syntax.Mirror(binary.Operator), binary.Right, binary.Left);
                break;
            case BinaryNode binary when Syntax.IsArithmetic(binary.Operator):
                Calculated(binary.Operator, binary.Left);
                Calculated(binary.Operator, binary.Right);
                break;
            case BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } joined:
                TextAlone(joined.Left);
                TextAlone(joined.Right);
                break;
            case CallNode { Function: "selected" } call:
                Picked(call);
                break;
            case CallNode { Function: "now" } call:
                Warn(
                    FaultCode.Doubtful,
                    call,
                    "now() has no time of day: nothing finer than the day is kept of when somebody answers. Write today() for the day, "
                        + "or ask for the time."
                );
                break;
        }
    }

    /// <summary><c>${q} = 'a' or 'b'</c> is true whatever the answer is.</summary>
    private void TextAlone(Node operand)
    {
        if (operand is TextNode { Value.Length: > 0 } text)
        {
            Warn(
                FaultCode.AlwaysTrue,
                text,
                $"A text alone is always true. Compare it with the question again, such as ${{question}} = '{text.Value}'."
            );
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
                Warn(FaultCode.TypeClash, other, "A date is compared with a number: dates count as days since 1970-01-01.");
            return;
        }
        if (constant.IsEmpty || ConstantCheck.ValueOf(side) is not null)
            return;
        var inOrder = comparison is not (BinaryOperator.Equal or BinaryOperator.NotEqual);
        var isNumber = constant.Kind == ValueKind.Number;
        var shown = Shown(side);
        switch (info.Kind)
        {
            case AnswerKind.Integer or AnswerKind.Decimal when constant.Kind == ValueKind.Text && double.IsNaN(constant.ToNumber()):
                Error(FaultCode.TypeClash, other, $"{shown} is a number, but '{constant.ToText()}' is not. Write a number without quotes.");
                break;
            case AnswerKind.Integer when comparison == BinaryOperator.Equal && isNumber && constant.ToNumber() % 1 != 0:
                Warn(FaultCode.NeverTrue, other, $"{shown} is a whole number and never equals {constant.ToText()}.");
                break;
            case AnswerKind.Date or AnswerKind.DateTime when constant.Kind == ValueKind.Text && !IsDay(constant.ToText()):
                Error(FaultCode.TypeClash, other, $"{shown} is a date, but '{constant.ToText()}' is not. Write dates as '2024-09-30'.");
                break;
            case AnswerKind.Date or AnswerKind.DateTime when isNumber:
                Warn(
                    FaultCode.TypeClash,
                    other,
                    $"{shown} is a date and is compared with the number {constant.ToText()}: dates count as days since 1970-01-01. "
                        + "Write date('2024-09-30') for a date."
                );
                break;
            case AnswerKind.Time when constant.Kind == ValueKind.Text && !CalendarText.TryParseTime(constant.ToText(), out _, out _):
                Error(FaultCode.TypeClash, other, $"{shown} is a time, but '{constant.ToText()}' is not. Write times as '14:05'.");
                break;
            case AnswerKind.Boolean when constant.Kind == ValueKind.Text:
                Warn(
                    FaultCode.Doubtful,
                    other,
                    $"{shown} is true or false, and beside it any text counts as true, 'false' too. Write true() or false()."
                );
                break;
            case AnswerKind.SelectOne or AnswerKind.SelectMany when info.Choices is { } choices:
                ComparedWithChoice(inOrder, side, other, constant, info.Kind, choices);
                break;
            case AnswerKind.Other when constant.Kind is ValueKind.Text or ValueKind.Number:
                Warn(
                    FaultCode.Doubtful,
                    other,
                    $"{shown} is a place or a file. A condition can only ask whether it is answered, with != ''."
                );
                break;
        }
    }

    private void ComparedWithChoice(
        bool inOrder,
        Node side,
        Node other,
        Value constant,
        AnswerKind kind,
        IReadOnlyCollection<string> choices
    )
    {
        var shown = Shown(side);
        if (inOrder || constant.Kind == ValueKind.Number)
        {
            if (choices.Count > 0 && choices.All(choice => double.IsNaN(NumberText.Parse(choice))))
                Error(FaultCode.TypeClash, other, $"The choices of {shown} are not numbers, so this is never true.");
            else if (!inOrder && choices.All(choice => NumberText.Parse(choice) != constant.ToNumber()))
                Warn(FaultCode.UnknownChoice, other, UnknownChoice(shown, constant.ToText(), choices));
            return;
        }
        if (constant.Kind != ValueKind.Text)
            return;
        var text = constant.ToText();
        var named =
            kind == AnswerKind.SelectOne || string.IsNullOrWhiteSpace(text)
                ? [text]
                : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (named.FirstOrDefault(name => !choices.Contains(name)) is { } unknown)
        {
            Warn(FaultCode.UnknownChoice, other, UnknownChoice(shown, unknown, choices));
        }
        else if (kind == AnswerKind.SelectMany)
        {
            Warn(
                FaultCode.Doubtful,
                other,
                $"People may pick several choices of {shown}; this asks whether '{text}' is all they picked. "
                    + $"Write selected({ExpressionPrinter.Print(side)}, '{named[0]}') to ask whether it is among them."
            );
        }
    }

    // A warning, not an error: ODK takes it as false, and forms compare with codes that a list of another place has.
    private static string UnknownChoice(string shown, string written, IReadOnlyCollection<string> choices)
    {
        var start = $"{shown} has no choice '{written}'.";
        if (Spelling.Nearest(written, choices) is { } near)
            return $"{start} Did you mean '{near}'?";
        const int Few = 8;
        return choices.Count is > 0 and <= Few
            ? $"{start} Its choices are {string.Join(", ", choices)}."
            : $"{start} Use the name of a choice, not its label.";
    }

    private void Calculated(BinaryOperator arithmetic, Node side)
    {
        if (ConstantCheck.ValueOf(side) is { Kind: ValueKind.Text } constant && double.IsNaN(constant.ToNumber()))
        {
            Error(
                FaultCode.TypeClash,
                side,
                arithmetic == BinaryOperator.Add
                    ? $"'{constant.ToText()}' is not a number. To put texts together write concat( … )."
                    : $"'{constant.ToText()}' is not a number."
            );
            return;
        }
        var info = InfoOf(side);
        if (info.Kind == AnswerKind.Other)
            Error(FaultCode.TypeClash, side, $"{Shown(side)} is a place or a file and cannot be calculated with.");
        else if (
            info is { Kind: AnswerKind.SelectOne or AnswerKind.SelectMany, Choices: { Length: > 0 } choices }
            && choices.All(choice => double.IsNaN(NumberText.Parse(choice)))
        )
            Error(FaultCode.TypeClash, side, $"The choices of {Shown(side)} are not numbers and cannot be calculated with.");
    }

    private void Picked(CallNode call)
    {
        var list = call.Arguments[0];
        var info = InfoOf(list);
        var shown = Shown(list);
        var hasNoChoices =
            IsDay(info.Kind) || info.Kind is AnswerKind.Integer or AnswerKind.Decimal or AnswerKind.Boolean or AnswerKind.Time;
        if (hasNoChoices && list is NameNode or SelfNode)
        {
            Error(FaultCode.TypeClash, list, $"{shown} has no choices. Compare it with =, < or >.");
        }
        else if (info.Choices is { } choices && ConstantCheck.ValueOf(call.Arguments[1]) is { IsFault: false } constant)
        {
            var written = constant.ToText().Trim();
            if (written.Length > 0 && !choices.Contains(written))
                Warn(FaultCode.UnknownChoice, call.Arguments[1], UnknownChoice(shown, written, choices));
        }
    }

    private static bool IsDay(AnswerKind kind) => kind is AnswerKind.Date or AnswerKind.DateTime;

    private static bool IsDay(string text) => CalendarText.TryParse(text, TimeZoneInfo.Utc, out _, out _);

    private static string Shown(Node node)
    {
        var text = node is SelfNode ? This : ExpressionPrinter.Print(node);
        return text.Length <= 60 ? text : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, 57)}…");
    }
}
