namespace NeedsSurvey.Domain.Reports;

/// <summary>When a survey closed and when its report came back to people (null: not yet).</summary>
public readonly record struct Loop(DateOnly Closed, DateOnly? Reported);

/// <summary>How reliably an organisation comes back to the people it asked.</summary>
/// <param name="Closed">Surveys that have closed.</param>
/// <param name="Rate">Share of them whose report was published; null before the first close.</param>
/// <param name="MedianDays">Median days from close to report, over those reported; null without any.</param>
public sealed record LoopClosure(int Closed, double? Rate, double? MedianDays)
{
    /// <summary>Closure over a set of closed surveys. A report published before the close counts as 0 days.</summary>
    public static LoopClosure Of(IEnumerable<Loop> loops)
    {
        Loop[] all = [.. loops];
        double[] days =
        [
            .. all.Where(l => l.Reported is not null)
                .Select(l => (double)Math.Max(0, l.Reported!.Value.DayNumber - l.Closed.DayNumber))
                .Order(),
        ];
        var middle = days.Length / 2;
        return new(
            all.Length,
            all.Length == 0 ? null : (double)days.Length / all.Length,
            days.Length == 0 ? null
                : days.Length % 2 == 1 ? days[middle]
                : (days[middle - 1] + days[middle]) / 2
        );
    }
}
