using System.Text.Json.Nodes;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Surveys;

/// <summary>Changes of a draft in words, with the words that people see instead of codes where the draft still has them.</summary>
internal static class EditWords
{
    /// <summary>“changed “How old are you?””, or “took back: changed …”, for a list; the first of several edits stands for all.</summary>
    /// <param name="change">The change to tell.</param>
    /// <param name="all">The changes around it, in which those are that it takes back.</param>
    /// <param name="draft">The draft now.</param>
    public static string Of(ListedChange change, IReadOnlyList<ListedChange> all, SurveyDefinition draft)
    {
        var (origin, takenBack) = Origin(change, all);
        return origin is null ? "took back a change, or did it again"
            : takenBack ? $"took back: {Done(origin, draft)}"
            : change.Undoes is null ? Done(origin, draft)
            : $"did again: {Done(origin, draft)}";
    }

    /// <summary>What a change was about at first, however often it was taken back and done again; empty when that is long ago.</summary>
    public static string AtFirst(ListedChange change, IReadOnlyList<ListedChange> all, SurveyDefinition draft) =>
        Origin(change, all).Change is { } origin ? Done(origin, draft) : "";

    private static (ListedChange? Change, bool TakenBack) Origin(ListedChange? change, IReadOnlyList<ListedChange> all)
    {
        var takenBack = false;
        for (; change?.Undoes is { } undone; takenBack = !takenBack)
            change = all.FirstOrDefault(other => other.Revision == undone);
        return (change, takenBack);
    }

    private static string Done(ListedChange change, SurveyDefinition draft)
    {
        var more = change.Edits.Count > 1 ? $" and {Figures.Of(change.Edits.Count - 1, "more change")}" : "";
        // What was removed is not in the draft any more, and in what brings it back.
        var brought = change.Undo.OfType<DraftEdit.Add>().Select(add => add.Item);
        return change.Edits switch
        {
            [DraftEdit.Remove gone, ..] when brought.FirstOrDefault(item => item.Name == gone.Name) is { } item =>
                $"removed {Said(item, draft)}{more}",
            [var first, ..] => Of(first, draft) + more,
            [] => "changed nothing",
        };
    }

    private static string Of(DraftEdit edit, SurveyDefinition draft) =>
        edit switch
        {
            DraftEdit.Add add => $"added {Said(add.Item, draft)}",
            DraftEdit.Replace replace => $"changed {Said(replace.Item, draft)}",
            DraftEdit.Change { Patch: var patch } when Written(patch, draft) is { } words => $"changed “{words}”",
            DraftEdit.Change change => $"changed {Named(change.Name, draft)}",
            DraftEdit.Step step => $"moved {Named(step.Name, draft)}",
            DraftEdit.Move move => $"moved {Named(move.Name, draft)}",
            DraftEdit.Remove remove => $"removed {Named(remove.Name, draft)}",
            DraftEdit.Duplicate copy => $"copied {Named(copy.Name, draft)}",
            DraftEdit.ChangeSettings => "changed the start page, help or languages",
            DraftEdit.ReplaceList list => $"changed the list “{list.List}”",
            DraftEdit.RemoveList list => $"removed the list “{list.List}”",
            DraftEdit.PutEntries put => $"added to {Listed(put.Of, draft)}",
            DraftEdit.ChangeEntry change => $"changed {Listed(change.Of, draft)}",
            DraftEdit.MoveEntry move => $"moved in {Listed(move.Of, draft)}",
            DraftEdit.RemoveEntry remove => $"took out of {Listed(remove.Of, draft)}",
            DraftEdit.Rewrite => "replaced everything",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    // The words that a change wrote, also when others stand there by now.
    private static string? Written(JsonObject patch, SurveyDefinition draft) =>
        (patch["label"] is JsonObject label ? label[draft.FirstLanguage] : patch["label"]) is JsonValue value
        && value.TryGetValue<string>(out var words)
            ? words
            : null;

    private static string Listed(EntryList of, SurveyDefinition draft) =>
        of.Question is not { } question ? $"the list “{of.Key}”"
        : of.Key == "rows" ? $"the rows of {Named(question, draft)}"
        : $"the choices of {Named(question, draft)}";

    private static string Named(string name, SurveyDefinition draft) =>
        Outline.Find(draft.Questions, name) is { } item ? Said(item, draft) : $"“{name}”";

    private static string Said(SurveyItem item, SurveyDefinition draft) =>
        item.Label?.In(draft.FirstLanguage) is { Length: > 0 } label ? $"“{label}”" : $"“{item.Name}”";
}
