using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>The edits that take back what an edit did: as small as what was changed, so that others' changes beside it stay.</summary>
internal static class DraftUndo
{
    /// <summary>For an edit that was applied.</summary>
    /// <param name="before">The draft before it.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="after">The draft after it.</param>
    /// <param name="focus">The item that it left in focus.</param>
    public static IReadOnlyList<DraftEdit> Of(SurveyDefinition before, DraftEdit edit, SurveyDefinition after, string? focus) =>
        edit switch
        {
            DraftEdit.Add add => [new DraftEdit.Remove(add.Item.Name)],
            DraftEdit.Duplicate => [new DraftEdit.Remove(focus!)],
            DraftEdit.Remove remove => [new DraftEdit.Add(Find(before, remove.Name), Place(before, remove.Name))],
            DraftEdit.Step step => [new DraftEdit.Move(step.Name, Place(before, step.Name))],
            DraftEdit.Move move => [new DraftEdit.Move(move.Name, Place(before, move.Name))],
            DraftEdit.Replace replace => [Back(Find(before, replace.Name), Find(after, focus!), before.FirstLanguage)],
            DraftEdit.Change change => [Back(Find(before, change.Name), Find(after, focus!), before.FirstLanguage)],
            DraftEdit.ChangeSettings => [new DraftEdit.ChangeSettings(before with { Questions = [], Choices = NoLists })],
            DraftEdit.ReplaceList list => [ListAsIn(before, list.List)],
            DraftEdit.RemoveList list => [ListAsIn(before, list.List)],
            DraftEdit.PutEntries put =>
            [
                .. put.Entries.Select(entry => new DraftEdit.RemoveEntry(put.Of, DraftEntries.NameOf(entry)!)).Reverse(),
            ],
            DraftEdit.ChangeEntry change => [EntryBack(before, change, after)],
            DraftEdit.MoveEntry move => [new DraftEdit.MoveEntry(move.Of, move.Entry, DraftEntries.IndexOf(before, move.Of, move.Entry))],
            DraftEdit.RemoveEntry remove =>
            [
                new DraftEdit.PutEntries(
                    remove.Of,
                    DraftEntries.IndexOf(before, remove.Of, remove.Entry),
                    [DraftEntries.Find(before, remove.Of, remove.Entry)!.DeepClone()]
                ),
            ],
            DraftEdit.Rewrite => [new DraftEdit.Rewrite(before)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static readonly Dictionary<string, IReadOnlyList<Choice>> NoLists = [];

    private static SurveyItem Find(SurveyDefinition draft, string name) => Outline.Find(draft.Questions, name)!;

    private static DraftPlace Place(SurveyDefinition draft, string name) => Outline.PlaceOf(draft.Questions, name)!;

    // Another type has other keys, and another group holds other things: the item as it was. Else only the keys that were changed.
    private static DraftEdit Back(SurveyItem before, SurveyItem after, string firstLanguage) =>
        before.GetType() == after.GetType() && Held(before).SequenceEqual(Held(after))
            ? new DraftEdit.Change(after.Name, MergePatch.Between(ItemJson.Of(after), ItemJson.Of(before), firstLanguage))
            : new DraftEdit.Replace(after.Name, before);

    private static IEnumerable<string> Held(SurveyItem item) => Outline.Flatten([item]).Skip(1).Select(entry => entry.Item.Name);

    private static DraftEdit.ChangeEntry EntryBack(SurveyDefinition before, DraftEdit.ChangeEntry change, SurveyDefinition after)
    {
        var was = DraftEntries.Find(before, change.Of, change.Entry)!;
        var name = change.Patch["name"]?.GetValue<string>() ?? change.Entry;
        return new DraftEdit.ChangeEntry(
            change.Of,
            name,
            MergePatch.Between(DraftEntries.Find(after, change.Of, name)!, was, before.FirstLanguage)
        );
    }

    private static DraftEdit ListAsIn(SurveyDefinition draft, string list) =>
        draft.Choices.TryGetValue(list, out var choices) ? new DraftEdit.ReplaceList(list, choices) : new DraftEdit.RemoveList(list);
}
