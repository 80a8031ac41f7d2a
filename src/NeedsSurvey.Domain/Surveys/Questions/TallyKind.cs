namespace NeedsSurvey.Domain.Surveys;

/// <summary>How the answers to a question are counted; the Results room has a tally for each.</summary>
internal enum TallyKind
{
    /// <summary>
    /// Only whether there was an answer: words are read, not counted; a place, however coarse, can point to one household where few live.
    /// </summary>
    Given,

    /// <summary>People by choice; choices exclude each other.</summary>
    OneChoice,

    /// <summary>People by choice; one person may have several.</summary>
    SeveralChoices,

    /// <summary>People by choice and place.</summary>
    Places,

    /// <summary>Numbers in bins.</summary>
    Numbers,

    /// <summary>People by year.</summary>
    Years,

    /// <summary>People by hour of the day.</summary>
    Hours,

    /// <summary>Means of importance and satisfaction by row.</summary>
    Ratings,

    /// <summary>People by row and choice.</summary>
    Rows,

    /// <summary>People by choice called best, and by choice called worst.</summary>
    Ends,
}
