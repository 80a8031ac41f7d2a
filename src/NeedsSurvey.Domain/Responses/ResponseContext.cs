using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Responses;

/// <summary>What a check needs to know besides the survey and the answers; the caller brings clock and randomness.</summary>
public sealed record ResponseContext
{
    /// <summary>The respondent's language: for messages, piped labels and <c>jr:choice-name</c>.</summary>
    public required string Language { get; init; }

    /// <summary>The time for <c>today()</c> and <c>now()</c>.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The zone of the survey's clock.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>
    /// The number that says in which order this person is asked what is asked in random order (<see cref="ChoiceOrder"/>); null for the
    /// survey's own order.
    /// </summary>
    public int? Order { get; init; }

    /// <summary>The randomness for <c>random()</c> and <c>uuid()</c>; seed it to repeat a check exactly.</summary>
    public Random Random { get; init; } = Random.Shared;

    /// <summary>The time that patterns may take together; one for all that is done with a request.</summary>
    public PatternBudget Patterns { get; init; } = new();
}
