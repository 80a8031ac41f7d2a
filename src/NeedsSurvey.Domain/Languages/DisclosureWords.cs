namespace NeedsSurvey.Domain.Languages;

/// <summary>The labels of what every report discloses about its survey.</summary>
public sealed record DisclosureWords
{
    public required string ConductedBy { get; init; }
    public required string Sponsor { get; init; }
    public required string Instrument { get; init; }
    public required string Population { get; init; }
    public required string Recruitment { get; init; }
    public required string Mode { get; init; }
    public required string Dates { get; init; }
    public required string Languages { get; init; }
    public required string Sizes { get; init; }
    public required string Weighting { get; init; }
    public required string Processing { get; init; }
    public required string Limitations { get; init; }

    /// <summary>By the item's stable code.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public string Of(string code) =>
        code switch
        {
            "conducted_by" => ConductedBy,
            "sponsor" => Sponsor,
            "instrument" => Instrument,
            "population" => Population,
            "recruitment" => Recruitment,
            "mode" => Mode,
            "dates" => Dates,
            "languages" => Languages,
            "sizes" => Sizes,
            "weighting" => Weighting,
            "processing" => Processing,
            "limitations" => Limitations,
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Nothing of that code is disclosed."),
        };
}
