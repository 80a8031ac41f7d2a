using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Surveys;

/// <summary>Changes of a draft in words, with the words that people see instead of codes where the draft still has them.</summary>
internal static class EditWords
{
    /// <summary>“changed “How old are you?””, for a list; the first of several stands for all.</summary>
    public static string Of(ListedChange change, SurveyDefinition draft) =>
        (change.Undoes is null ? "" : "took back or did again: ")
        + (change.Edits is [var first, ..] ? Of(first, draft) : "nothing")
        + (change.Edits.Count > 1 ? $" and {Figures.Of(change.Edits.Count - 1, "more change")}" : "");

    private static string Of(DraftEdit edit, SurveyDefinition draft) =>
        edit switch
        {
            DraftEdit.Add add => $"added {Said(add.Item, draft)}",
            DraftEdit.Replace replace => $"changed {Said(replace.Item, draft)}",
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

    private static string Listed(EntryList of, SurveyDefinition draft) =>
        of.Question is not { } question ? $"the list “{of.Key}”"
        : of.Key == "rows" ? $"the rows of {Named(question, draft)}"
        : $"the choices of {Named(question, draft)}";

    private static string Named(string name, SurveyDefinition draft) =>
        Outline.Find(draft.Questions, name) is { } item ? Said(item, draft) : $"“{name}”";

    private static string Said(SurveyItem item, SurveyDefinition draft) =>
        item.Label?.In(draft.FirstLanguage) is { Length: > 0 } label ? $"“{label}”" : $"“{item.Name}”";
}
