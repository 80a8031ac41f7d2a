using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Needs to choose from: in a drop-down, or in a field that finds them as one types.</summary>
internal static class NeedChoices
{
    /// <summary>The drop-down: none, the known ones, and the one that is chosen though nobody knows it.</summary>
    public static IEnumerable<(string Value, string Words)> Of(IReadOnlyList<NeedName> needs, string chosen)
    {
        yield return ("", "No need");
        if (chosen.Length > 0 && !needs.Any(need => need.Name == chosen))
            yield return (chosen, chosen);
        foreach (var need in needs)
            yield return (need.Name, need.Label);
    }

    /// <summary>What a field offers: the words of each need, and its code where two have the same words.</summary>
    public static IEnumerable<(string Value, string? Words)> All(IReadOnlyList<NeedName> needs)
    {
        var same = Ambiguous(needs);
        return needs.Select(need => same.Contains(need.Label) ? (need.Name, need.Label) : (need.Label, (string?)null));
    }

    /// <summary>What a field shows of a need.</summary>
    public static string Shown(IReadOnlyList<NeedName> needs, string name) =>
        needs.FirstOrDefault(need => need.Name == name) is { } known && !Ambiguous(needs).Contains(known.Label) ? known.Label : name;

    /// <summary>The code of the need with that code or these words; null when there is none, or several.</summary>
    public static string? Named(IReadOnlyList<NeedName> needs, string typed) =>
        needs.Any(need => need.Name == typed) ? typed
        : needs.Where(need => string.Equals(need.Label, typed, StringComparison.OrdinalIgnoreCase)).ToList() is [var only] ? only.Name
        : null;

    private static HashSet<string> Ambiguous(IReadOnlyList<NeedName> needs) =>
        needs
            .GroupBy(need => need.Label, StringComparer.OrdinalIgnoreCase)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
}
