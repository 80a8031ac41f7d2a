namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Small surveys written down by hand.</summary>
internal static class AnsweredAlike
{
    /// <summary>One survey, answered alike by so many people each.</summary>
    public static SmallInitiative Survey(IReadOnlyList<Asked> asked, params (int Times, int[]?[] Answers)[] people)
    {
        var keys = SafeCountTests.Keys(people.Sum(p => p.Times), 4);
        var all = people.SelectMany(p => Enumerable.Repeat(p.Answers, p.Times)).Select((answers, i) => new Person(keys[i], answers));
        return SmallInitiative.Of(new("s", asked, [.. all]));
    }
}
