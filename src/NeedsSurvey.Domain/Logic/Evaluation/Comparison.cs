// XPath 1.0, section 3.4: how two values are compared. A node-set meets a comparison if any of its answers does.
// ODK XForms adds dates: a text beside a date is read as a date, and days compare as numbers.
namespace NeedsSurvey.Domain.Logic;

internal static class Comparison
{
    public static bool Holds(BinaryOperator binary, in Value left, in Value right, TimeZoneInfo zone)
    {
        if (left.Kind == ValueKind.Number && right.Kind == ValueKind.Number)
            return HoldsBetween(binary, left.Raw, right.Raw);
        if (left.Kind == ValueKind.Nodes || right.Kind == ValueKind.Nodes)
            return AnyHolds(binary, left, right, zone);
        return binary switch
        {
            BinaryOperator.Equal => AreEqual(left, right, zone),
            BinaryOperator.NotEqual => !AreEqual(left, right, zone),
            _ => AreDays(left, right, zone, out var first, out var second)
                ? HoldsBetween(binary, first, second)
                : HoldsBetween(binary, Number(left, right, zone), Number(right, left, zone)),
        };
    }

    /// <summary>Two texts that are both days, with or without a time, are compared as days: as numbers they would be none.</summary>
    private static bool AreDays(in Value left, in Value right, TimeZoneInfo zone, out double first, out double second)
    {
        (first, second) = (double.NaN, double.NaN);
        return left.Kind == ValueKind.Text
            && right.Kind == ValueKind.Text
            && CalendarText.TryParse(left.ToText(), zone, out first, out _)
            && CalendarText.TryParse(right.ToText(), zone, out second, out _);
    }

    private static bool AreEqual(in Value left, in Value right, TimeZoneInfo zone)
    {
        if (left.Kind == ValueKind.Boolean || right.Kind == ValueKind.Boolean)
            return left.ToBoolean() == right.ToBoolean();
        if (left.Kind == ValueKind.Number || right.Kind == ValueKind.Number || left.IsCalendar || right.IsCalendar)
            return Number(left, right, zone) == Number(right, left, zone);
        return left.Kind == ValueKind.Empty || right.Kind == ValueKind.Empty
            ? left.Kind == right.Kind
            : string.Equals(left.ToText(), right.ToText(), StringComparison.Ordinal);
    }

    /// <summary>The value as a number, read as a date or time if it is a text beside one.</summary>
    private static double Number(in Value value, in Value other, TimeZoneInfo zone)
    {
        if (value.Kind != ValueKind.Text || !other.IsCalendar)
            return value.ToNumber();
        var text = value.ToText();
        if (other.Kind == ValueKind.Time)
            return CalendarText.TryParseTime(text, out var fraction, out _) ? fraction : double.NaN;
        return CalendarText.TryParse(text, zone, out var days, out _) ? days : double.NaN;
    }

    private static bool HoldsBetween(BinaryOperator binary, double left, double right) =>
        binary switch
        {
            BinaryOperator.Equal => left == right,
            BinaryOperator.NotEqual => left != right,
            BinaryOperator.Less => left < right,
            BinaryOperator.LessOrEqual => left <= right,
            BinaryOperator.Greater => left > right,
            _ => left >= right,
        };

    private static bool AnyHolds(BinaryOperator binary, in Value left, in Value right, TimeZoneInfo zone)
    {
        // Beside a boolean a node-set is a boolean itself: whether it has any node.
        if (left.Kind == ValueKind.Boolean || right.Kind == ValueKind.Boolean)
            return Holds(binary, Value.Of(left.ToBoolean()), Value.Of(right.ToBoolean()), zone);
        if (left.Kind == ValueKind.Nodes)
        {
            var nodes = left.Nodes;
            for (var i = 0; i < nodes.Count; i++)
            {
                var other = right.Kind == ValueKind.Nodes ? right : right.First;
                if (Holds(binary, nodes[i].First, other, zone))
                    return true;
            }
            return false;
        }
        foreach (var node in right.Nodes)
        {
            if (Holds(binary, left, node.First, zone))
                return true;
        }
        return false;
    }
}
