namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// What stands beside safe figures about how precise they are, by how people were drawn. What only those read who may export answers is
/// said where it is found out, in English.
/// </summary>
public sealed record PrecisionWords
{
    /// <summary>Several surveys together for which people were reached in different ways.</summary>
    public required string Mixed { get; init; }

    /// <summary>Anyone with the link could answer.</summary>
    public required string OptIn { get; init; }

    /// <summary>People were drawn at random.</summary>
    public required string Sample { get; init; }

    /// <summary>The same, of the ranges beside figures; only where there are any.</summary>
    public required string SampleRanges { get; init; }

    /// <summary>Everybody was asked.</summary>
    public required string Census { get; init; }

    /// <inheritdoc cref="SampleRanges"/>
    public required string CensusRanges { get; init; }

    /// <summary>Before each of the reasons that follow.</summary>
    public required string None { get; init; }

    /// <summary>A stratum is too small.</summary>
    public required string FewInStrata { get; init; }

    /// <summary>The answers, or the design itself, speak against the design.</summary>
    public required string DoesNotFit { get; init; }

    /// <summary>Strata without their sizes, and what to do.</summary>
    public required string NoSizes { get; init; }

    /// <summary>The strata are not as large together as the community, and what to do.</summary>
    public required string SizesUnlike { get; init; }

    /// <summary>The design names what the survey does not have, and what to do.</summary>
    public required string NoQuestion { get; init; }

    /// <summary>Several surveys together, some with strata or clusters, and where ranges are.</summary>
    public required string SeveralDraws { get; init; }

    /// <summary>Strata were heard in other parts than the community has.</summary>
    public required string Unevenly { get; init; }

    /// <summary>Ranges with strata that were heard a little unlike their sizes.</summary>
    public required string WithStrata { get; init; }

    /// <summary>With strata: that figures count everybody alike.</summary>
    public required string AllAlike { get; init; }

    /// <summary>Ranges with clusters.</summary>
    public required string WithClusters { get; init; }
}
