using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Seeds;

/// <summary>
/// Needs to begin from (<c>seeds/catalogues/*.json</c>): copied into an initiative they are its needs and its coders' codebook.
/// </summary>
public sealed record NeedCatalogue
{
    /// <summary>Stable key, the file's name without its ending.</summary>
    public required string Key { get; init; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Position { get; init; }
    public required LocalText Title { get; init; }
    public required LocalText Description { get; init; }

    /// <summary>In the order a coder reads them.</summary>
    public required IReadOnlyList<CatalogueNeed> Needs { get; init; }
}

/// <summary>One need: its words for respondents and readers, and the rules by which coders give an excerpt to it.</summary>
public sealed record CatalogueNeed
{
    /// <summary>
    /// Stable name, unique among all catalogues, so that needs of two never become one; what a question's <c>need</c> refers to.
    /// </summary>
    public required string Name { get; init; }
    public required LocalText Label { get; init; }

    /// <summary>One sentence: what counts as this need.</summary>
    public required LocalText Definition { get; init; }

    /// <summary>What belongs here.</summary>
    public required LocalText Include { get; init; }

    /// <summary>What does not, and where that goes instead.</summary>
    public required LocalText Exclude { get; init; }

    /// <summary>Words that somebody might write.</summary>
    public required LocalText Example { get; init; }
}
