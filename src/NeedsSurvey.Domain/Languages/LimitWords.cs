namespace NeedsSurvey.Domain.Languages;

/// <summary>What is said of an answer outside the limits of its question. Limits are written as the reader writes them.</summary>
public sealed record LimitWords
{
    public required LimitsOf Number { get; init; }

    /// <summary>For limits that do not belong to the numbers allowed: greater than 0.</summary>
    public required Func<string, string> NumberOver { get; init; }
    public required Func<string, string> NumberUnder { get; init; }
    public required LimitsOf Date { get; init; }
    public required LimitsOf Time { get; init; }

    /// <summary>How long a text is, in characters.</summary>
    public required LimitsOf Characters { get; init; }

    /// <summary>How many choices are picked.</summary>
    public required LimitsOf Choices { get; init; }
}

/// <summary>The sentences for limits of one kind; both limits may be the same.</summary>
public sealed record LimitsOf(Func<string, string, string> Between, Func<string, string> AtLeast, Func<string, string> AtMost);
