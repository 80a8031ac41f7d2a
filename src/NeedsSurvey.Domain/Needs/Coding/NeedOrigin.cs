namespace NeedsSurvey.Domain.Needs;

/// <summary>Where a need of the codebook comes from.</summary>
public enum NeedOrigin
{
    /// <summary>A catalogue that the organisation adopted.</summary>
    Catalogue,

    /// <summary>A question of a published survey names it.</summary>
    Survey,

    /// <summary>Found in people's own words by whoever read them.</summary>
    Stories,
}
