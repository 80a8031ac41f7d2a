using FsCheck;
using FsCheck.Fluent;

namespace NeedsSurvey.Domain.Tests;

/// <summary>Runs an FsCheck property inside a [Fact] and throws with the shrunk counterexample.</summary>
internal static class Properties
{
    /// <summary>Whether this run looks for what the usual one does not show.</summary>
    public static readonly bool Exploring = Environment.GetEnvironmentVariable("NEEDSSURVEY_EXPLORE") is { Length: > 0 };

    /// <summary>
    /// Where simulations begin when they are repeated with other draws: NEEDSSURVEY_EXPLORE, where it is a number above 1. Null for the
    /// seeds that the documents name.
    /// </summary>
    public static readonly int? Seed =
        int.TryParse(Environment.GetEnvironmentVariable("NEEDSSURVEY_EXPLORE"), out var seed) && seed > 1 ? seed : null;

    // Up to here every case is tried on every run.
    private const int Few = 200;

    /// <summary>
    /// The first quarter of so many cases, but not fewer than 200 of them, the same on every run, so that nobody's change is refused for
    /// what another run would have let pass. With NEEDSSURVEY_EXPLORE set all of them, others each time, to look for what the usual ones
    /// do not show.
    /// </summary>
    public static Config Cases(int times) =>
        Exploring
            ? Config.QuickThrowOnFailure.WithMaxTest(times)
            : Config.QuickThrowOnFailure.WithMaxTest(Math.Max(times / 4, Math.Min(times, Few))).WithReplay(20261122, 9_973);

    public static void Hold<T>(Gen<T> cases, Func<T, bool> property, int times = 200) =>
        Check.One(Cases(times), Prop.ForAll(cases.ToArbitrary(), property));
}
