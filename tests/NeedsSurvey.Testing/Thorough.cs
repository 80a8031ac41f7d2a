namespace NeedsSurvey.Testing;

/// <summary>
/// How much of what is walked by the thousand one run walks: all of it in <c>.ci/run</c> (CI=true) and with NEEDSSURVEY_EXPLORE=1; else a
/// few of each, the same ones on every run.
/// </summary>
public static class Thorough
{
    /// <summary>Whether this run walks everything.</summary>
    public static readonly bool Run =
        Environment.GetEnvironmentVariable("CI") == "true" || Environment.GetEnvironmentVariable("NEEDSSURVEY_EXPLORE") is { Length: > 0 };

    /// <summary>
    /// What a run that is not thorough says of a check that it leaves out: <see cref="SlowFactAttribute"/>, or Skip.IfNot in a check that
    /// may be skipped for another reason too.
    /// </summary>
    public const string Skipped = "SLOW: tried with CI=true or NEEDSSURVEY_EXPLORE=1 alone. Nothing was tested here.";

    /// <summary>As many as a thorough run takes, or as any other does.</summary>
    public static int Or(int thorough, int few) => Run ? thorough : few;
}

/// <summary>The values of a list by turns, so that many places with a few values each meet every value.</summary>
public sealed class Turns<T>(IReadOnlyList<T> values, int few)
{
    private int turn;

    /// <summary>All of them when thorough, else the next few.</summary>
    public IReadOnlyList<T> Next() => Thorough.Run ? values : [.. Enumerable.Range(0, few).Select(_ => values[turn++ % values.Count])];
}
