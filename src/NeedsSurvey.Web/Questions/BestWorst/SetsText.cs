using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Sets of choices as lines of text, "Rent; Food; Safety": by the choices' words or by their codes.</summary>
internal static class SetsText
{
    private const char Between = ';';

    /// <summary>A line for each set, in words where they are clear and in codes where they are not.</summary>
    public static string Write(IReadOnlyList<IReadOnlyList<string>> sets, IReadOnlyList<Choice> choices, string language)
    {
        var labels = choices.ToLookup(choice => choice.Label.In(language), StringComparer.OrdinalIgnoreCase);
        return string.Join('\n', sets.Select(set => string.Join($"{Between} ", set.Select(Say))));

        string Say(string name)
        {
            if (choices.FirstOrDefault(choice => choice.Name == name)?.Label.In(language).Trim() is not { Length: > 0 } label)
                return name;
            var isOneLine = label.IndexOfAny([Between, '\n', '\r']) < 0;
            return isOneLine && labels[label].Count() == 1 && !choices.Any(choice => choice.Name == label) ? label : name;
        }
    }

    /// <summary>The sets; a line with something that is no choice is a fault.</summary>
    /// <param name="was">The choices before, whose words the lines may still say.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Read(
        FormReader reader,
        string field,
        IReadOnlyList<Choice> choices,
        IReadOnlyList<Choice> was
    )
    {
        List<IReadOnlyList<string>> sets = [];
        var lines = (reader.Text(field) ?? "").Split('\n', StringSplitOptions.TrimEntries);
        for (var number = 1; number <= lines.Length; number++)
        {
            var line = lines[number - 1];
            if (line.Length == 0)
                continue;
            // Commas stand in words too; they divide only a line that says nothing otherwise.
            var divider = line.Contains(Between, StringComparison.Ordinal) || Find(line) is not null ? Between : ',';
            List<string> set = [];
            foreach (var words in line.Split(divider, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Find(words) is { } name)
                    set.Add(name);
                else
                {
                    reader.Faults.Add(
                        new(field, "unknown_choice", $"Line {number}: “{words}” is none of the choices. Write it as it stands in the list.")
                    );
                }
            }
            sets.Add(set);
        }
        return sets;

        string? Find(string words) => (Named(words) ?? Labelled(choices, words) ?? Named(Labelled(was, words)?.Name))?.Name;

        Choice? Named(string? name) => choices.FirstOrDefault(choice => choice.Name == name);
    }

    /// <summary>
    /// The numbers with which <see cref="BalancedSets"/> makes just these sets; null when they came about in another way.
    /// </summary>
    public static (int Size, int Times)? MadeWith(IReadOnlyList<IReadOnlyList<string>> sets, IReadOnlyList<Choice> choices)
    {
        if (sets.Count == 0 || choices.Count < 2 || sets[0].Count > BalancedSets.Most)
            return null;
        var (size, times) = (sets[0].Count, sets.Sum(set => set.Count) / choices.Count);
        if (times is < 1 or > BalancedSets.Most || BalancedSets.Count(choices.Count, size, times) != sets.Count)
            return null;
        List<string> names = [.. choices.Select(choice => choice.Name)];
        return BalancedSets.Of(names, size, times).Select(Line).SequenceEqual(sets.Select(Line)) ? (size, times) : null;

        static string Line(IReadOnlyList<string> set) => string.Join(Between, set);
    }

    private static Choice? Labelled(IReadOnlyList<Choice> choices, string words) =>
        choices.FirstOrDefault(choice =>
            choice.Label.All().Any(label => label.Value.Trim().Equals(words, StringComparison.OrdinalIgnoreCase))
        );
}
