using System.Text.Json.Nodes;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys;

/// <summary>Edits as people make them, of every kind, on whatever is in a draft; some cannot be applied.</summary>
internal sealed class RandomEdits(int seed)
{
    private readonly Random random = new(seed);
    private int made;

    internal DraftEdit Next(SurveyDefinition draft)
    {
        var items = Outline.Flatten(draft.Questions).ToList();
        if (items.Count == 0)
            return new DraftEdit.Add(Fresh(), new(null, 0));
        var item = Pick(items).Item;
        return random.Next(14) switch
        {
            0 => new DraftEdit.Add(Fresh(), Anywhere(items)),
            1 => new DraftEdit.Replace(
                item.Name,
                random.Next(2) == 0 ? item with { Name = FreshName() } : Fresh() with { Name = item.Name }
            ),
            2 => new DraftEdit.Change(item.Name, new() { ["label"] = new JsonObject { [Language(draft)] = $"Words {++made}" } }),
            3 => new DraftEdit.Change(item.Name, new() { ["relevant"] = random.Next(2) == 0 ? null : "1 = 1", ["name"] = FreshName() }),
            4 => new DraftEdit.Step(item.Name, random.Next(2) == 0),
            5 => new DraftEdit.Move(item.Name, Anywhere(items)),
            6 => new DraftEdit.Remove(item.Name),
            7 => new DraftEdit.Duplicate(item.Name),
            8 => new DraftEdit.ChangeSettings(
                draft with
                {
                    Title = $"Title {++made}",
                    Thanks = random.Next(2) == 0 ? null : (LocalText)"Thanks",
                }
            ),
            9 => new DraftEdit.ReplaceList($"list{random.Next(3)}", [new() { Name = "a", Label = $"A {++made}" }]),
            10 => new DraftEdit.RemoveList($"list{random.Next(3)}"),
            11 => new DraftEdit.PutEntries(List(draft, items), random.Next(4), [Entry(), Entry()]),
            12 => new DraftEdit.MoveEntry(List(draft, items), EntryOf(draft, items), random.Next(4)),
            _ => random.Next(2) == 0
                ? new DraftEdit.RemoveEntry(List(draft, items), EntryOf(draft, items))
                : new DraftEdit.ChangeEntry(
                    List(draft, items),
                    EntryOf(draft, items),
                    new() { ["label"] = new JsonObject { [Language(draft)] = $"Choice {++made}" } }
                ),
        };
    }

    private EntryList last = new(null, "");

    private EntryList List(SurveyDefinition draft, List<OutlineEntry> items)
    {
        var lists = items
            .Select(entry => entry.Item)
            .Select(item =>
                item switch
                {
                    ChoiceQuestion { Choices: ChoiceSource.Inline } => new EntryList(item.Name, "choices"),
                    NeedGridQuestion or MatrixQuestion => new EntryList(item.Name, "rows"),
                    _ => null,
                }
            )
            .OfType<EntryList>()
            .Concat(draft.Choices.Keys.Select(list => new EntryList(null, list)))
            .ToList();
        return last = lists.Count == 0 ? new(null, "nowhere") : Pick(lists);
    }

    private string EntryOf(SurveyDefinition draft, List<OutlineEntry> items)
    {
        var names = last.Question is { } question
            ? items.First(entry => entry.Item.Name == question).Item is Question asked
                ? asked.ChoicesIn(draft).Select(choice => choice.Name).Concat(asked.AskedRows.Select(row => row.Name)).ToList()
                : []
            : draft.Choices.GetValueOrDefault(last.Key)?.Select(choice => choice.Name).ToList() ?? [];
        return names.Count == 0 ? "nobody" : Pick(names);
    }

    private JsonObject Entry() => new() { ["name"] = FreshName(), ["label"] = $"New {made}" };

    private DraftPlace Anywhere(List<OutlineEntry> items)
    {
        var groups = items.Select(entry => entry.Item).OfType<Container>().Select(group => (string?)group.Name).Append(null).ToList();
        return new(Pick(groups), random.Next(5));
    }

    private SurveyItem Fresh() =>
        random.Next(3) switch
        {
            0 => new TextQuestion { Name = FreshName(), Label = "Text" },
            1 => new Group { Name = FreshName(), Label = "Group" },
            _ => new SelectOneQuestion
            {
                Name = FreshName(),
                Label = "One",
                Choices = new ChoiceSource.Inline([new() { Name = "a", Label = "A" }, new() { Name = "b", Label = "B" }]),
            },
        };

    private string FreshName() => $"made{++made}";

    private string Language(SurveyDefinition draft) => Pick(draft.Languages.DefaultIfEmpty("en").ToList());

    private T Pick<T>(List<T> from) => from[random.Next(from.Count)];
}
