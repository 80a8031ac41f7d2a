namespace NeedsSurvey.Domain.Surveys;

/// <summary>Kind of fault in a description of a draw.</summary>
public enum SamplePlanFaultKind
{
    /// <summary>Fewer than two respondents.</summary>
    TooFewPeople,

    /// <summary>Everybody is in the same cluster: nothing is known of how clusters differ.</summary>
    OneCluster,

    /// <summary>A stratum from which one unit answered: nothing is known of how its units differ.</summary>
    SingleUnitStratum,

    /// <summary>More units answered than the community is said to hold.</summary>
    PopulationTooSmall,

    /// <summary>Strata with neither their sizes in the community nor weights: how much each counts is unknown.</summary>
    StrataWithoutPopulation,

    /// <summary>The strata together are not as large as the community is said to be.</summary>
    StrataUnlikeCommunity,

    /// <summary>A design names a strata question that the survey does not have.</summary>
    NoSuchStrata,

    /// <summary>A design names a cluster question that the survey does not have, or that is the strata question.</summary>
    NoSuchCluster,

    /// <summary>A design names a category that the strata question does not have.</summary>
    NoSuchCategory,

    /// <summary>Strata or clusters of people who came by themselves.</summary>
    NothingDrawn,

    /// <summary>A category is merged with itself, or several with each other in a circle.</summary>
    MergedInCircle,

    /// <summary>Most of those who answered gave no answer to the cluster question, or were not asked it.</summary>
    ClustersUnknown,

    /// <summary>Nearly everybody who answered is a cluster alone.</summary>
    ClustersOfOne,

    /// <summary>More clusters than are counted apart.</summary>
    TooManyClusters,

    /// <summary>Figures of several surveys together, some of them with strata or clusters.</summary>
    SeveralDraws,
}

/// <summary>One fault.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Stratum">Name of the stratum concerned; null for the whole sample.</param>
/// <param name="Merge">Strata to merge into one, as a proposal; empty where merging is no way out.</param>
/// <param name="Message">What is wrong and what to do, in plain words.</param>
public sealed record SamplePlanFault(SamplePlanFaultKind Kind, string? Stratum, IReadOnlyList<string> Merge, string Message);
