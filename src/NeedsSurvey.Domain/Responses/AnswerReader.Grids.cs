using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// Answers with parts: need_grid, matrix, best_worst. Each part is read alone, so every fault is told at once.
internal static partial class AnswerReader
{
    private static Answer? ReadNeedGrid(JsonElement json, NeedGridQuestion grid, Place at, FaultList faults)
    {
        if (ReadRows(json, grid.Rows, at, faults) is not { } given) return null;
        var rows = new List<NeedRating>(given.Length);
        for (var index = 0; index < given.Length; index++)
        {
            if (given[index].ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) continue;
            var row = grid.Rows[index].Name;
            if (ReadNeedRow(given[index], grid, at, row, faults) is { } rating) rows.Add(rating);
        }
        return Answer.NeedRatings.Of(rows, grid.Rows.Count);
    }

    private static NeedRating? ReadNeedRow(JsonElement json, NeedGridQuestion grid, Place at, string row, FaultList faults)
    {
        if (IsDeclined(json))
            return Decline(grid, at.Row(row), faults) is null ? null : new(row, Rating.Refused, Rating.Refused);
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(at.Row(row), "wrong_form");
            return null;
        }
        Rating? importance = null, satisfaction = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Is("importance"u8)) importance = ReadRating(property.Value, grid, grid.Importance, at.Row(row, "importance"), faults);
            else if (property.Is("satisfaction"u8)) satisfaction = ReadRating(property.Value, grid, grid.Satisfaction, at.Row(row, "satisfaction"), faults);
            else faults.Add(at.Row(row), "unknown_part", JsonText.TryReadName(property, out var name) ? Shown(name) : "?");
        }
        return importance is null && satisfaction is null ? null : new(row, importance, satisfaction);
    }

    private static Rating? ReadRating(JsonElement json, NeedGridQuestion grid, GridAspect aspect, Place at, FaultList faults)
    {
        if (json.ValueKind == JsonValueKind.Null || IsEmpty(json)) return null;
        if (IsDeclined(json)) return Decline(grid, at, faults) is null ? null : Rating.Refused;
        if (json.ValueKind != JsonValueKind.Number) faults.Add(at, "choice_needed");
        else if (json.TryGetInt32(out var value) && aspect.Scale.Any(point => point.Value == value)) return new(value);
        else faults.Add(at, "unknown_choice");
        return null;
    }

    private static Answer? ReadMatrix(JsonElement json, Place at, FaultList faults)
    {
        var matrix = (MatrixQuestion)at.Item.Item;
        if (ReadRows(json, matrix.Rows, at, faults) is not { } given) return null;
        var rows = new List<MatrixRow>(given.Length);
        for (var index = 0; index < given.Length; index++)
        {
            var value = given[index];
            if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null || IsEmpty(value)) continue;
            var row = matrix.Rows[index].Name;
            if (IsDeclined(value))
            {
                if (Decline(matrix, at.Row(row), faults) is not null) rows.Add(new(row, null));
            }
            else if (ReadChoice(value, at.Row(row), faults, "choice_needed") is { } choice) rows.Add(new(row, choice));
        }
        return Answer.MatrixRows.Of(rows, matrix.Rows.Count);
    }

    private static Answer.BestWorst? ReadBestWorst(JsonElement json, BestWorstQuestion question, Place at, FaultList faults)
    {
        if (IsEmpty(json)) return null;
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > question.Sets.Count)
        {
            faults.Add(at, "wrong_form");
            return null;
        }
        var picks = new List<BestWorstPick?>();
        foreach (var element in json.EnumerateArray())
            picks.Add(element.ValueKind == JsonValueKind.Null ? null : ReadPick(element, question.Sets[picks.Count], picks.Count, at, faults));
        while (picks.Count > 0 && picks[^1] is null) picks.RemoveAt(picks.Count - 1);
        return picks.Count == 0 ? null : new(picks);
    }

    private static BestWorstPick? ReadPick(JsonElement json, IReadOnlyList<string> set, int index, Place at, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(at.Set(index, "best"), "wrong_form");
            return null;
        }
        string? best = null, worst = null;
        foreach (var property in json.EnumerateObject())
        {
            var part = property.Is("best"u8) ? "best" : property.Is("worst"u8) ? "worst" : null;
            if (part is null) faults.Add(at, "unknown_part", JsonText.TryReadName(property, out var name) ? Shown(name) : "?");
            else if (property.Value.ValueKind == JsonValueKind.Null || IsEmpty(property.Value)) continue;
            else if (ReadChoice(property.Value, at.Set(index, part), faults, "choice_needed") is { } choice)
            {
                if (!set.Contains(choice)) faults.Add(at.Set(index, part), "not_in_set");
                else if (part == "best") best = choice;
                else worst = choice;
            }
        }
        if (best is not null && best == worst) faults.Add(at.Set(index, "worst"), "same_best_worst");
        return best is null && worst is null ? null : new(best, worst);
    }

    /// <summary>The given values by row, in the survey's order; null when there is nothing to read.</summary>
    private static JsonElement[]? ReadRows(JsonElement json, IReadOnlyList<GridRow> rows, Place at, FaultList faults)
    {
        if (IsEmpty(json)) return null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(at, "wrong_form");
            return null;
        }
        var given = new JsonElement[rows.Count];
        foreach (var property in json.EnumerateObject())
        {
            var name = JsonText.TryReadName(property, out var text) ? text : "?";
            var row = at.Item.RowOrder(name);
            if (row < 0) faults.Add(at, "unknown_row", Shown(name));
            else if (given[row].ValueKind != JsonValueKind.Undefined) faults.Add(at, "duplicate_answer", Shown(name));
            else given[row] = property.Value;
        }
        return given;
    }

    private static string Shown(string text) => text.Length <= 64 ? text : text[..64] + "…";
}
