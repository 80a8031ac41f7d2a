namespace NeedsSurvey.Domain.Results;

/// <summary>Intervals of the shares of one base: what was counted by unit, given to <see cref="ShownIntervals"/>.</summary>
internal sealed class BaseIntervals
{
    private readonly SampleUnits units;
    private readonly CountBase of;
    private readonly int missing;
    private readonly int[]? answered;

    /// <param name="units">The draw.</param>
    /// <param name="everybody">Everybody who is looked at.</param>
    /// <param name="notAsked">Those of them who were not asked.</param>
    /// <param name="of">Those of them who answered.</param>
    /// <param name="answeredIn">Those who answered in a unit; null where they are not counted apart.</param>
    public BaseIntervals(SampleUnits units, CountBase everybody, RecordCounter notAsked, CountBase of, Func<int, RecordCounter>? answeredIn)
    {
        (this.units, this.of) = (units, of);
        if (!units.Frame.Kind.AllowsIntervals())
            return;
        missing = ShownIntervals.Missing(everybody, of.Members, notAsked);
        answered =
            units.Frame.IsPlain ? [of.Members.True]
            : answeredIn is not null ? ByUnit(answeredIn)
            : null;
    }

    /// <param name="count">The count of a part, as it is shown.</param>
    /// <param name="part">The part.</param>
    /// <param name="partIn">Those of it in a unit; null where they are not counted apart.</param>
    public ShownInterval? Of(ShownCount count, RecordCounter part, Func<int, RecordCounter>? partIn) =>
        answered is null || count.Shown is null
            ? null
            : ShownIntervals.OfShare(units, new UnitCounts(answered, partIn is null ? [part.True] : ByUnit(partIn), missing), count, of);

    private int[] ByUnit(Func<int, RecordCounter> people) => [.. Enumerable.Range(0, units.Count).Select(unit => people(unit).True)];
}
