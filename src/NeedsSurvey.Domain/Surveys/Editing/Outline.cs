namespace NeedsSurvey.Domain.Surveys;

/// <summary>One line of a survey's outline.</summary>
/// <param name="Depth">0 for the survey's own items, 1 within a group…</param>
public sealed record OutlineEntry(SurveyItem Item, int Depth, DraftPlace Place);

/// <summary>
/// The items of a survey as a tree: finding, putting in, taking out. Works on item lists alone and returns new ones; knows nothing of
/// languages, choices or expressions.
/// </summary>
public static class Outline
{
    /// <summary>Every item in the order asked, groups before what they hold.</summary>
    public static IEnumerable<OutlineEntry> Flatten(IReadOnlyList<SurveyItem> items, string? parent = null, int depth = 0)
    {
        for (var i = 0; i < items.Count; i++)
        {
            yield return new(items[i], depth, new(parent, i));
            if (items[i] is not Container container)
                continue;
            foreach (var inner in Flatten(container.Questions, container.Name, depth + 1))
                yield return inner;
        }
    }

    /// <summary>The item of this name, or null.</summary>
    public static SurveyItem? Find(IReadOnlyList<SurveyItem> items, string name) =>
        Flatten(items).FirstOrDefault(entry => entry.Item.Name == name)?.Item;

    /// <summary>Where the item of this name stands, or null.</summary>
    public static DraftPlace? PlaceOf(IReadOnlyList<SurveyItem> items, string name) =>
        Flatten(items).FirstOrDefault(entry => entry.Item.Name == name)?.Place;

    /// <summary>Where <paramref name="other"/> stands when <paramref name="name"/> is away, to put this before that.</summary>
    public static DraftPlace? PlaceWithout(IReadOnlyList<SurveyItem> items, string name, string other) =>
        PlaceOf(Without(items, name), other);

    /// <summary>
    /// The innermost item on a JSON path of <see cref="DefinitionFault.Path"/>, e.g. <c>questions[3].questions[0].label</c>; null when it
    /// leads to none.
    /// </summary>
    public static SurveyItem? At(IReadOnlyList<SurveyItem> items, string path)
    {
        const string step = "questions[";
        if (!path.StartsWith(step, StringComparison.Ordinal) || path.IndexOf(']') is var end && end < 0)
            return null;
        if (
            !int.TryParse(
                path.AsSpan(step.Length, end - step.Length),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var index
            )
            || index >= items.Count
        )
            return null;
        var rest = path[(end + 1)..].TrimStart('.');
        return items[index] is Container container ? At(container.Questions, rest) ?? container : items[index];
    }

    internal static IReadOnlyList<SurveyItem> Without(IReadOnlyList<SurveyItem> items, string name) =>
        [.. items.Where(item => item.Name != name).Select(item => Within(item, inner => Without(inner, name)))];

    internal static IReadOnlyList<SurveyItem> Replaced(IReadOnlyList<SurveyItem> items, string name, SurveyItem replacement) =>
        [.. items.Select(item => item.Name == name ? replacement : Within(item, inner => Replaced(inner, name, replacement)))];

    internal static IReadOnlyList<SurveyItem> Inserted(IReadOnlyList<SurveyItem> items, SurveyItem item, DraftPlace place)
    {
        if (place.Parent is not null)
            return
            [
                .. items.Select(other =>
                    other is Container container && container.Name == place.Parent
                        ? container with
                        {
                            Questions = Inserted(container.Questions, item, place with { Parent = null }),
                        }
                        : Within(other, inner => Inserted(inner, item, place))
                ),
            ];
        var index = Math.Clamp(place.Index, 0, items.Count);
        return [.. items.Take(index), item, .. items.Skip(index)];
    }

    /// <summary>
    /// The place one step up or down, counted without the item itself; null at the survey's ends. A question steps into the group beside
    /// it and out at the group's edge; a group steps over groups, so that moving never nests one by accident.
    /// </summary>
    internal static DraftPlace? Step(IReadOnlyList<SurveyItem> items, SurveyItem item, DraftPlace place, bool up)
    {
        var siblings = place.Parent is null ? items : ((Container)Find(items, place.Parent)!).Questions;
        var beside = place.Index + (up ? -1 : 1);
        if (beside < 0 || beside >= siblings.Count)
        {
            if (place.Parent is null)
                return null;
            var parent = PlaceOf(items, place.Parent)!;
            return parent with { Index = up ? parent.Index : parent.Index + 1 };
        }
        return siblings[beside] is Container group && item is not Container
            ? new(group.Name, up ? group.Questions.Count : 0)
            : place with
            {
                Index = beside,
            };
    }

    private static SurveyItem Within(SurveyItem item, Func<IReadOnlyList<SurveyItem>, IReadOnlyList<SurveyItem>> change) =>
        item is Container container ? container with { Questions = change(container.Questions) } : item;
}
