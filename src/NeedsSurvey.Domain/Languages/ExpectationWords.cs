namespace NeedsSurvey.Domain.Languages;

/// <summary>What had been expected before anyone answered, beside what people said. True stands for a person alone.</summary>
public sealed record ExpectationWords
{
    public required Func<bool, string> Title { get; init; }

    /// <summary>The needs that were expected first, in a row.</summary>
    public required Func<string, bool, string> Expected { get; init; }

    /// <summary>The needs that came first, in a row.</summary>
    public required Func<string, string> PeopleSaid { get; init; }

    /// <summary>The needs of those that had not been expected among the first, in a row.</summary>
    public required Func<string, bool, string> NotExpected { get; init; }

    /// <summary>In its place where none of those that came first had been expected.</summary>
    public required Func<bool, string> NoneExpected { get; init; }
    public required Func<bool, string> AllExpected { get; init; }

    /// <summary>That the expectation was written down before the first answer.</summary>
    public required string Sealed { get; init; }

    /// <summary>Above what the organisation writes that it learned.</summary>
    public required Func<bool, string> LearnedTitle { get; init; }
}
