using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

// Answers made of choice names: select_one, select_multiple, rank.
internal static partial class AnswerReader
{
    /// <summary>Characters of one's own words beside "other".</summary>
    private const int LongestOther = 1_000;

    private static Answer.One? ReadOne(JsonElement json, Place at, FaultList faults)
    {
        if (IsEmpty(json) || !Unwrap(ref json, "choice"u8, at, faults, out var other)) return null;
        if (json.ValueKind == JsonValueKind.Null && other is null) return null;
        if (ReadChoice(json, at, faults, "choice_needed") is not { } choice) return null;
        if (other is null || choice == CompiledItem.OtherChoice) return new(choice, other);
        faults.Add(at.Part("other"), "other_not_chosen");
        return null;
    }

    private static Answer.Many? ReadMany(JsonElement json, SelectMultipleQuestion question, Place at, FaultList faults)
    {
        if (IsEmpty(json) || !Unwrap(ref json, "choices"u8, at, faults, out var other)) return null;
        if (ReadChoices(json, at, faults) is not { } names) return null;
        if (names.Count == 0 && other is null) return null;
        names.Sort((a, b) => at.Item.ChoiceOrder(a).CompareTo(at.Item.ChoiceOrder(b)));

        if (other is not null && !names.Contains(CompiledItem.OtherChoice)) faults.Add(at.Part("other"), "other_not_chosen");
        else if (names.Count > 1 && names.Find(name => at.Item.Choice(name)!.Exclusive) is { } alone)
            faults.Add(at, "exclusive", at.Item.Choice(alone)!.Label.In(faults.Language, at.Item.FirstLanguage));
        else if (question.Min > names.Count && !at.Item.Choice(names[0])!.Exclusive) faults.Add(at, "too_few", question.Min);
        else if (question.Max < names.Count) faults.Add(at, "too_many", question.Max);
        else return new(names, other);
        return null;
    }

    private static Answer.Ranking? ReadRanking(JsonElement json, RankQuestion question, Place at, FaultList faults)
    {
        if (json.ValueKind == JsonValueKind.Array && json.EnumerateArray().Any(place => place.ValueKind == JsonValueKind.String && IsEmpty(place)))
        {
            faults.Add(at, "place_missing");
            return null;
        }
        if (IsEmpty(json) || ReadChoices(json, at, faults) is not { Count: > 0 } names) return null;
        if (names.Count <= (question.Top ?? int.MaxValue)) return new(names);
        faults.Add(at, "too_many", question.Top!);
        return null;
    }

    /// <summary>Takes <c>{"choice": …, "other": "words"}</c> apart; a plain value passes through.</summary>
    private static bool Unwrap(ref JsonElement json, ReadOnlySpan<byte> key, Place at, FaultList faults, out string? other)
    {
        other = null;
        if (json.ValueKind != JsonValueKind.Object) return true;
        if (!at.Item.OffersOther)
        {
            faults.Add(at, "wrong_form");
            return false;
        }
        JsonElement inner = default, words = default;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Is(key) && inner.ValueKind == JsonValueKind.Undefined) inner = property.Value;
            else if (property.Is("other"u8) && words.ValueKind == JsonValueKind.Undefined) words = property.Value;
            else
            {
                faults.Add(at, "wrong_form");
                return false;
            }
        }
        var before = faults.Count;
        if (words.ValueKind == JsonValueKind.String) other = ReadWords(words, LongestOther, at.Part("other"), faults);
        else if (words.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)) faults.Add(at.Part("other"), "text_needed");
        if (inner.ValueKind == JsonValueKind.Undefined) faults.Add(at, "wrong_form");
        json = inner;
        return faults.Count == before;
    }

    private static List<string>? ReadChoices(JsonElement json, Place at, FaultList faults)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(at, "choices_needed");
            return null;
        }
        var names = new List<string>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            if (ReadChoice(element, at, faults, "choices_needed") is not { } name) return null;
            if (names.Contains(name))
            {
                faults.Add(at, "chosen_twice");
                return null;
            }
            names.Add(name);
        }
        return names;
    }

    /// <summary>The survey's own string for a choice, so that answers share their texts.</summary>
    private static string? ReadChoice(JsonElement json, Place at, FaultList faults, string wrongType)
    {
        if (json.ValueKind != JsonValueKind.String) faults.Add(at, wrongType);
        else if (!JsonText.TryRead(json, out var name) || at.Item.Choice(name) is not { } choice) faults.Add(at, "unknown_choice");
        else return choice.Name;
        return null;
    }
}
