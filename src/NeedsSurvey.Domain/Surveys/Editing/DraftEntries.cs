using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Edits of one choice or row: in the written form, where choices and rows of every type, and shared lists, are lists of things with
/// names.
/// </summary>
internal static class DraftEntries
{
    /// <summary>The draft after an edit of a list.</summary>
    public static DraftResult Apply(SurveyDefinition draft, EntryList of, Func<JsonArray, DraftFault> change)
    {
        if (ListOf(draft, of) is not { } list)
            return new(draft, null, DraftFault.NoSuchItem);
        var changed = (JsonArray)list.DeepClone();
        if (change(changed) is not DraftFault.None and var fault)
            return new(draft, of.Question, fault);
        if (changed.GroupBy(NameOf).Any(same => same.Count() > 1))
            return new(draft, of.Question, DraftFault.NameTaken);
        return of.Question is null ? InShared(draft, of.Key, changed) : InQuestion(draft, of, changed);
    }

    /// <summary>The entry of that name as it is written, or null.</summary>
    public static JsonObject? Find(SurveyDefinition draft, EntryList of, string entry) =>
        ListOf(draft, of)?.OfType<JsonObject>().FirstOrDefault(one => NameOf(one) == entry);

    /// <summary>Where it stands; −1 when it does not.</summary>
    public static int IndexOf(SurveyDefinition draft, EntryList of, string entry) =>
        ListOf(draft, of) is { } list ? IndexIn(list, entry) : -1;

    /// <summary>What the entries of a list are called; none when there is no such list.</summary>
    public static HashSet<string> Names(SurveyDefinition draft, EntryList of) =>
        (ListOf(draft, of) ?? []).Select(NameOf).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>Where an entry stands in a list; −1 when it does not.</summary>
    public static int IndexIn(JsonArray list, string entry)
    {
        for (var index = 0; index < list.Count; index++)
            if (NameOf(list[index]) == entry)
                return index;
        return -1;
    }

    /// <summary>What an entry is called.</summary>
    public static string? NameOf(JsonNode? entry) =>
        entry is JsonObject { } named && named["name"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;

    private static JsonArray? ListOf(SurveyDefinition draft, EntryList of)
    {
        if (of.Question is { } question)
            return Outline.Find(draft.Questions, question) is { } item ? ItemJson.Of(item)[of.Key] as JsonArray : null;
        return draft.Choices.TryGetValue(of.Key, out var shared)
            ? JsonSerializer.SerializeToNode(shared, SurveyJsonOptions.Compact)!.AsArray()
            : null;
    }

    private static DraftResult InShared(SurveyDefinition draft, string list, JsonArray changed)
    {
        var (choices, faults) = ItemJson.ReadList(changed);
        return choices is not null
            ? Draft.Apply(draft, new DraftEdit.ReplaceList(list, choices))
            : new(draft, null, DraftFault.Unreadable) { Faults = faults };
    }

    private static DraftResult InQuestion(SurveyDefinition draft, EntryList of, JsonArray changed)
    {
        var item = Outline.Find(draft.Questions, of.Question!)!;
        var written = ItemJson.Of(item);
        written[of.Key] = changed;
        var (read, faults) = ItemJson.Read(written);
        return read is null
            ? new(draft, item.Name, DraftFault.Unreadable) { Faults = faults }
            : new(draft with { Questions = Outline.Replaced(draft.Questions, item.Name, read) }, item.Name);
    }
}
