using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Surveys;

/// <summary>
/// Where two drafts differ, by name, for a person who must bring them together. What a change means for the data is <c>VersionDiff</c>'s
/// question.
/// </summary>
internal static class DraftDifference
{
    /// <summary>
    /// Names of the questions and lists that differ or are only in one; "settings" and "order of questions" for the rest.
    /// </summary>
    public static IReadOnlyList<string> Between(SurveyDefinition one, SurveyDefinition other)
    {
        var (mine, theirs) = (Items(one), Items(other));
        List<string> differing =
        [
            .. mine
                .Keys.Union(theirs.Keys)
                .Where(name => mine.GetValueOrDefault(name) != theirs.GetValueOrDefault(name))
                .Order(StringComparer.Ordinal),
        ];
        if (!mine.Keys.Where(theirs.ContainsKey).SequenceEqual(theirs.Keys.Where(mine.ContainsKey)))
            differing.Add("order of questions");
        if (Written(one with { Questions = [] }) != Written(other with { Questions = [] }))
            differing.Add("settings");
        return differing;
    }

    private static OrderedDictionary<string, string> Items(SurveyDefinition survey)
    {
        var items = new OrderedDictionary<string, string>();
        foreach (var (item, _, place) in Outline.Flatten(survey.Questions))
        {
            var alone = item is Container container ? container with { Questions = [] } : item;
            items.TryAdd(item.Name, place.Parent + "/" + Written(new() { Title = "", Questions = [alone] }));
        }
        return items;
    }

    private static string Written(SurveyDefinition survey) => SurveyJson.Write(survey);
}
