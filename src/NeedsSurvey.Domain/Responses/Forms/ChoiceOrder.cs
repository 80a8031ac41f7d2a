using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>
/// The order in which one person is asked what is asked in random order: choices, the rows of a grid, and so the pages of a grid that asks
/// row by row. It follows from a number that travels with them and is stored nowhere, so that it stays while they go back and forth, and
/// cannot be told from their answers. Lists that are read on a screen favour what stands first (Krosnick and Alwin 1987); drawn for each
/// person, everything stands in every place equally often.
/// </summary>
public static class ChoiceOrder
{
    /// <summary>Choices in the order for this person; in that of their list where the question does not ask for another.</summary>
    /// <param name="item">The question.</param>
    /// <param name="offered">What it offers.</param>
    /// <param name="seed">The person's number; null for the order of the list, on paper and in previews.</param>
    public static IReadOnlyList<Choice> Of(CompiledItem item, IReadOnlyList<Choice> offered, int? seed) =>
        seed is { } drawn && item.Item is Question { InRandomOrder: true }
            ? Drawn(offered, choice => choice.Anchor, IsLast, choice => Place(item, choice.Name, drawn))
            : offered;

    /// <summary>Numbers of a grid's rows, from 0, in the order for this person.</summary>
    public static IReadOnlyList<int> Rows(CompiledItem item, int? seed)
    {
        int[] rows = [.. Enumerable.Range(0, item.Rows.Count)];
        return seed is { } drawn && item.Item is Question { RowsInRandomOrder: true }
            ? Drawn(rows, row => item.Rows[row].Anchor, _ => false, row => Place(item, item.Rows[row].Name, drawn))
            : rows;
    }

    /// <summary>The survey's pages in the order for this person; what stands above the first of a grid stays there.</summary>
    public static IReadOnlyList<SurveyPage> Pages(CompiledSurvey survey, int? seed)
    {
        if (seed is null || !survey.Items.Any(item => item is { AsksRowByRow: true, Item: Question { RowsInRandomOrder: true } }))
            return survey.Pages;
        SurveyPage[] pages = [.. survey.Pages];
        for (var at = 0; at < pages.Length; at++)
            if (survey.Pages[at] is { Part: 0 } first && first.Items[^1] is { AsksRowByRow: true } item)
            {
                var rows = Rows(item, seed);
                for (var place = 0; place < rows.Count; place++)
                    pages[at + place] = survey.Pages[at + rows[place]] with { Index = at + place, Items = survey.Pages[at + place].Items };
            }
        return pages;
    }

    /// <summary>"None of these", "other" and what stands alone are looked for at the end, wherever they stand in the list.</summary>
    private static bool IsLast(Choice choice) => !choice.Anchor && (choice.Exclusive || choice.Name is CompiledItem.OtherChoice or "none");

    // What keeps its place and ends the list stays as it is; before it come those that are looked for at the end, and before these, each at
    // its own place, the anchored, with the others drawn around them.
    private static T[] Drawn<T>(IReadOnlyList<T> listed, Func<T, bool> isAnchored, Func<T, bool> isLast, Func<T, ulong> place)
    {
        var end = listed.Count;
        while (end > 0 && (isAnchored(listed[end - 1]) || isLast(listed[end - 1])))
            end--;
        var body = listed.Take(end).Where(one => !isLast(one)).ToArray();
        var drawn = new Queue<T>(body.Where(one => !isAnchored(one)).OrderBy(place));
        for (var at = 0; at < body.Length; at++)
            if (!isAnchored(body[at]))
                body[at] = drawn.Dequeue();
        return [.. body, .. listed.Take(end).Where(isLast), .. listed.Skip(end)];
    }

    // FNV-1a over the names, then the finaliser of splitmix64: near seeds and near names give places that have nothing to do with one
    // another.
    private static ulong Place(CompiledItem item, string name, int seed)
    {
        var hash = 14695981039346656037 ^ (uint)seed;
        foreach (var letter in $"{item.Name}\n{name}")
            hash = (hash ^ letter) * 1099511628211;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
