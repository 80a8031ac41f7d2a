namespace NeedsSurvey.Domain.Needs;

/// <summary>What answers about a need can hold at most, by the questions alone.</summary>
/// <param name="TwicePlaces">Twice the places that a ranking can give it, shared ones included, rising.</param>
/// <param name="MostShown">In how many best–worst sets it is shown to a person at most.</param>
/// <param name="Importance">Points of the common scale that its importance can be, rising; null for all.</param>
/// <param name="Satisfaction">The same of satisfaction.</param>
public sealed record AnswerReach(
    IReadOnlyList<int> TwicePlaces,
    int MostShown,
    IReadOnlyList<int>? Importance = null,
    IReadOnlyList<int>? Satisfaction = null
)
{
    /// <summary>Nothing can be said of it.</summary>
    public static AnswerReach None { get; } = new([], 0, [], []);

    /// <summary>By all questions of one version together: sets of several questions are counted together.</summary>
    public static AnswerReach Together(IReadOnlyCollection<AnswerReach> all) =>
        Of(all) with
        {
            MostShown = Math.Min(sbyte.MaxValue, all.Sum(one => one.MostShown)),
        };

    /// <summary>By any of several versions.</summary>
    public static AnswerReach Of(IReadOnlyCollection<AnswerReach> any) =>
        new(
            All(any.Select(one => one.TwicePlaces)),
            any.Select(one => one.MostShown).DefaultIfEmpty(0).Max(),
            All(any.Select(one => one.Importance ?? [])),
            All(any.Select(one => one.Satisfaction ?? []))
        );

    private static IReadOnlyList<int> All(IEnumerable<IReadOnlyList<int>> values) => [.. values.SelectMany(one => one).Distinct().Order()];
}
