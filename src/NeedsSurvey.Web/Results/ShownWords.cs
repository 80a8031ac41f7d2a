using NeedsSurvey.Domain.Results;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Results;

/// <summary>Counts that may be shown, as pages print them.</summary>
public static class ShownWords
{
    /// <summary>1,204, "fewer than 10", "all but fewer than 10"</summary>
    public static string Words(this ShownCount count) => count.Shown is { } number ? Figures.Count(number) : count.ToString();

    /// <summary>"62 people", "fewer than 10 people", "all but fewer than 10 people"</summary>
    public static string People(this ShownCount count) => count.Shown is { } number ? Figures.People(number) : count + " people";

    /// <summary>Larger counts are larger, and words where they belong.</summary>
    public static int Order(this ShownCount count) =>
        count.Kind switch
        {
            ShownCountKind.NearlyAll => int.MaxValue,
            ShownCountKind.Few => 0,
            _ => count.Shown ?? 0,
        };
}
