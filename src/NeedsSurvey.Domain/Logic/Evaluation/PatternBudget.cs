namespace NeedsSurvey.Domain.Logic;

/// <summary>
/// The time that all patterns of one submission may take together where they cannot be matched in linear time. When it is spent, such
/// patterns match nothing any more, as one that runs out of its own time does: the answer is asked again, and nobody holds a processor.
/// </summary>
/// <param name="clock">A running clock; without one, each pattern that runs out of its time counts with that.</param>
public sealed class PatternBudget(Func<TimeSpan>? clock = null)
{
    /// <summary>Thousands of sound patterns take less.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private TimeSpan spent;

    internal bool IsSpent => spent >= Limit;

    internal TimeSpan Elapsed() => clock?.Invoke() ?? TimeSpan.Zero;

    internal void Spend(TimeSpan started, TimeSpan least)
    {
        var took = Elapsed() - started;
        spent += took > least ? took : least;
    }
}
