using System.Text.Json;
using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>Puts the answers of a JSON object into an <see cref="Evaluation"/>, each read by its question's type.</summary>
internal static class AnswerLoader
{
    /// <summary>
    /// The key around an answer in a draft whose question has choices now that were not there when it was shown: it is shown again. No row
    /// of a grid can have it.
    /// </summary>
    internal static ReadOnlySpan<byte> AgainUtf8 => ":again"u8;

    /// <summary>Loads all answers; what cannot be read becomes a fault and counts as unanswered.</summary>
    internal static void Load(JsonElement answers, Evaluation into, FaultList faults, bool isDraft = false)
    {
        if (answers.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
            return;
        if (answers.ValueKind != JsonValueKind.Object)
            faults.AddWhole("not_answers");
        else
            LoadObject(answers, into, null, -1, faults, isDraft);
    }

    private static void LoadObject(JsonElement answers, Evaluation into, CompiledItem? repeat, int instance, FaultList faults, bool isDraft)
    {
        foreach (var property in answers.EnumerateObject())
        {
            if (!JsonText.TryReadName(property, out var name))
                faults.AddUnknown("?", "unknown_question");
            else if (into.Survey.Find(name) is not { } item || item.Repeat != repeat)
                faults.AddUnknown(name, "unknown_question");
            else
                LoadItem(property.Value, into, item, instance, faults, isDraft);
        }
    }

    private static void LoadItem(JsonElement json, Evaluation into, CompiledItem item, int instance, FaultList faults, bool isDraft)
    {
        switch (item.Item)
        {
            case Repeat when item.Repeat is not null:
                faults.Add(new Place(item, instance), "wrong_form"); // a draft's preview; publishing refuses repeats inside repeats
                break;
            case Repeat:
                LoadRepeat(json, into, item, faults, isDraft);
                break;
            case Calculate:
                // Worked out again here; only once(…) may look at what it was.
                if (item.Calculation?.Expression.UsesSelf == true)
                    into.At(item, instance).Given = Remembered(json);
                break;
            default:
                if (into.At(item, instance).Seen)
                    faults.AddUnknown(item.Name, "duplicate_answer");
                else
                {
                    JsonElement inside = default;
                    var again = isDraft && json.ValueKind == JsonValueKind.Object && json.TryFind(AgainUtf8, out inside);
                    into.Give(item, instance, AnswerReader.Read(again ? inside : json, new Place(item, instance), faults));
                    into.At(item, instance).Seen = !again;
                }
                break;
        }
    }

    private static void LoadRepeat(JsonElement json, Evaluation into, CompiledItem repeat, FaultList faults, bool isDraft)
    {
        var at = new Place(repeat);
        if (json.ValueKind == JsonValueKind.Null)
            into.At(repeat, -1).Seen = true; // nobody to tell of, which was said
        else if (json.ValueKind != JsonValueKind.Array)
            faults.Add(at, "wrong_form");
        else if (json.GetArrayLength() > Limits.RepeatInstances)
            faults.Add(at, "too_many_instances", Limits.RepeatInstances);
        else if (into.At(repeat, -1).Seen)
            faults.AddUnknown(repeat.Name, "duplicate_answer");
        else
        {
            into.At(repeat, -1).Seen = true;
            into.SetInstances(repeat, json.GetArrayLength());
            var instance = 0;
            foreach (var entry in json.EnumerateArray())
            {
                if (entry.ValueKind != JsonValueKind.Object)
                    faults.Add(at, "wrong_form");
                else
                    LoadObject(entry, into, repeat, instance, faults, isDraft);
                instance++;
            }
        }
    }

    /// <summary>A calculated value as it was stored.</summary>
    internal static Value Remembered(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String
                when JsonText.TryRead(json, out var text)
                    && text.Length <= Limits.TextAnswerCharacters
                    && AnswerText.TryCanonical(text, out var words) => Value.Of(words),
            JsonValueKind.Number when json.TryGetDouble(out var number) && double.IsFinite(number) => Value.Of(number),
            JsonValueKind.True => Value.True,
            JsonValueKind.False => Value.False,
            _ => Value.Empty,
        };
}
