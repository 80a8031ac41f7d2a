namespace NeedsSurvey.Domain.Surveys;

/// <summary>An item of one version with its path and the containers around it, outermost first.</summary>
internal sealed record VersionEntry(SurveyItem Item, string Path, string? Repeat, string Conditions);

/// <summary>The items of one version by name.</summary>
internal sealed class VersionIndex
{
    private readonly Dictionary<string, VersionEntry> byName = new(StringComparer.Ordinal);
    private readonly List<VersionEntry> entries = [];

    internal VersionIndex(SurveyDefinition survey)
    {
        Survey = survey;
        Add(survey.Questions, "questions", null, "");
    }

    internal SurveyDefinition Survey { get; }

    internal string FirstLanguage => Survey.FirstLanguage;

    internal IReadOnlyList<VersionEntry> Entries => entries;

    internal VersionEntry? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Whether it has columns in the export.</summary>
    internal static bool HasData(SurveyItem item) => item is Question or Calculate;

    /// <summary>Whether its name would come to mean something else: that of a repeat, whose members have a file of that name.</summary>
    internal static bool IsOther(SurveyItem was, SurveyItem now) => (HasData(was) || was is Repeat && HasData(now)) && !SameData(was, now);

    /// <summary>Whether answers of both fit one column: the same type, or one that holds the other's answers too.</summary>
    internal static bool SameData(SurveyItem was, SurveyItem now) =>
        was.GetType() == now.GetType() || was is Question before && now is Question after && after.Widens(before);

    /// <summary>What an item is called in a sentence.</summary>
    internal static string Words(SurveyItem item) =>
        item switch
        {
            Question => "The question",
            Calculate => "The calculation",
            Note => "The note",
            Repeat => "The repeat",
            _ => "The group",
        };

    private void Add(IReadOnlyList<SurveyItem> items, string path, string? repeat, string conditions)
    {
        for (var index = 0; index < items.Count; index++)
        {
            var entry = new VersionEntry(
                items[index],
                $"{path}[{index}]",
                repeat,
                items[index].Relevant is { } own ? $"{conditions}|{own}" : conditions
            );
            entries.Add(entry);
            byName.TryAdd(entry.Item.Name, entry);
            if (items[index] is Container container)
                Add(container.Questions, $"{entry.Path}.questions", container is Repeat ? container.Name : repeat, entry.Conditions);
        }
    }
}
