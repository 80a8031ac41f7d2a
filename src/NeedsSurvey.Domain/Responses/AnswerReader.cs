using System.Globalization;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// From one JSON value to one Answer of its question's type, or faults. It looks at the question alone: whether it is asked at all,
// required, constrained or filtered depends on other answers and is AnswerCheck's part.

/// <summary>Reads answers of every type; choices and grids in their own files.</summary>
internal static partial class AnswerReader
{
    /// <summary>The answer, or null when it is empty or faulty (then <paramref name="faults"/> has grown).</summary>
    internal static Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        if (at.Item.Item is not Question question)
        {
            faults.AddUnknown(at.Item.Name, "not_a_question");
            return null;
        }
        if (IsDeclined(json)) return Decline(question, at, faults);
        if (IsAnsweredAndDeclined(json)) return Fault(faults, at, "answered_and_declined");
        return question switch
        {
            TextQuestion text => ReadText(json, text, at, faults),
            IntegerQuestion => ReadWhole(json, at, faults),
            DecimalQuestion => ReadNumber(json, at, faults),
            RangeQuestion range => ReadRange(json, range, at, faults),
            DateQuestion => ReadDate(json, at, faults),
            TimeQuestion => ReadTime(json, at, faults),
            SelectOneQuestion => ReadOne(json, at, faults),
            SelectMultipleQuestion many => ReadMany(json, many, at, faults),
            RankQuestion rank => ReadRanking(json, rank, at, faults),
            NeedGridQuestion grid => ReadNeedGrid(json, grid, at, faults),
            MatrixQuestion => ReadMatrix(json, at, faults),
            BestWorstQuestion sets => ReadBestWorst(json, sets, at, faults),
            GeopointQuestion => ReadPoint(json, at, faults),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary><c>{"declined": true}</c> and nothing else.</summary>
    private static bool IsDeclined(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object) return false;
        var declined = false;
        foreach (var property in json.EnumerateObject())
        {
            if (declined || property.Value.ValueKind != JsonValueKind.True || !property.Is("declined"u8)) return false;
            declined = true;
        }
        return declined;
    }

    /// <summary>What a form gives when a person wrote words and ticked "prefer not to say".</summary>
    private static bool IsAnsweredAndDeclined(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() == 2 && json.TryFind("declined"u8, out var declined) &&
        declined.ValueKind == JsonValueKind.True && json.TryFind("answer"u8, out _);

    private static Answer.Declined? Decline(Question question, Place at, FaultList faults)
    {
        if (question.MayDecline) return Answer.Declined.Instance;
        faults.Add(at, "cannot_decline");
        return null;
    }

    private static Answer.Text? ReadText(JsonElement json, TextQuestion question, Place at, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.String)
        {
            faults.Add(at, "text_needed");
            return null;
        }
        return ReadWords(json, question.MaxLength ?? Limits.TextAnswerCharacters, at, faults) is { } words ? new(words) : null;
    }

    /// <summary>Canonical words, or null when blank or faulty. <paramref name="longest"/> counts UTF-16 units, as browsers do.</summary>
    private static string? ReadWords(JsonElement json, int longest, Place at, FaultList faults)
    {
        if (!JsonText.TryRead(json, out var text) || !AnswerText.TryCanonical(text, out var words))
        {
            faults.Add(at, "bad_text");
            return null;
        }
        longest = Math.Min(longest, Limits.TextAnswerCharacters);
        if (words is null || words.Length <= longest) return words;
        faults.Add(at, "too_long", longest, words.Length);
        return null;
    }

    private static Answer.Whole? ReadWhole(JsonElement json, Place at, FaultList faults)
    {
        if (IsEmpty(json)) return null;
        if (json.ValueKind != JsonValueKind.Number) faults.Add(at, "whole_number_needed");
        else if (json.TryGetInt64(out var whole)) return new(whole);
        else if (!json.TryGetDecimal(out var number)) faults.Add(at, "number_too_large");
        else if (number != decimal.Truncate(number)) faults.Add(at, "whole_number_needed");
        else if (number is < long.MinValue or > long.MaxValue) faults.Add(at, "number_too_large");
        else return new((long)number);
        return null;
    }

    private static Answer.Number? ReadNumber(JsonElement json, Place at, FaultList faults)
    {
        if (IsEmpty(json)) return null;
        if (json.ValueKind != JsonValueKind.Number) faults.Add(at, "number_needed");
        else if (!json.TryGetDecimal(out var number)) faults.Add(at, "number_too_large");
        else return new(Plain(number));
        return null;
    }

    private static Answer.Number? ReadRange(JsonElement json, RangeQuestion range, Place at, FaultList faults)
    {
        if (ReadNumber(json, at, faults) is not { } answer) return null;
        var (low, high) = range.Start <= range.End ? (range.Start, range.End) : (range.End, range.Start);
        if (answer.Value < low || answer.Value > high) faults.Add(at, "off_scale", low, high);
        else if (range.Step != 0 && (answer.Value - range.Start) % range.Step != 0) faults.Add(at, "off_step", Math.Abs(range.Step));
        else return answer;
        return null;
    }

    private static Answer.Day? ReadDate(JsonElement json, Place at, FaultList faults)
    {
        if (IsEmpty(json)) return null;
        if (json.ValueKind == JsonValueKind.String && JsonText.TryRead(json, out var text) &&
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day);
        faults.Add(at, "date_needed");
        return null;
    }

    private static Answer.Clock? ReadTime(JsonElement json, Place at, FaultList faults)
    {
        if (IsEmpty(json)) return null;
        if (json.ValueKind == JsonValueKind.String && JsonText.TryRead(json, out var text) &&
            TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return new(time);
        faults.Add(at, "time_needed");
        return null;
    }

    private static Answer.Point? ReadPoint(JsonElement json, Place at, FaultList faults)
    {
        if (json.ValueKind == JsonValueKind.Object && TryParts(json, out var lat, out var lon, out var accuracy) &&
            lat is >= -90 and <= 90 && lon is >= -180 and <= 180 && accuracy is null or >= 0)
            return new(Plain(lat.Value), Plain(lon.Value), accuracy is { } metres ? Plain(metres) : null);
        if (!IsEmpty(json)) faults.Add(at, "point_needed");
        return null;
    }

    private static bool TryParts(JsonElement json, out decimal? lat, out decimal? lon, out decimal? accuracy)
    {
        lat = lon = accuracy = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Null) continue;
            if (property.Value.ValueKind != JsonValueKind.Number || !property.Value.TryGetDecimal(out var number)) return false;
            if (property.Is("lat"u8) && lat is null) lat = number;
            else if (property.Is("lon"u8) && lon is null) lon = number;
            else if (property.Is("accuracy"u8) && accuracy is null) accuracy = number;
            else return false;
        }
        return lat is not null && lon is not null;
    }

    /// <summary>What a form or a program sends for "nothing": an empty text, list or object.</summary>
    private static bool IsEmpty(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.ValueEquals(""u8),
        JsonValueKind.Array => json.GetArrayLength() == 0,
        JsonValueKind.Object => json.GetPropertyCount() == 0,
        _ => false,
    };

    /// <summary>12.50 and 12.5 are one answer.</summary>
    private static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    private static Answer? Fault(FaultList faults, Place at, string code)
    {
        faults.Add(at, code);
        return null;
    }
}
