// What an expression yields and what answers look like to it: a struct, so that evaluating a condition allocates nothing.
// XPath 1.0 section 3 and 4 define the conversions; ODK XForms adds dates, which count as days since 1970-01-01.
using System.Diagnostics;

namespace NeedsSurvey.Domain.Logic;

/// <summary>The kinds of value.</summary>
public enum ValueKind : byte
{
    /// <summary>No answer; behaves as the empty text.</summary>
    Empty,

    /// <summary>A text.</summary>
    Text,

    /// <summary>An IEEE 754 double; NaN and infinities included.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A calendar day.</summary>
    Date,

    /// <summary>A day and a time on the survey's clock, to the millisecond.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>The choices picked in a select_multiple or rank question, in order; its text is the names with spaces between.</summary>
    Choices,

    /// <summary>The answers of one question over all instances of a repeat.</summary>
    Nodes,

    /// <summary>The expression could not be evaluated; <see cref="Value.FaultMessage"/> says why.</summary>
    Fault,
}

/// <summary>
/// A value of the expression language. Conversions never throw: what cannot be a number is NaN, and a <see cref="ValueKind.Fault"/> is NaN,
/// false and the empty text.
/// </summary>
[DebuggerDisplay("{Kind}: {ToText()}")]
public readonly struct Value : IEquatable<Value>
{
    private readonly object? reference;
    private readonly double number;

    private Value(ValueKind kind, double number, object? reference = null)
    {
        Kind = kind;
        this.number = number;
        this.reference = reference;
    }

    /// <summary>The kind of value.</summary>
    public ValueKind Kind { get; }

    /// <summary>No answer. Also <c>default</c>.</summary>
    public static Value Empty => default;

    /// <summary>True.</summary>
    public static Value True => new(ValueKind.Boolean, 1);

    /// <summary>False.</summary>
    public static Value False => new(ValueKind.Boolean, 0);

    /// <summary>Not a number.</summary>
    public static Value NaN => new(ValueKind.Number, double.NaN);

    /// <summary>A text; null and the empty text are <see cref="Empty"/>.</summary>
    public static Value Of(string? text) => string.IsNullOrEmpty(text) ? default : new(ValueKind.Text, 0, text);

    /// <summary>A number.</summary>
    public static Value Of(double number) => new(ValueKind.Number, number);

    /// <summary>True or false.</summary>
    public static Value Of(bool truth) => truth ? True : False;

    /// <summary>A calendar day.</summary>
    public static Value Of(DateOnly date) => new(ValueKind.Date, date.DayNumber - CalendarText.EpochDay);

    /// <summary>A time of day.</summary>
    public static Value Of(TimeOnly time) => new(ValueKind.Time, time.Ticks / (double)TimeSpan.TicksPerDay);

    /// <summary>A day and time as the survey's clock shows it (any offset must already be applied).</summary>
    public static Value Of(DateTime wallClock) =>
        new(ValueKind.DateTime, (wallClock.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay);

    /// <summary>Picked choices, in order. The list is kept, not copied: do not change it afterwards.</summary>
    public static Value OfChoices(IReadOnlyList<string> names) => names.Count == 0 ? default : new(ValueKind.Choices, 0, names);

    /// <summary>Answers over the instances of a repeat, in order. The list is kept, not copied.</summary>
    public static Value OfNodes(IReadOnlyList<Value> values) => new(ValueKind.Nodes, 0, values);

    /// <summary>The expression could not be evaluated.</summary>
    /// <param name="message">What is wrong and what to do, in plain words.</param>
    public static Value Fault(string message) => new(ValueKind.Fault, double.NaN, message);

    internal static Value DateOfDays(double days) => new(ValueKind.Date, days);

    internal static Value DateTimeOfDays(double days) => new(ValueKind.DateTime, days);

    internal static Value TimeOfFraction(double fraction) => new(ValueKind.Time, fraction);

    /// <summary>Whether evaluation failed.</summary>
    public bool IsFault => Kind == ValueKind.Fault;

    /// <summary>Why evaluation failed; null if it did not.</summary>
    public string? FaultMessage => Kind == ValueKind.Fault ? (string)reference! : null;

    /// <summary>Whether it is the empty text, an unanswered question, or a node-set whose first answer is.</summary>
    public bool IsEmpty =>
        Kind switch
        {
            ValueKind.Empty => true,
            ValueKind.Nodes => First.Kind == ValueKind.Empty,
            _ => false,
        };

    internal bool IsCalendar => Kind is ValueKind.Date or ValueKind.DateTime or ValueKind.Time;

    /// <summary>The picked choices of a <see cref="ValueKind.Choices"/>; otherwise empty.</summary>
    public IReadOnlyList<string> Choices => Kind == ValueKind.Choices ? (IReadOnlyList<string>)reference! : [];

    /// <summary>The answers of a <see cref="ValueKind.Nodes"/>; otherwise empty.</summary>
    public IReadOnlyList<Value> Nodes => Kind == ValueKind.Nodes ? (IReadOnlyList<Value>)reference! : [];

    /// <summary>Days since 1970-01-01 for dates, a fraction of a day for times, the number for numbers.</summary>
    internal double Raw => number;

    /// <summary>XPath's conversion of a node-set: its first answer. Any other value is itself.</summary>
    public Value First
    {
        get
        {
            var value = this;
            // A context may hand out node-sets of node-sets; no more than a few levels make sense.
            for (var level = 0; value.Kind == ValueKind.Nodes; level++)
            {
                var nodes = value.Nodes;
                if (nodes.Count == 0 || level == 8)
                    return default;
                value = nodes[0];
            }
            return value;
        }
    }

    /// <summary>XPath's <c>boolean()</c>: a number that is not 0 or NaN, a text that is not empty, a node-set that is not empty.</summary>
    public bool ToBoolean() =>
        Kind switch
        {
            ValueKind.Boolean => number != 0,
            ValueKind.Number => number != 0 && !double.IsNaN(number),
            ValueKind.Text or ValueKind.Date or ValueKind.DateTime or ValueKind.Time or ValueKind.Choices => true,
            ValueKind.Nodes => Nodes.Count > 0,
            _ => false,
        };

    /// <summary>XPath's <c>number()</c>; a date counts as days since 1970-01-01, a time as a fraction of a day.</summary>
    public double ToNumber() =>
        Kind switch
        {
            ValueKind.Boolean or ValueKind.Number or ValueKind.Date or ValueKind.DateTime or ValueKind.Time => number,
            ValueKind.Text => NumberText.Parse((string)reference!),
            ValueKind.Choices => Choices.Count == 1 ? NumberText.Parse(Choices[0]) : double.NaN,
            ValueKind.Nodes => First.ToNumber(),
            _ => double.NaN,
        };

    /// <summary>XPath's <c>string()</c>: numbers without exponent, dates as ISO 8601, choices with spaces between.</summary>
    public string ToText() =>
        Kind switch
        {
            ValueKind.Text => (string)reference!,
            ValueKind.Number => NumberText.Format(number),
            ValueKind.Boolean => number != 0 ? "true" : "false",
            ValueKind.Date => CalendarText.FormatDate(number),
            ValueKind.DateTime => CalendarText.FormatDateTime(number),
            ValueKind.Time => CalendarText.FormatTime(number),
            ValueKind.Choices => Choices.Count == 1 ? Choices[0] : string.Join(' ', Choices),
            ValueKind.Nodes => First.ToText(),
            _ => "",
        };

    /// <summary>The same kind and the same content (NaN equals NaN here, unlike in the language itself).</summary>
    public bool Equals(Value other) =>
        Kind == other.Kind
        && number.Equals(other.number)
        && Kind switch
        {
            ValueKind.Choices => Choices.SequenceEqual(other.Choices),
            ValueKind.Nodes => Nodes.SequenceEqual(other.Nodes),
            _ => Equals(reference, other.reference),
        };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, number, reference as string);

    /// <inheritdoc cref="Equals(Value)"/>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>Kind and content, for test output and debuggers; use <see cref="ToText"/> for the language's text.</summary>
    public override string ToString() => Kind == ValueKind.Fault ? $"Fault: {FaultMessage}" : $"{Kind}: {ToText()}";
}
