using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// One change that a person makes to a draft: a closed hierarchy, so that a page, the API, a test and the history name the same things.
/// Applied by <see cref="Draft.Apply(SurveyDefinition, DraftEdit, IReadOnlySet{string})"/>; nothing here judges whether the survey makes
/// sense (<c>DefinitionCheck</c> does). As JSON each says its <c>op</c> (survey-format.md, "Edits").
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(Add), "add")]
[JsonDerivedType(typeof(Replace), "replace")]
[JsonDerivedType(typeof(Change), "change")]
[JsonDerivedType(typeof(Step), "step")]
[JsonDerivedType(typeof(Move), "move")]
[JsonDerivedType(typeof(Remove), "remove")]
[JsonDerivedType(typeof(Duplicate), "duplicate")]
[JsonDerivedType(typeof(ChangeSettings), "settings")]
[JsonDerivedType(typeof(ReplaceList), "list")]
[JsonDerivedType(typeof(RemoveList), "remove_list")]
[JsonDerivedType(typeof(PutEntries), "put_entries")]
[JsonDerivedType(typeof(ChangeEntry), "change_entry")]
[JsonDerivedType(typeof(MoveEntry), "move_entry")]
[JsonDerivedType(typeof(RemoveEntry), "remove_entry")]
[JsonDerivedType(typeof(Rewrite), "rewrite")]
public abstract record DraftEdit
{
    private DraftEdit() { }

    /// <summary>Puts a new item in; also the undo of <see cref="Remove"/>. Past the end of its place it becomes the last.</summary>
    public sealed record Add(SurveyItem Item, DraftPlace Place) : DraftEdit;

    /// <summary>
    /// Puts another item in the place of the one called <paramref name="Name"/>; a new name is carried into every expression and text that
    /// uses it.
    /// </summary>
    public sealed record Replace(string Name, SurveyItem Item) : DraftEdit;

    /// <summary>
    /// Changes keys of one item and leaves the others as they are, whoever changed those meanwhile: a JSON merge patch (RFC 7396) of the
    /// item's written form, without what it holds. Words in one language are one key: <c>{"label": {"es": "…"}}</c>.
    /// </summary>
    /// <param name="Name">The item's name before.</param>
    /// <param name="Patch">The keys to set; null takes a key away.</param>
    /// <param name="Was">What stood there when the change was begun, in the same form; null to change whatever stands there now.</param>
    public sealed record Change(string Name, JsonObject Patch, JsonObject? Was = null) : DraftEdit;

    /// <summary>One step up or down the outline, into and out of groups.</summary>
    public sealed record Step(string Name, bool Up) : DraftEdit;

    /// <summary>To any place; the index counts the items there without this one.</summary>
    public sealed record Move(string Name, DraftPlace Place) : DraftEdit;

    /// <summary>Takes an item out, with everything in it.</summary>
    public sealed record Remove(string Name) : DraftEdit;

    /// <summary>A copy behind the original, under free names.</summary>
    public sealed record Duplicate(string Name) : DraftEdit;

    /// <summary>
    /// Takes title, languages, start page, support, layout and thanks from <paramref name="Settings"/>; its questions and lists are
    /// ignored, its plain strings are words of the draft's first language.
    /// </summary>
    public sealed record ChangeSettings(SurveyDefinition Settings) : DraftEdit;

    /// <summary>Puts the choices of a shared list; a list that is not there is made.</summary>
    public sealed record ReplaceList(string List, IReadOnlyList<Choice> Choices) : DraftEdit;

    /// <summary>Takes a shared list away; questions that use it keep its name.</summary>
    public sealed record RemoveList(string List) : DraftEdit;

    /// <summary>Puts choices or rows in, from <paramref name="Index"/> on; past the end they become the last.</summary>
    public sealed record PutEntries(EntryList Of, int Index, JsonArray Entries) : DraftEdit;

    /// <summary>Changes keys of one choice or row, as <see cref="Change"/> does those of an item.</summary>
    public sealed record ChangeEntry(EntryList Of, string Entry, JsonObject Patch, JsonObject? Was = null) : DraftEdit;

    /// <summary>Puts a choice or row at another place; the index counts the others.</summary>
    public sealed record MoveEntry(EntryList Of, string Entry, int Index) : DraftEdit;

    /// <summary>Takes a choice or row out.</summary>
    public sealed record RemoveEntry(EntryList Of, string Entry) : DraftEdit;

    /// <summary>The whole draft at once: from a file, or from its JSON. Undone only as long as nothing else was changed.</summary>
    public sealed record Rewrite(SurveyDefinition Definition) : DraftEdit;
}

/// <summary>A list of things with names.</summary>
/// <param name="Question">The question whose own list it is; null for a shared list.</param>
/// <param name="Key">Of a question <c>choices</c> or <c>rows</c>; else the name of the shared list.</param>
public sealed record EntryList(string? Question, string Key);

/// <summary>A place in the outline.</summary>
/// <param name="Parent">Name of the group or repeat; null for the survey itself.</param>
/// <param name="Index">Position among its items, from 0.</param>
public sealed record DraftPlace(string? Parent, int Index);

/// <summary>Why an edit cannot be applied.</summary>
public enum DraftFault
{
    None,

    /// <summary>The item (or the group to put it in) is not in the draft: somebody removed or renamed it.</summary>
    NoSuchItem,

    /// <summary>Another item has this name already.</summary>
    NameTaken,

    /// <summary>What the change began from does not stand there any more: somebody changed it meanwhile.</summary>
    ChangedMeanwhile,

    /// <summary>What would come out does not fit the format of a survey.</summary>
    Unreadable,

    /// <summary>A group cannot be put into itself.</summary>
    InsideItself,
}

/// <summary>What an edit came to.</summary>
/// <param name="Definition">The draft afterwards; the unchanged draft when there is a fault.</param>
/// <param name="Focus">Name of the item to look at next; null for edits of the whole survey.</param>
public sealed record DraftResult(SurveyDefinition Definition, string? Focus, DraftFault Fault = DraftFault.None)
{
    /// <summary>Edits that make the draft again what it was, whatever others change elsewhere before they are applied.</summary>
    public IReadOnlyList<DraftEdit> Undo { get; init; } = [];

    /// <summary>What does not fit, of <see cref="DraftFault.Unreadable"/>.</summary>
    public IReadOnlyList<DefinitionFault> Faults { get; init; } = [];
}
