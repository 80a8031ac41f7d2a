using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// What a person changed in a form of many fields, as edits of those keys, choices and rows alone: two people can have the same question
/// open, and only those who change the same words of it get in each other's way.
/// </summary>
public static class ItemChanges
{
    internal static readonly string[] ListKeys = ["choices", "rows"];

    /// <summary>The edits that make <paramref name="typed"/> of what a form began from; none when nothing was changed.</summary>
    /// <param name="began">The item that the form was filled with.</param>
    /// <param name="typed">The item that was sent.</param>
    /// <param name="draft">The draft now: what somebody else took out already is not taken out again, and codes stay unlike.</param>
    public static IReadOnlyList<DraftEdit> Between(SurveyItem began, SurveyItem typed, SurveyDefinition draft)
    {
        if (began.GetType() != typed.GetType())
            return [new DraftEdit.Replace(began.Name, typed)];
        var (from, to) = (ItemJson.Of(began), ItemJson.Of(typed));
        var edits = new List<DraftEdit>();
        foreach (var key in ListKeys)
            if (from[key] is JsonArray before && to[key] is JsonArray after && AreNamed(before) && AreNamed(after))
            {
                edits.AddRange(Entries(new(began.Name, key), before, after, draft));
                from.Remove(key);
                to.Remove(key);
            }
        if (MergePatch.Between(from, to, draft.FirstLanguage) is { Count: > 0 } patch)
            edits.Add(new DraftEdit.Change(began.Name, patch, MergePatch.Before(from, patch, draft.FirstLanguage)));
        return edits;
    }

    /// <summary>As <see cref="Between(SurveyItem, SurveyItem, SurveyDefinition)"/>, of a list that questions share.</summary>
    public static IReadOnlyList<DraftEdit> Between(
        string list,
        IReadOnlyList<Choice> began,
        IReadOnlyList<Choice> typed,
        SurveyDefinition draft
    )
    {
        var before = JsonSerializer.SerializeToNode(began, SurveyJsonOptions.Compact)!.AsArray();
        var after = JsonSerializer.SerializeToNode(typed, SurveyJsonOptions.Compact)!.AsArray();
        return draft.Choices.ContainsKey(list) && AreNamed(before) && AreNamed(after)
            ? Entries(new(null, list), before, after, draft)
            : [new DraftEdit.ReplaceList(list, typed)];
    }

    /// <summary>
    /// The draft with these edits where they can be made, whatever was changed meanwhile: what a form shows that goes on after somebody
    /// else changed the same words. A choice that they removed and this person changed is there again.
    /// </summary>
    /// <param name="draft">The draft now.</param>
    /// <param name="edits">From <see cref="Between(SurveyItem, SurveyItem, SurveyDefinition)"/>.</param>
    public static SurveyDefinition Over(SurveyDefinition draft, IReadOnlyList<DraftEdit> edits)
    {
        foreach (var edit in edits)
        {
            DraftEdit wanted = edit switch
            {
                DraftEdit.Change change => change with { Was = null },
                DraftEdit.ChangeEntry change when DraftEntries.Find(draft, change.Of, change.Entry) is null => Again(change, draft),
                DraftEdit.ChangeEntry change => change with { Was = null },
                _ => edit,
            };
            draft = Draft.Apply(draft, wanted).Definition;
        }
        return draft;
    }

    private static DraftEdit.PutEntries Again(DraftEdit.ChangeEntry change, SurveyDefinition draft)
    {
        var entry = MergePatch.Apply(change.Was ?? [], change.Patch, draft.FirstLanguage);
        entry["name"] ??= change.Entry;
        entry["label"] ??= "";
        return new(change.Of, int.MaxValue, [entry]);
    }

    // First what goes, then what is put beside its new neighbour, then what is changed where it stands.
    private static List<DraftEdit> Entries(EntryList of, JsonArray before, JsonArray after, SurveyDefinition draft)
    {
        var began = before.ToDictionary(entry => DraftEntries.NameOf(entry)!, entry => entry!.AsObject());
        var wanted = after.Select(entry => DraftEntries.NameOf(entry)!).ToList();
        var now = DraftEntries.Names(draft, of);
        var edits = new List<DraftEdit>();
        edits.AddRange(began.Keys.Except(wanted).Where(now.Contains).Select(gone => new DraftEdit.RemoveEntry(of, gone)));

        var standing = began.Keys.Where(wanted.Contains).ToList();
        var stays = LongestInOrder(standing, wanted);
        for (var at = 0; at < wanted.Count; at++)
        {
            var name = wanted[at];
            if (stays.Contains(name))
                continue;
            standing.Remove(name);
            var place = at == 0 ? 0 : standing.IndexOf(wanted[at - 1]) + 1;
            standing.Insert(place, name);
            if (!began.ContainsKey(name))
            {
                // What somebody else added in the same words, or this person with a form whose answer was lost, is there already.
                if (!JsonNode.DeepEquals(DraftEntries.Find(draft, of, name), after[at]))
                    Put(edits, of, place, Fresh(after[at]!, now));
            }
            else if (now.Contains(name))
                edits.Add(new DraftEdit.MoveEntry(of, name, place));
        }

        foreach (var entry in after)
            if (
                DraftEntries.NameOf(entry) is { } name
                && began.TryGetValue(name, out var was)
                && MergePatch.Between(was, entry!.AsObject(), draft.FirstLanguage) is { Count: > 0 } patch
            )
                edits.Add(new DraftEdit.ChangeEntry(of, name, patch, MergePatch.Before(was, patch, draft.FirstLanguage)));
        return edits;
    }

    private static void Put(List<DraftEdit> edits, EntryList of, int place, JsonNode entry)
    {
        if (edits is [.., DraftEdit.PutEntries last] && last.Index + last.Entries.Count == place)
            last.Entries.Add(entry);
        else
            edits.Add(new DraftEdit.PutEntries(of, place, [entry]));
    }

    // Two who add other words under one code add two choices, with codes of their own.
    private static JsonNode Fresh(JsonNode entry, HashSet<string> taken)
    {
        var name = DraftEntries.NameOf(entry)!;
        var fresh = name;
        for (var number = 2; !taken.Add(fresh); number++)
            fresh = $"{name}_{number}";
        var copy = entry.DeepClone();
        copy["name"] = fresh;
        return copy;
    }

    // The most that can stay where they stand while the others are moved around them: the longest increasing subsequence of places.
    private static HashSet<string> LongestInOrder(List<string> standing, List<string> wanted)
    {
        var places = wanted.Index().ToDictionary(one => one.Item, one => one.Index);
        var length = new int[standing.Count];
        var previous = new int[standing.Count];
        var best = -1;
        for (var at = 0; at < standing.Count; at++)
        {
            (length[at], previous[at]) = (1, -1);
            for (var earlier = 0; earlier < at; earlier++)
                if (places[standing[earlier]] < places[standing[at]] && length[earlier] >= length[at])
                    (length[at], previous[at]) = (length[earlier] + 1, earlier);
            if (best < 0 || length[at] > length[best])
                best = at;
        }
        var stays = new HashSet<string>(StringComparer.Ordinal);
        for (; best >= 0; best = previous[best])
            stays.Add(standing[best]);
        return stays;
    }

    private static bool AreNamed(JsonArray entries) =>
        entries.All(entry => DraftEntries.NameOf(entry) is not null)
        && entries.Select(DraftEntries.NameOf).Distinct(StringComparer.Ordinal).Count() == entries.Count;
}
