using NeedsSurvey.App;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys.Editor;

/// <summary>
/// What the page shows after a removal: the item itself travels in the form of the Undo button, so undoing needs no history on the server and works
/// as long as the page is open.
/// </summary>
public sealed record RemovedItem(string Words, string Json, DraftPlace Place)
{
    /// <summary>The item named <paramref name="name"/> as it stands in the draft before the removal.</summary>
    internal static RemovedItem Of(SurveyDefinition before, string name)
    {
        var item = Outline.Find(before.Questions, name)!;
        return new(item.Label?.In(before.Languages[0]) ?? name, SurveyJson.Write(new SurveyDefinition { Title = "", Questions = [item] }), Outline.PlaceOf(before.Questions, name)!);
    }

    /// <summary>The edit that undoes the removal, from the posted form; the form may have been tampered with, so it is read like any definition.</summary>
    internal static Result<DraftEdit> Undo(PostedForm form) =>
        SurveyJson.Read(form["item"]) is { Definition.Questions: [var item] } && int.TryParse(form["index"], out var index)
            ? new DraftEdit.Add(item, new(form["parent"] is { Length: > 0 } parent ? parent : null, index))
            : new Problem.Invalid("", "unreadable", "What was removed cannot be read any more. Add the question again.");
}
