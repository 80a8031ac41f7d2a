// Says a condition in English, so that an organiser can check it by reading: "age is at least 18 and needs includes Housing".
// It is for reading only; what it says is not parsed again. What has no good words is said as it is written.
using System.Diagnostics;
using System.Globalization;

namespace NeedsSurvey.Domain.Logic;

/// <summary>What questions and choices are called on the page. A null means: use the name itself.</summary>
public sealed record WordLookup
{
    /// <summary>What a question, group or repeat is called.</summary>
    public Func<string, string?> Question { get; init; } = _ => null;

    /// <summary>What a choice of a question is called.</summary>
    public Func<string, string, string?> Choice { get; init; } = (_, _) => null;

    /// <summary>What kind of answer a question takes; makes "is before" of <c>&lt;</c> for dates. Optional.</summary>
    public Func<string, AnswerKind> Kind { get; init; } = _ => AnswerKind.Any;

    /// <summary>The question that <c>.</c> stands for; null if there is none.</summary>
    public string? Self { get; init; }
}

/// <summary>Conditions in plain English.</summary>
public sealed class PlainWords
{
    /// <summary>Beyond this depth words help nobody, and the expression is given as it is written.</summary>
    private const int DeepestReadable = 50;

    private readonly WordLookup words;

    private PlainWords(WordLookup words) => this.words = words;

    /// <summary>A clause without a capital or a full stop, to go after "only if" or "must be such that".</summary>
    public static string Describe(Expression expression, WordLookup words) =>
        expression.Root.Depth > DeepestReadable ? expression.Source : new PlainWords(words).Truth(expression.Root, true, 0);

    /// <summary>"only if …", for relevance.</summary>
    public static string OnlyIf(Expression expression, WordLookup words) => "only if " + Describe(expression, words);

    /// <summary>A part as a statement, or as its opposite.</summary>
    /// <param name="node">The part.</param>
    /// <param name="holds">False to say the opposite.</param>
    /// <param name="around">0 at the top, 1 inside "and", 2 inside "or": where brackets are needed.</param>
    private string Truth(Node node, bool holds, int around)
    {
        switch (node)
        {
            case BinaryNode { Operator: BinaryOperator.And or BinaryOperator.Or } joined:
                // The opposite of "a and b" is "not a or not b".
                var isAnd = joined.Operator == BinaryOperator.And == holds;
                var inside = isAnd ? 1 : 2;
                var text = $"{Truth(joined.Left, holds, inside)} {(isAnd ? "and" : "or")} {Truth(joined.Right, holds, inside)}";
                return around != 0 && around != inside ? $"({text})" : text;
            case BinaryNode binary when Syntax.IsComparison(binary.Operator):
                return Compared(binary, holds);
            case CallNode { Function: "not" } not:
                return Truth(not.Arguments[0], !holds, around);
            case CallNode { Function: "boolean" } boolean:
                return Truth(boolean.Arguments[0], holds, around);
            case CallNode { Function: "true" or "false" } constant:
                return constant.Function == "true" == holds ? "always" : "never";
            case CallNode call when Test(call, holds) is { } said:
                return said;
            case NameNode or SelfNode:
                return $"{Thing(node)} is {(holds ? "" : "not ")}answered";
            default:
                return holds ? $"{Thing(node)} is true" : $"{Thing(node)} is not true";
        }
    }

    private string? Test(CallNode call, bool holds)
    {
        var not = holds ? "" : "not ";
        var does = holds ? "" : "does not ";
        string Ending(string verb, string ending) => holds ? verb + ending : verb;
        string Value(int at) => Thing(call.Arguments[at]);
        return call.Function switch
        {
            "selected" when IsMany(call.Arguments[0]) =>
                $"{Value(0)} {does}{Ending("include", "s")} {Choice(call.Arguments[0], call.Arguments[1])}",
            "selected" => $"{Value(0)} is {not}{Choice(call.Arguments[0], call.Arguments[1])}",
            "contains" => $"{Value(0)} {does}{Ending("contain", "s")} {Value(1)}",
            "starts-with" => $"{Value(0)} {does}{Ending("begin", "s")} with {Value(1)}",
            "ends-with" => $"{Value(0)} {does}{Ending("end", "s")} in {Value(1)}",
            "regex" => $"{Value(0)} {does}{Ending("match", "es")} the pattern {Value(1)}",
            "boolean-from-string" => $"{Value(0)} is {not}true",
            "checklist" => $"it is {not}so that {Within(call)} of these hold: "
                + string.Join("; ", call.Arguments.Skip(2).Select(part => Truth(part, true, 0))),
            _ => null,
        };
    }

    private string Within(CallNode call)
    {
        string least = Thing(call.Arguments[0]),
            most = Thing(call.Arguments[1]);
        return (least.StartsWith('-'), most.StartsWith('-')) switch
        {
            (true, true) => "any number",
            (true, false) => $"at most {most}",
            (false, true) => $"at least {least}",
            _ => least == most ? $"exactly {least}" : $"{least} to {most}",
        };
    }

    private string Compared(BinaryNode binary, bool holds)
    {
        var comparison = binary.Operator;
        var (left, right) = (binary.Left, binary.Right);
        if (left is NumberNode or TextNode or NegateNode { Operand: NumberNode } && right is not (NumberNode or TextNode))
            (left, right, comparison) = (right, left, Syntax.Mirror(comparison));
        if (comparison is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            var same = comparison == BinaryOperator.Equal == holds;
            if (right is TextNode { Value: "" })
                return $"{Thing(left)} is {(same ? "not " : "")}answered";
            if (right is CallNode { Function: "true" or "false" } truth)
                return Truth(left, truth.Function == "true" == same, 1);
            if (left is CallNode { Function: "position" })
                return $"this is {(same ? "" : "not ")}entry {Thing(right)}";
            return $"{Thing(left)} is {(same ? "" : "not ")}{Choice(left, right)}";
        }
        var how = Order(comparison, holds, IsCalendar(left) || IsCalendar(right));
        return $"{Thing(left)} is {how} {Choice(left, right)}";
    }

