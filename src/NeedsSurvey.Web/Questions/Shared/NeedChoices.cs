using NeedsSurvey.App.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>The drop-down of needs: none, the known ones, and the one that is chosen though nobody knows it.</summary>
internal static class NeedChoices
{
    public static IEnumerable<(string Value, string Words)> Of(IReadOnlyList<NeedName> needs, string chosen)
    {
        yield return ("", "No need");
        if (chosen.Length > 0 && !needs.Any(need => need.Name == chosen))
            yield return (chosen, chosen);
        foreach (var need in needs)
            yield return (need.Name, need.Label);
    }
}
