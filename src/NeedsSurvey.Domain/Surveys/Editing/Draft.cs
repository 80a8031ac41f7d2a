using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Applies edits to drafts: pure, total, the original is left as it was.</summary>
public static class Draft
{
    /// <summary>The draft after <paramref name="edit"/>.</summary>
    /// <param name="draft">The draft before.</param>
    /// <param name="edit">What to do.</param>
    /// <param name="usedNames">Names that published versions gave a meaning, which new items must not take over.</param>
    public static DraftResult Apply(SurveyDefinition draft, DraftEdit edit, IReadOnlySet<string>? usedNames = null)
    {
        var result = Applied(draft, edit, usedNames);
        return result.Fault == DraftFault.None
            ? result with
            {
                Undo = DraftUndo.Of(draft, edit, result.Definition, result.Focus),
            }
            : result with
            {
                Definition = draft,
            };
    }

    /// <summary>The draft after all of <paramref name="edits"/>, or as it was when one of them cannot be applied.</summary>
    /// <param name="draft">The draft before.</param>
    /// <param name="edits">What to do, one after the other.</param>
    /// <param name="usedNames">Names that published versions gave a meaning.</param>
    public static DraftResult Apply(SurveyDefinition draft, IReadOnlyList<DraftEdit> edits, IReadOnlySet<string>? usedNames = null)
    {
        var so = new DraftResult(draft, null);
        foreach (var edit in edits)
        {
            var next = Apply(so.Definition, edit, usedNames);
            if (next.Fault != DraftFault.None)
                return next with { Definition = draft };
            so = next with { Undo = [.. next.Undo, .. so.Undo] };
        }
        return so;
    }

    private static DraftResult Applied(SurveyDefinition draft, DraftEdit edit, IReadOnlySet<string>? usedNames) =>
        edit switch
        {
            DraftEdit.Add add => Add(draft, add),
            DraftEdit.Replace replace => Replace(draft, replace),
            DraftEdit.Change change => Change(draft, change),
            DraftEdit.Step step => Step(draft, step),
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
            DraftEdit.RemoveList list => new(
                draft with
                {
                    Choices = draft.Choices.Where(one => one.Key != list.List).ToDictionary(),
                },
                null
            ),
            DraftEdit.PutEntries put => DraftEntries.Apply(draft, put.Of, list => Put(list, put)),
            DraftEdit.ChangeEntry change => DraftEntries.Apply(draft, change.Of, list => Change(list, change, draft.FirstLanguage)),
            DraftEdit.MoveEntry move => DraftEntries.Apply(draft, move.Of, list => Move(list, move)),
            DraftEdit.RemoveEntry remove => DraftEntries.Apply(draft, remove.Of, list => Remove(list, remove)),
            DraftEdit.Rewrite rewrite => new(rewrite.Definition, null),
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

    private static DraftResult Step(SurveyDefinition draft, DraftEdit.Step step) =>
        With(
            draft,
            step.Name,
            place =>
            {
                var item = Outline.Find(draft.Questions, step.Name)!;
                var without = Outline.Without(draft.Questions, step.Name);
                return Outline.Step(draft.Questions, item, place, step.Up) is { } next
                    ? draft with
                    {
                        Questions = Outline.Inserted(without, item, next),
                    }
                    : draft;
            },
            _ => step.Name
        );

    private static DraftResult Move(SurveyDefinition draft, DraftEdit.Move move)
    {
        if (Outline.Find(draft.Questions, move.Name) is not { } item)
            return new(draft, null, DraftFault.NoSuchItem);
        if (move.Place.Parent is { } parent)
        {
            if (Outline.Find([item], parent) is not null)
                return new(draft, move.Name, DraftFault.InsideItself);
            if (Outline.Find(draft.Questions, parent) is not Container)
                return new(draft, move.Name, DraftFault.NoSuchItem);
        }
        var without = Outline.Without(draft.Questions, move.Name);
        return new(draft with { Questions = Outline.Inserted(without, item, move.Place) }, move.Name);
    }

    private static DraftResult Change(SurveyDefinition draft, DraftEdit.Change change)
    {
        if (Outline.Find(draft.Questions, change.Name) is not { } item)
            return new(draft, null, DraftFault.NoSuchItem);
        var before = ItemJson.Of(item);
        if (change.Was is { } was && !MergePatch.Holds(before, was, change.Patch, draft.FirstLanguage))
            return new(draft, change.Name, DraftFault.ChangedMeanwhile);
        var (changed, faults) = ItemJson.Read(MergePatch.Apply(before, change.Patch, draft.FirstLanguage));
        if (changed is null)
            return new(draft, change.Name, DraftFault.Unreadable) { Faults = faults };
        if (item is Container { Questions: var held })
            changed = changed is Container container ? container with { Questions = held } : changed;
        return Replace(draft, new(change.Name, changed));
    }

    private static DraftFault Put(JsonArray list, DraftEdit.PutEntries put)
    {
        var index = Math.Clamp(put.Index, 0, list.Count);
        foreach (var entry in put.Entries)
            list.Insert(index++, entry?.DeepClone());
        return DraftFault.None;
    }

    private static DraftFault Change(JsonArray list, DraftEdit.ChangeEntry change, string firstLanguage)
    {
        var index = DraftEntries.IndexIn(list, change.Entry);
        if (index < 0)
            return change.Was is null ? DraftFault.NoSuchItem : DraftFault.ChangedMeanwhile;
        var before = list[index]!.AsObject();
        if (change.Was is { } was && !MergePatch.Holds(before, was, change.Patch, firstLanguage))
            return DraftFault.ChangedMeanwhile;
        list[index] = MergePatch.Apply(before, change.Patch, firstLanguage);
        return DraftFault.None;
    }

    private static DraftFault Move(JsonArray list, DraftEdit.MoveEntry move)
    {
        var from = DraftEntries.IndexIn(list, move.Entry);
        if (from < 0)
            return DraftFault.NoSuchItem;
        var entry = list[from];
        list.RemoveAt(from);
        list.Insert(Math.Clamp(move.Index, 0, list.Count), entry);
        return DraftFault.None;
    }

    private static DraftFault Remove(JsonArray list, DraftEdit.RemoveEntry remove)
    {
        var index = DraftEntries.IndexIn(list, remove.Entry);
        if (index < 0)
            return DraftFault.NoSuchItem;
        list.RemoveAt(index);
        return DraftFault.None;
    }

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
