namespace NeedsSurvey.Domain.Languages;

/// <summary>What every report discloses about its survey: the labels, and the sentences that the program fills in.</summary>
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

    /// <summary>The surveys’ titles, in a row.</summary>
    public required Func<string, string> Asked { get; init; }

    /// <summary>That lists were asked in random order: in some of the surveys, or in all.</summary>
    public required Func<bool, string> InRandomOrder { get; init; }

    /// <summary>That not knowing could be said, and what it counts for.</summary>
    public required string NotKnowing { get; init; }

    /// <summary>Who it is about, as the organisation says it, and how many they are.</summary>
    public required Func<string, string, string> About { get; init; }

    /// <summary>What a survey of this program is, and what it does not store.</summary>
    public required string OnAForm { get; init; }

    /// <summary>The day since which people can answer.</summary>
    public required Func<string, string> Since { get; init; }

    /// <summary>The first and the last day.</summary>
    public required Func<string, string, string> Between { get; init; }

    /// <summary>How many people answered, in words; k.</summary>
    public required Func<string, string> FewAnswered { get; init; }
    public required string NotWeighted { get; init; }

    /// <summary>What is said of the answers’ way into the figures in any case.</summary>
    public required string Checked { get; init; }
    public required string ReadNone { get; init; }

    /// <summary>
    /// Less than half of the open answers, and by how many people: to choose the form by, and as the reader writes it. So in the next two.
    /// </summary>
    public required Func<long, string, string> ReadSome { get; init; }

    /// <summary>More than half of them.</summary>
    public required Func<long, string, string> ReadMost { get; init; }
    public required Func<long, string, string> ReadAll { get; init; }

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
