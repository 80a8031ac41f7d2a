using System.Diagnostics;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.App.Responses;

/// <summary>The budget for patterns of one request, on the clock that the pure storey does not have.</summary>
public static class PatternTime
{
    /// <summary>A full one.</summary>
    public static PatternBudget Budget() => new(() => Stopwatch.GetElapsedTime(0));
}
