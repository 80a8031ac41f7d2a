namespace NeedsSurvey.Testing;

/// <summary>A check that takes seconds: it runs in a thorough run alone, and says so in any other.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowFactAttribute : FactAttribute
{
    /// <summary>Skips it in a run that is not thorough.</summary>
    public SlowFactAttribute() => Skip = Thorough.Run ? null : Thorough.Skipped;
}

/// <summary>The same, with several values.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlowTheoryAttribute : TheoryAttribute
{
    /// <summary>Skips it in a run that is not thorough.</summary>
    public SlowTheoryAttribute() => Skip = Thorough.Run ? null : Thorough.Skipped;
}