    private static string Order(BinaryOperator comparison, bool holds, bool isDate) =>
        (comparison, holds, isDate) switch
        {
            (BinaryOperator.Less, true, false) => "less than",
            (BinaryOperator.LessOrEqual, true, false) => "at most",
            (BinaryOperator.Greater, true, false) => "more than",
            (BinaryOperator.GreaterOrEqual, true, false) => "at least",
            (BinaryOperator.Less, true, true) => "before",
            (BinaryOperator.LessOrEqual, true, true) => "on or before",
            (BinaryOperator.Greater, true, true) => "after",
            (BinaryOperator.GreaterOrEqual, true, true) => "on or after",
            // An unanswered question is neither less nor more, so the opposite keeps its "not".
            (_, false, _) => "not " + Order(comparison, true, isDate),
            _ => throw new UnreachableException(),
        };

    private bool IsCalendar(Node node) =>
        node switch
        {
            CallNode { Function: "today" or "now" or "date" or "date-time" } => true,
            NameNode name => words.Kind(name.Name) is AnswerKind.Date or AnswerKind.DateTime,
            SelfNode => words.Self is { } self && words.Kind(self) is AnswerKind.Date or AnswerKind.DateTime,
            _ => false,
        };

    private bool IsMany(Node node) => Name(node) is not { } name || words.Kind(name) != AnswerKind.SelectOne;

    private string? Name(Node node) =>
        node switch
        {
            NameNode name => name.Name,
            SelfNode => words.Self,
            _ => null,
        };

    /// <summary>A value beside a question: by the label of the choice if it is one.</summary>
    private string Choice(Node question, Node value)
    {
        var choice = value switch
        {
            TextNode text => text.Value.Trim(),
            NumberNode number => NumberText.Format(number.Value),
            _ => null,
        };
        return choice is not null && Name(question) is { } name && words.Choice(name, choice) is { } label ? label : Thing(value);
    }

    /// <summary>A part as a noun.</summary>
    private string Thing(Node node) =>
        node switch
        {
            NumberNode number => NumberText.Format(number.Value),
            NegateNode { Operand: NumberNode number } => "-" + NumberText.Format(number.Value),
            TextNode text => IsDate(text.Value, out var date) ? date : $"\u201C{text.Value}\u201D",
            NameNode name => words.Question(name.Name) ?? name.Name,
            SelfNode => words.Self is { } self ? words.Question(self) ?? self : "the answer",
            ParentNode => "this entry",
            ColumnNode column => column.Name,
            NegateNode negate => "minus " + Operand(negate.Operand),
            BinaryNode binary when Syntax.IsArithmetic(binary.Operator) =>
                $"{Operand(binary.Left)} {Sign(binary.Operator)} {Operand(binary.Right)}",
            BinaryNode => $"whether {Truth(node, true, 0)}",
            CallNode call => Call(call),
            _ => throw new UnreachableException(),
        };

    private string Operand(Node node) => node is BinaryNode ? $"({Thing(node)})" : Thing(node);

    private static string Sign(BinaryOperator binary) =>
        binary switch
        {
            BinaryOperator.Add => "plus",
            BinaryOperator.Subtract => "minus",
            BinaryOperator.Multiply => "times",
            BinaryOperator.Divide => "divided by",
            _ => "modulo",
        };

    private static bool IsDate(string text, out string said)
    {
        var isDate = CalendarText.TryParse(text, TimeZoneInfo.Utc, out var days, out var hasTime) && !hasTime;
        said = isDate ? CalendarText.ToDateTime(days).ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : "";
        return isDate;
    }

    private string Call(CallNode call)
    {
        string Value(int at) => Thing(call.Arguments[at]);
        return call.Function switch
        {
            "today" => "today",
            "now" => "now",
            "date" or "date-time" or "number" or "string" or "coalesce" when call.Arguments is [var only] => Thing(only),
            "int" => $"{Value(0)} without decimals",
            "round" => $"{Value(0)} rounded",
            "count-selected" => $"the number of choices picked in {Value(0)}",
            "count" => $"the number of entries in {Value(0)}",
            "count-non-empty" => $"the number of answers to {Value(0)}",
            "sum" when call.Arguments.Length == 1 => $"the sum of {Value(0)}",
            "min" when call.Arguments.Length == 1 => $"the smallest {Value(0)}",
            "max" when call.Arguments.Length == 1 => $"the largest {Value(0)}",
            "string-length" => $"the length of {(call.Arguments.Length == 0 ? Thing(new SelfNode()) : Value(0))}",
            "position" => "the number of this entry",
            "indexed-repeat" when call.Arguments.Length == 3 => $"{Value(0)} in entry {Value(2)}",
            "jr:choice-name" => $"the label of {Value(0)}",
            "true" => "true",
            "false" => "false",
            "if" => $"({Value(1)} if {Truth(call.Arguments[0], true, 0)}, otherwise {Value(2)})",
            _ when Test(call, true) is { } test => $"whether {test}",
            "not" => $"whether {Truth(call, true, 0)}",
            _ => $"{call.Function}({string.Join(", ", call.Arguments.Select(Thing))})",
        };
    }
}
