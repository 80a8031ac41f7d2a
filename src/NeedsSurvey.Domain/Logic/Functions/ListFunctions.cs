// The functions on several values: picked choices and answers over a repeat. Any argument may be a node-set, which stands for its answers.
// A text counts as picked choices if it holds names with spaces between, as XLSForm stores them.
using System.Text;

namespace NeedsSurvey.Domain.Logic;

internal static class ListFunctions
{
    public static Value Selected(ReadOnlySpan<Value> values, EvaluationContext context) =>
        Value.Of(Holds(values[0].First, values[1].ToText().AsSpan().Trim()));

    /// <summary>Whether a choice is among the picked ones; nothing is, where nothing is picked, as in ODK.</summary>
    public static bool Holds(in Value picked, ReadOnlySpan<char> choice)
    {
        if (choice.IsEmpty)
            return picked.IsEmpty;
        if (picked.Kind == ValueKind.Choices)
        {
            var names = picked.Choices;
            for (var i = 0; i < names.Count; i++)
            {
                if (choice.SequenceEqual(names[i]))
                    return true;
            }
            return false;
        }
        var text = picked.ToText();
        foreach (var range in text.AsSpan().Split(' '))
        {
            var name = text.AsSpan(range);
            if (name.Length > 0 && name.SequenceEqual(choice))
                return true;
        }
        return false;
    }

    /// <summary>The picked choice at a place, counted from 0; empty if fewer are picked.</summary>
    public static Value SelectedAt(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var index = values[1].ToNumber();
        var names = Names(values[0].First);
        return index >= 0 && index < names.Count ? Value.Of(names[(int)index]) : Value.Empty;
    }

    public static Value CountSelected(ReadOnlySpan<Value> values, EvaluationContext context) => Value.Of(Names(values[0].First).Count);

    private static IReadOnlyList<string> Names(Value list) =>
        list.Kind == ValueKind.Choices ? list.Choices : list.ToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static Value CountNonEmpty(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        if (values[0].Kind != ValueKind.Nodes)
            return Value.Of(values[0].IsEmpty ? 0 : 1);
        var count = 0;
        var nodes = values[0].Nodes;
        for (var i = 0; i < nodes.Count; i++)
            count += nodes[i].IsEmpty ? 0 : 1;
        return Value.Of(count);
    }

    // Unanswered questions and what is no number are left out, as ODK does; XPath 1.0 would make the whole sum NaN.
    public static Value Sum(ReadOnlySpan<Value> values, EvaluationContext context) => Fold(values, 0, (sum, next) => sum + next);

    public static Value Min(ReadOnlySpan<Value> values, EvaluationContext context) => Fold(values, double.NaN, Math.Min);

    public static Value Max(ReadOnlySpan<Value> values, EvaluationContext context) => Fold(values, double.NaN, Math.Max);

    /// <summary>Combines all numbers; begins with the first one if <paramref name="start"/> is NaN.</summary>
    private static Value Fold(ReadOnlySpan<Value> values, double start, Func<double, double, double> combine)
    {
        var result = start;
        var begun = !double.IsNaN(start);
        foreach (var value in values)
        {
            if (value.Kind == ValueKind.Nodes)
            {
                var nodes = value.Nodes;
                for (var i = 0; i < nodes.Count; i++)
                    Take(nodes[i]);
            }
            else
            {
                Take(value);
            }
        }
        return Value.Of(result);

        void Take(Value value)
        {
            var next = value.ToNumber();
            if (double.IsNaN(next))
                return;
            result = begun ? combine(result, next) : next;
            begun = true;
        }
    }

    public static Value Join(ReadOnlySpan<Value> values, EvaluationContext context) => Joined(values[0].ToText(), values[1..]);

    public static Value Concat(ReadOnlySpan<Value> values, EvaluationContext context) => Joined("", values);

    private static Value Joined(string separator, ReadOnlySpan<Value> values)
    {
        var result = new StringBuilder();
        var begun = false;
        foreach (var value in values)
        {
            if (value.Kind == ValueKind.Nodes)
            {
                foreach (var node in value.Nodes)
                {
                    if (!Append(node))
                        return TextFunctions.TooLong();
                }
            }
            else if (!Append(value))
            {
                return TextFunctions.TooLong();
            }
        }
        return Value.Of(result.ToString());

        bool Append(Value value)
        {
            if (begun)
                result.Append(separator);
            begun = true;
            result.Append(value.ToText());
            return result.Length <= TextFunctions.LongestResult;
        }
    }

    /// <summary>Whether the number of true conditions lies between the first two values; -1 is no limit.</summary>
    public static Value Checklist(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        var met = 0;
        foreach (var value in values[2..])
        {
            if (value.Kind == ValueKind.Nodes)
                met += value.Nodes.Count(node => node.ToBoolean());
            else if (value.ToBoolean())
                met++;
        }
        double least = values[0].ToNumber(),
            most = values[1].ToNumber();
        return Value.Of((least < 0 || met >= least) && (most < 0 || met <= most));
    }

    /// <summary>Whether the weights (each after its condition) of the true conditions add up to something within the limits.</summary>
    public static Value WeightedChecklist(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        double met = 0;
        for (var i = 2; i + 1 < values.Length; i += 2)
            met += values[i].ToBoolean() ? values[i + 1].ToNumber() : 0;
        return Value.Of(met >= values[0].ToNumber() && met <= values[1].ToNumber());
    }
}
