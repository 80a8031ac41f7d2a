namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// How the people who answered came to be asked and how they were drawn: all that an interval needs to know besides the answers. It
/// describes what was done in the field, belongs to the survey and not to its definition, and changes no answer.
/// </summary>
/// <param name="Kind">How people were reached. Anyone with a link: then neither strata nor clusters.</param>
/// <param name="Strata">
/// Name of the group question whose answers are the strata: parts of the community (areas, ages) that people were drawn from one by one, so
/// many from each. Null where everybody was drawn from one list.
/// </param>
/// <param name="Cluster">
/// Name of the question whose answers are the clusters: what was drawn first, with several people each (households, streets, classes).
/// Null where people were drawn one by one.
/// </param>
/// <param name="Sizes">What is known of strata besides the initiative's population margins; see <see cref="StratumSize"/>.</param>
public sealed record SurveyDesign(
    SampleDesign Kind,
    string? Strata = null,
    string? Cluster = null,
    IReadOnlyList<StratumSize>? Sizes = null
)
{
    /// <summary>Whether people were drawn otherwise than one by one from one list.</summary>
    public bool IsPlain => Strata is null && Cluster is null;
}

/// <summary>A stratum's size, and what it is merged with. A category without a line has the share of the population margins.</summary>
/// <param name="Category">Name of the choice of the strata question.</param>
/// <param name="People">People of this category in the community; null to take the margins' share of the community's size.</param>
/// <param name="With">
/// Name of another choice with which this one is one stratum, where too few answered from one of them; null where it stands alone.
/// </param>
public sealed record StratumSize(string Category, int? People = null, string? With = null);
