// What the cells of AnsweredSurvey must be, worked out from the stored JSON in a slow way of its own; it shares no code with the export.

using System.Text.Json;

namespace NeedsSurvey.App.Tests.Exchange;

internal static class ExpectedCells
{
    internal static readonly string[] Columns =
    [
        "response_id",
        "version",
        "language",
        "received_on",
        "wave",
        "complete",
        "story",
        "people",
        "tenure",
        "tenure.other",
        "help.food",
        "help.rest",
        "help.none",
        "help.other",
        "help.care",
        "life",
        "first.rank1",
        "first.rank2",
        "first.rank3",
        "needs.heat.importance",
        "needs.heat.satisfaction",
        "needs.housing.importance",
        "needs.housing.satisfaction",
        "needs.safety.importance",
        "needs.safety.satisfaction",
        "since",
        "age",
        "km",
        "wake",
        "landlord",
        "life.v1",
    ];

    // The text of a cell with its state. NA and REFUSED were written by people, so the codes are others.
    internal static string Value((string Text, bool Quoted) cell) =>
        cell.Text switch
        {
            "NA_2" => "<NA>",
            "REFUSED_2" => "<REFUSED>",
            "" => "<>",
            _ => cell.Text,
        };

    internal static string Of(JsonElement answers, string column, int version)
    {
        if (
            version == 1 && (column is "life" or "help.rest" or "first.rank3" || column.StartsWith("needs.heat", StringComparison.Ordinal))
            || version == 2 && column is "life.v1" or "landlord" or "help.care" && version == 2
        )
            return "<NA>";
        var parts = column.Replace(".v1", "", StringComparison.Ordinal).Split('.');
        if (!answers.TryGetProperty(parts[0], out var answer))
            return "<NA>";
        if (State(answer) is { } state)
            return state;
        switch (parts)
        {
            case [_] when answer.ValueKind == JsonValueKind.Object:
                return answer.GetProperty("choice").GetString()!;
            case [_]:
                return answer.ToString();
            case ["tenure", _]:
                return answer.ValueKind == JsonValueKind.Object ? answer.GetProperty("other").GetString()!
                    : answer.GetString() == "other" ? "<>"
                    : "<NA>";
            case ["help", var choice]:
                var chosen = answer.ValueKind == JsonValueKind.Object ? answer.GetProperty("choices") : answer;
                var has = chosen.EnumerateArray().Any(name => name.GetString() == choice);
                if (choice != "other")
                    return has ? "1" : "0";
                return !has ? "<NA>"
                    : answer.ValueKind == JsonValueKind.Object ? answer.GetProperty("other").GetString()!
                    : "<>";
            case ["first", var place]:
                return answer.EnumerateArray().Select(name => name.GetString()!).ElementAtOrDefault(place[^1] - '1') ?? "<>";
            case ["needs", var need, var aspect]:
                if (!answer.TryGetProperty(need, out var row))
                    return "<>";
                if (State(row) is { } rowState)
                    return rowState;
                return row.TryGetProperty(aspect, out var rating) ? State(rating) ?? rating.ToString() : "<>";
            default:
                throw new InvalidOperationException(column);
        }
    }

    private static string? State(JsonElement answer) =>
        answer.ValueKind == JsonValueKind.Null ? "<>"
        : answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("declined", out _) ? "<REFUSED>"
        : null;
}
