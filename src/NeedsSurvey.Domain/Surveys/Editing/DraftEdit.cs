using System.Diagnostics;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// One change that a person makes to a draft: a closed hierarchy, so that a page, a test and the audit log name the same things.
/// Applied by <see cref="Draft.Apply"/>; nothing here judges whether the survey makes sense (<c>DefinitionCheck</c> does).
/// </summary>
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

    /// <summary>One step up or down the outline, into and out of groups.</summary>
    public sealed record Move(string Name, bool Up) : DraftEdit;

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
}

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
}

/// <summary>What an edit came to.</summary>
/// <param name="Definition">The draft afterwards; the unchanged draft when there is a fault.</param>
/// <param name="Focus">Name of the item to look at next; null for edits of the whole survey.</param>
public sealed record DraftResult(SurveyDefinition Definition, string? Focus, DraftFault Fault = DraftFault.None);

/// <summary>Applies edits to drafts: pure, total, the original is left as it was.</summary>
public static class Draft
{
    /// <summary>The draft after <paramref name="edit"/>.</summary>
    /// <param name="draft">The draft before.</param>
    /// <param name="edit">What to do.</param>
    /// <param name="usedNames">Names that published versions gave a meaning, which new items must not take over.</param>
    public static DraftResult Apply(SurveyDefinition draft, DraftEdit edit, IReadOnlySet<string>? usedNames = null) =>
        edit switch
        {
            DraftEdit.Add add => Add(draft, add),
            DraftEdit.Replace replace => Replace(draft, replace),
            DraftEdit.Move move => Move(draft, move),
            DraftEdit.Remove remove => With(
                draft,
                remove.Name,
                place => draft with { Questions = Outline.Without(draft.Questions, remove.Name) },
                place => place.Parent
            ),
            DraftEdit.Duplicate duplicate => Duplicate(draft, duplicate.Name, usedNames),
            DraftEdit.ChangeSettings dress => new(Dressed(draft, dress.Settings), null),
            DraftEdit.ReplaceList list => new(
                draft with
                {
                    Choices = new Dictionary<string, IReadOnlyList<Choice>>(draft.Choices) { [list.List] = list.Choices },
                },
                null
            ),
            _ => throw new UnreachableException(),
        };

    /// <summary>
    /// A name like <paramref name="wanted"/> that nothing in the draft has and no published version had: <c>age</c>, <c>age_2</c>…
    /// </summary>
    public static string FreshName(SurveyDefinition draft, string wanted, IReadOnlySet<string>? usedNames = null)
    {
        var taken = Outline.Flatten(draft.Questions).Select(entry => entry.Item.Name).ToHashSet(StringComparer.Ordinal);
        return Fresh(wanted, taken, usedNames);
    }

    private static DraftResult Add(SurveyDefinition draft, DraftEdit.Add add)
    {
        if (add.Place.Parent is { } parent && Outline.Find(draft.Questions, parent) is not Container)
            return new(draft, null, DraftFault.NoSuchItem);
        var names = Outline.Flatten(draft.Questions).Select(entry => entry.Item.Name).ToHashSet(StringComparer.Ordinal);
        if (Outline.Flatten([add.Item]).Any(entry => names.Contains(entry.Item.Name)))
            return new(draft, null, DraftFault.NameTaken);
        return new(draft with { Questions = Outline.Inserted(draft.Questions, add.Item, add.Place) }, add.Item.Name);
    }

    private static DraftResult Replace(SurveyDefinition draft, DraftEdit.Replace replace)
    {
        var renamed = replace.Item.Name != replace.Name;
        if (renamed && Outline.Find(draft.Questions, replace.Item.Name) is not null)
            return new(draft, replace.Name, DraftFault.NameTaken);
        return With(
            draft,
            replace.Name,
            _ =>
            {
                var changed = draft with { Questions = Outline.Replaced(draft.Questions, replace.Name, replace.Item) };
                return renamed ? ItemRename.In(changed, replace.Name, replace.Item.Name) : changed;
            },
            _ => replace.Item.Name
        );
    }

    private static DraftResult Move(SurveyDefinition draft, DraftEdit.Move move) =>
        With(
            draft,
            move.Name,
            place =>
            {
                var item = Outline.Find(draft.Questions, move.Name)!;
                var without = Outline.Without(draft.Questions, move.Name);
                return Outline.Step(draft.Questions, item, place, move.Up) is { } next
                    ? draft with
                    {
                        Questions = Outline.Inserted(without, item, next),
                    }
                    : draft;
            },
            _ => move.Name
        );

    private static DraftResult Duplicate(SurveyDefinition draft, string name, IReadOnlySet<string>? usedNames)
    {
        if (Outline.PlaceOf(draft.Questions, name) is not { } place)
            return new(draft, null, DraftFault.NoSuchItem);
        var taken = Outline.Flatten(draft.Questions).Select(entry => entry.Item.Name).ToHashSet(StringComparer.Ordinal);
        var copy = Renamed(Outline.Find(draft.Questions, name)!);
        return new(draft with { Questions = Outline.Inserted(draft.Questions, copy, place with { Index = place.Index + 1 }) }, copy.Name);

        SurveyItem Renamed(SurveyItem item)
        {
            var fresh = Fresh(item.Name, taken, usedNames);
            taken.Add(fresh);
            return item is Container container
                ? container with
                {
                    Name = fresh,
                    Questions = [.. container.Questions.Select(Renamed)],
                }
                : item with
                {
                    Name = fresh,
                };
        }
    }

    // A plain string is the words of the first language; when another language comes first, every one must say which it is.
    private static SurveyDefinition Dressed(SurveyDefinition draft, SurveyDefinition settings)
    {
        var dressed = settings with { Questions = draft.Questions, Choices = draft.Choices };
        return draft.Languages is [var before, ..] && settings.Languages is [var after, ..] && before != after
            ? LanguageChange.Named(dressed, before)
            : dressed;
    }

    private static DraftResult With(
        SurveyDefinition draft,
        string name,
        Func<DraftPlace, SurveyDefinition> change,
        Func<DraftPlace, string?> focus
    ) => Outline.PlaceOf(draft.Questions, name) is { } place ? new(change(place), focus(place)) : new(draft, null, DraftFault.NoSuchItem);

    private static string Fresh(string wanted, HashSet<string> taken, IReadOnlySet<string>? used)
    {
        var stem = wanted.Length > Limits.NameCharacters - 5 ? wanted[..(Limits.NameCharacters - 5)] : wanted;
        return Enumerable
            .Range(1, int.MaxValue)
            .Select(n => n == 1 ? stem : $"{stem}_{n}")
            .First(name => !taken.Contains(name) && used?.Contains(name) != true);
    }
}
