namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// Words of <c>/privacy</c>, the threat model in plain sentences: what each party can learn. Each sentence is true of the program as it is;
/// who changes what is stored, logged or shown changes the sentence too, in every language.
/// </summary>
public sealed record PrivacyWords
{
    /// <summary>The page's title, and the link that leads there.</summary>
    public required string Title { get; init; }
    public required string Lead { get; init; }

    public required PrivacySection Stored { get; init; }
    public required PrivacySection Organisation { get; init; }
    public required PrivacySection ReportReaders { get; init; }
    public required PrivacySection Operator { get; init; }
    public required PrivacySection DatabaseThief { get; init; }
    public required PrivacySection LogThief { get; init; }
    public required PrivacySection Network { get; init; }
    public required PrivacySection NextUser { get; init; }
    public required PrivacySection TakingBack { get; init; }

    /// <summary>All sections, in the order of the page.</summary>
    public IReadOnlyList<PrivacySection> Sections =>
        [Stored, Organisation, ReportReaders, Operator, DatabaseThief, LogThief, Network, NextUser, TakingBack];
}

/// <summary>What one party can learn.</summary>
/// <param name="Heading">Who.</param>
/// <param name="Paragraphs">What; the same number in every language.</param>
public sealed record PrivacySection(string Heading, params IReadOnlyList<string> Paragraphs);
