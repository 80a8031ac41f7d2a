// The functions on texts. Lengths and positions count UTF-16 characters, as XLSForm's other programs do.
using System.Buffers;
using System.Text;

namespace NeedsSurvey.Domain.Logic;

internal static class TextFunctions
{
    /// <summary>Longest text that a function yields, so that calculations feeding one another cannot fill the memory.</summary>
    public const int LongestResult = 65_536;

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\r\n");

    public static Value TooLong() => Value.Fault($"The text is longer than {LongestResult} characters.");

    public static Value BooleanFromString(ReadOnlySpan<Value> values, EvaluationContext context) =>
        Value.Of(values[0].Kind == ValueKind.Boolean ? values[0].ToBoolean() : IsTrue(values[0].ToText()));

    private static bool IsTrue(string text) => text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);

    public static Value StringLength(ReadOnlySpan<Value> values, EvaluationContext context) => Value.Of(values[0].ToText().Length);

    /// <summary>From a start up to, not including, an end, both counted from 0; negative ones count from the end of the text.</summary>
    public static Value Substr(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var text = values[0].ToText();
        var start = Index(values[1].ToNumber(), text.Length);
        var end = values.Length > 2 ? Index(values[2].ToNumber(), text.Length) : text.Length;
        return start < end ? Value.Of(text[start..end]) : Value.Empty;

        static int Index(double given, int length)
        {
            if (double.IsNaN(given))
                return 0;
            var index = Math.Truncate(given);
            return (int)Math.Clamp(index < 0 ? index + length : index, 0, length);
        }
    }

    public static Value SubstringBefore(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var text = values[0].ToText();
        var at = text.IndexOf(values[1].ToText(), StringComparison.Ordinal);
        return at > 0 ? Value.Of(text[..at]) : Value.Empty;
    }

    public static Value SubstringAfter(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        string text = values[0].ToText(),
            mark = values[1].ToText();
        var at = text.IndexOf(mark, StringComparison.Ordinal);
        return at >= 0 ? Value.Of(text[(at + mark.Length)..]) : Value.Empty;
    }

    public static Value Contains(ReadOnlySpan<Value> values, EvaluationContext context) =>
        Value.Of(values[0].ToText().Contains(values[1].ToText(), StringComparison.Ordinal));

    public static Value StartsWith(ReadOnlySpan<Value> values, EvaluationContext context) =>
        Value.Of(values[0].ToText().StartsWith(values[1].ToText(), StringComparison.Ordinal));

    public static Value EndsWith(ReadOnlySpan<Value> values, EvaluationContext context) =>
        Value.Of(values[0].ToText().EndsWith(values[1].ToText(), StringComparison.Ordinal));

    public static Value NormalizeSpace(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var text = values[0].ToText();
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!Spaces.Contains(c))
                result.Append(c);
            else if (result.Length > 0 && result[^1] != ' ')
                result.Append(' ');
        }
        if (result.Length > 0 && result[^1] == ' ')
            result.Length--;
        return Value.Of(result.ToString());
    }

    /// <summary>XPath 1.0, section 4.2: letters of the second text become those of the third at the same place, or vanish.</summary>
    public static Value Translate(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        string text = values[0].ToText(),
            from = values[1].ToText(),
            to = values[2].ToText();
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = from.IndexOf(c, StringComparison.Ordinal);
            if (at < 0)
                result.Append(c);
            else if (at < to.Length)
                result.Append(to[at]);
        }
        return Value.Of(result.ToString());
    }

    public static Value Regex(ReadOnlySpan<Value> values, EvaluationContext context) =>
        Value.Of(TimedPattern.For(values[1].ToText()).Matches(values[0].ToText(), context.Patterns));

    /// <summary>A random UUID (version 4), or with a length so many random letters and digits, at most 1,000.</summary>
    public static Value Uuid(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        if (values.Length == 0)
        {
            Span<byte> bytes = stackalloc byte[16];
            context.Random.NextBytes(bytes);
            bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
            bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
            return Value.Of(new Guid(bytes, bigEndian: true).ToString("D"));
        }
        var length = values[0].ToNumber();
        if (!(length >= 1 && length <= 1_000))
            return Value.Fault("uuid takes a length from 1 to 1000.");
        return Value.Of(context.Random.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", (int)length));
    }
}
