using System.Runtime.InteropServices;
using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// From one JSON value to one Answer of its question's type, or faults. It looks at the question alone: whether it is asked at all,
// required, constrained or filtered depends on other answers and is AnswerCheck's part.

/// <summary>Reads answers by their question's <see cref="AnswerType"/>; holds what several shapes are made of.</summary>
internal static class AnswerReader
{
    /// <summary>Characters of one's own words beside "other".</summary>
    private const int LongestOther = 1_000;

    /// <summary>The answer, or null when it is empty or faulty (then <paramref name="faults"/> has grown).</summary>
    internal static Answer? Read(JsonElement json, Place at, FaultList faults)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (at.Item.Item is not Question question)
        {
            faults.AddUnknown(at.Item.Name, "not_a_question");
            return null;
        }
        if (Missing(json) is { } missing)
            return Take(missing, question, at, faults);
        if (AnsweredAnd(json) is { } also)
            return Fault(faults, at, $"answered_and_{also.Key}");
        return question.AnswerType.Read(json, at, faults);
    }

    /// <summary><c>{"declined": true}</c> or <c>{"unknown": true}</c>, and nothing else; null for anything else.</summary>
    internal static MissingAnswer? Missing(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return null;
        MissingAnswer? found = null;
        foreach (var property in json.EnumerateObject())
        {
            if (found is not null || property.Value.ValueKind != JsonValueKind.True)
                return null;
            found = Array.Find(MissingAnswer.Both, missing => property.Is(missing.KeyUtf8));
            if (found is null)
                return null;
        }
        return found;
    }

    /// <summary>What a form gives when a person wrote words and ticked "prefer not to say" or "I do not know".</summary>
    private static MissingAnswer? AnsweredAnd(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.GetPropertyCount() == 2 && json.TryFind("answer"u8, out _)
            ? Array.Find(MissingAnswer.Both, missing =>
                json.TryFind(missing.KeyUtf8, out var ticked) && ticked.ValueKind == JsonValueKind.True
            )
            : null;

    /// <summary>"Prefer not to say" or "I do not know", if the question offers it.</summary>
    internal static MissingAnswer? Take(MissingAnswer missing, Question question, Place at, FaultList faults)
    {
        if (missing.IsOffered(question))
            return missing;
        faults.Add(at, missing == MissingAnswer.Declined ? "cannot_decline" : "cannot_be_unknown");
        return null;
    }

    /// <summary>Canonical words, or null when blank or faulty. <paramref name="longest"/> counts UTF-16 units, as browsers do.</summary>
    internal static string? Words(JsonElement json, int longest, Place at, FaultList faults)
    {
        if (!JsonText.TryRead(json, out var text) || !AnswerText.TryCanonical(TypedText.Trimmed(text), out var words))
        {
            faults.Add(at, "bad_text");
            return null;
        }
        longest = Math.Min(longest, Limits.TextAnswerCharacters);
        if (words is null || words.Length <= longest)
            return words;
        faults.Add(at, "too_long", longest, words.Length);
        return null;
    }

    /// <summary>Takes <c>{"choice": …, "other": "words"}</c> apart; a plain value passes through.</summary>
    internal static bool Unwrap(ref JsonElement json, ReadOnlySpan<byte> key, Place at, FaultList faults, out string? other)
    {
        other = null;
        if (json.ValueKind != JsonValueKind.Object)
            return true;
        if (!at.Item.OffersOther)
        {
            faults.Add(at, "wrong_form");
            return false;
        }
        JsonElement inner = default,
            words = default;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Is(key) && inner.ValueKind == JsonValueKind.Undefined)
                inner = property.Value;
            else if (property.Is("other"u8) && words.ValueKind == JsonValueKind.Undefined)
                words = property.Value;
            else
            {
                faults.Add(at, "wrong_form");
                return false;
            }
        }
        var before = faults.Count;
        if (words.ValueKind == JsonValueKind.String)
            other = Words(words, LongestOther, at.Part("other"), faults);
        else if (words.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
            faults.Add(at.Part("other"), "text_needed");
        if (inner.ValueKind == JsonValueKind.Undefined)
            faults.Add(at, "wrong_form");
        json = inner;
        return faults.Count == before;
    }

    /// <summary>The survey's own string for a choice, so that answers share their texts.</summary>
    internal static string? Choice(JsonElement json, Place at, FaultList faults, string wrongType)
    {
        if (json.ValueKind != JsonValueKind.String)
            faults.Add(at, wrongType);
        else if (!JsonText.TryRead(json, out var name) || at.Item.Choice(TypedText.Trimmed(name)) is not { } choice)
            faults.Add(at, "unknown_choice");
        else
            return choice.Name;
        return null;
    }

    /// <summary>Several choices, none twice.</summary>
    internal static List<string>? Choices(JsonElement json, Place at, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(at, "choices_needed");
            return null;
        }
        var names = new List<string>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            if (Choice(element, at, faults, "choices_needed") is not { } name)
                return null;
            if (names.Contains(name))
            {
                faults.Add(at, "chosen_twice");
                return null;
            }
            names.Add(name);
        }
        return names;
    }

    /// <summary>The given values by row, in the survey's order; null when there is nothing to read.</summary>
    internal static JsonElement[]? Rows(JsonElement json, IReadOnlyList<GridRow> rows, Place at, FaultList faults)
    {
        if (IsEmpty(json))
            return null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(at, "wrong_form");
            return null;
        }
        var given = new JsonElement[rows.Count];
        foreach (var property in json.EnumerateObject())
        {
            var row = JsonText.TryReadName(property, out var name) ? at.Item.RowOrder(name) : -1;
            if (row < 0)
                faults.Add(at, "unknown_row", Shown(property));
            else if (given[row].ValueKind != JsonValueKind.Undefined)
                faults.Add(at, "duplicate_answer", Shown(property));
            else
                given[row] = property.Value;
        }
        return given;
    }

    /// <summary>What a form or a program sends for "nothing": an empty text, list or object.</summary>
    internal static bool IsEmpty(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => IsBlank(json),
            JsonValueKind.Array => json.GetArrayLength() == 0,
            JsonValueKind.Object => json.GetPropertyCount() == 0,
            _ => false,
        };

    // Nearly every text begins with a letter or digit and is told by that, without being read.
    private static bool IsBlank(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json)[1..^1];
        return raw.IsEmpty || !char.IsAsciiLetterOrDigit((char)raw[0]) && JsonText.TryRead(json, out var text) && TypedText.IsBlank(text);
    }

    /// <summary>12.50 and 12.5 are one answer.</summary>
    internal static decimal Plain(decimal number) => number / 1.0000000000000000000000000000m;

    /// <summary>A key as a message shows it.</summary>
    internal static string Shown(JsonProperty property) =>
        !JsonText.TryReadName(property, out var text) ? "?"
        : text.Length <= 64 ? text
        : text[..64] + "…";

    /// <summary>Adds the fault and gives no answer.</summary>
    internal static Answer? Fault(FaultList faults, Place at, string code)
    {
        faults.Add(at, code);
        return null;
    }
}
