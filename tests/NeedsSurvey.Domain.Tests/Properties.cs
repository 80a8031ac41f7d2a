using FsCheck;
using FsCheck.Fluent;

namespace NeedsSurvey.Domain.Tests;

/// <summary>Runs an FsCheck property inside a [Fact] and throws with the shrunk counterexample.</summary>
internal static class Properties
{
    public static void Hold<T>(Gen<T> cases, Func<T, bool> property, int times = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(cases.ToArbitrary(), property));
}
