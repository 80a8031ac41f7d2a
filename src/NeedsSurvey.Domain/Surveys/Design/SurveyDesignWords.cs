namespace NeedsSurvey.Domain.Surveys;

/// <summary>What is wrong with a design and what to do: the same words on saving and in place of an interval.</summary>
public static class SurveyDesignWords
{
    /// <summary>Strata or clusters of people who came by themselves.</summary>
    public const string OptIn =
        "Anyone with the link could answer, so nobody was drawn, and there are no strata or clusters. Leave both out, or say that people "
        + "were drawn or that everybody was asked.";

    public static string NoCluster(string name) =>
        $"The survey has no question “{name}” with one answer a person (one choice, a whole number or words). Name another question as "
        + "the cluster, or none.";

    public static string StoryCluster(string name) =>
        $"“{name}” asks for an open story, and open stories cannot be clusters: hardly two people tell the same. Name another question as "
        + "the cluster, or none.";

    public static string NoStrata(string name) =>
        $"The survey has no group question “{name}” with one choice a person. Name another question for the strata, give this one a group "
        + "in the editor, or name none.";

    public static string Same(string name) =>
        $"“{name}” cannot be both the strata and the clusters: a stratum with one cluster does not show how its clusters differ. "
        + "Leave one out.";

    public static string NoCategory(string code) =>
        $"The strata question has no choice “{code}”. Use the names of its choices as the survey has them.";

    /// <param name="labels">Categories without a size.</param>
    /// <param name="noCommunity">The community's size is not known either.</param>
    public static string NoSizes(IReadOnlyList<string> labels, bool noCommunity) =>
        $"How many people of the community are in {Listed(labels)} is not known, so how much each stratum counts is unknown. Type the "
        + "numbers "
        + (
            noCommunity
                ? "here, or enter the community's size and its known shares with the initiative."
                : "here, or enter the known shares of this group with the initiative."
        );

    /// <param name="strata">People of all strata together.</param>
    public static string Unlike(double strata, int community) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The strata together hold {strata:#,0} people, and the community is said to have {community:#,0}. Correct the sizes here, or "
        ) + "the community’s size with the initiative, so that both are of the same people.";

    public const string ClustersUnknown =
        "Most people who answered gave no answer to the cluster question, or were not asked it, so which cluster they are in is not known. "
        + "Name a question that everybody is asked, or none if people were drawn one by one.";

    public const string ClustersOfOne =
        "Nearly everybody who answered is the only one of their cluster, so nothing shows how people of one cluster are alike. Name a "
        + "question that several people answer alike (the street instead of the household), or none if people were drawn one by one.";

    /// <param name="labels">Categories of a circle, or one merged with itself.</param>
    public static string Circle(IReadOnlyList<string> labels) =>
        labels.Count == 1
            ? $"{Listed(labels)} is merged with itself. Name another category with which it is one stratum, or none."
            : $"{Listed(labels)} are merged with each other in a circle. Say of all but one with which other it is one stratum.";

    public const string SizesWithoutStrata =
        "Sizes are of strata, and no question is named for the strata. Name it, or leave the sizes out.";

    public static string TooManyClusters(int most) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The cluster question has more than {most:N0} different answers, so no margin of error is worked out. Name a question with "
        ) + "fewer (the street instead of the household), or none if people were drawn one by one.";

    /// <summary>Needs of an initiative with several surveys.</summary>
    public const string SeveralDraws =
        "These figures put several surveys together, and at least one of them has strata or clusters of its own. Each survey’s results "
        + "have its ranges.";

    private static string Listed(IReadOnlyList<string> labels)
    {
        const int most = 5;
        var named = string.Join(", ", labels.Take(most).Select(label => $"“{label}”"));
        return labels.Count > most ? $"{named} and {labels.Count - most} more" : named;
    }
}
