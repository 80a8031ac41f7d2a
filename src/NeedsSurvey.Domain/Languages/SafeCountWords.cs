namespace NeedsSurvey.Domain.Languages;

/// <summary>
/// What is said of figures in which small groups are protected (methods.md §3): counts in words, and what was done to the numbers. All
/// arguments are as the reader writes them; k is the threshold.
/// </summary>
public sealed record SafeCountWords
{
    /// <summary>A count below k, nobody included, where it is plain what is counted.</summary>
    public required Func<string, string> Few { get; init; }

    /// <summary>The same, saying that people are counted.</summary>
    public required Func<string, string> FewPeople { get; init; }

    /// <summary>Everybody of the base, but for fewer than k.</summary>
    public required Func<string, string> NearlyAll { get; init; }

    /// <summary>A count in words, as above, and the people of whom it is a part.</summary>
    public required Func<string, string, string> Of { get; init; }

    /// <summary>A count in words, as above, of people who are nearly everybody; k.</summary>
    public required Func<string, string> FewOfNearlyAll { get; init; }

    /// <summary>Nearly everybody of those who are nearly everybody themselves; k.</summary>
    public required Func<string, string> NearlyAllOfNearlyAll { get; init; }

    /// <summary>
    /// Under every page of safe figures: the most that a number is changed by, what it is mostly changed by, k, the people of a base, and
    /// what a share of them is seldom changed by, in points.
    /// </summary>
    public required Func<string, string, string, string, string, string> Sentence { get; init; }

    /// <summary>Over a breakdown or a filter; k.</summary>
    public required Func<string, string> Breakdown { get; init; }

    /// <summary>Beside figures that change in steps; how many responses make one, or a few less or more.</summary>
    public required Func<string, string> Drawn { get; init; }

    /// <summary>Beside figures of several surveys, each of which changes in steps of its own; k.</summary>
    public required Func<string, string> DrawnApart { get; init; }

    /// <summary>Beside figures of a drawing from which somebody has withdrawn, where something changed that is not in them.</summary>
    public required string Waits { get; init; }

    /// <summary>Beside scores of needs: how far they usually are from the true ones, in their unit.</summary>
    public required Func<string, string> Scores { get; init; }

    /// <summary>Beside a ranking in which needs have words for a score.</summary>
    public required string WordsWeigh { get; init; }

    /// <summary>Ways of ranking that are not offered, by name.</summary>
    public required Func<string, string> Withheld { get; init; }

    /// <summary>In place of a result; k.</summary>
    public required Func<string, string> TooFew { get; init; }

    /// <summary>Beside true figures.</summary>
    public required string True { get; init; }

    /// <summary>Above what a report's method says about it.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The law of the change, for a report's method: shares of numbers that are not changed at all, by at most 1, by at most 2, and the
    /// most that one is changed by.
    /// </summary>
    public required Func<string, string, string, string, string> Law { get; init; }

    /// <summary>Of a report's version: that its figures were drawn when it was published and stay; k.</summary>
    public required Func<string, string> Version { get; init; }

    /// <summary>Of a version whose own figures were taken out: the day on which others were put in their place.</summary>
    public required Func<string, string> Redrawn { get; init; }

    /// <summary>Of a version whose own figures were taken out, and there are none to put in their place; k.</summary>
    public required Func<string, string> TakenOut { get; init; }
}
