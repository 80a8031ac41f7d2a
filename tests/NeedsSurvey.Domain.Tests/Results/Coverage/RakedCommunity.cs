using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>Someone drawn: their groups in both margins, and the chance with which they say yes.</summary>
internal sealed record RakedPerson(int Age, int Sex, double Chance);

/// <summary>
/// A community of three ages and two sexes with independent margins. The answer depends on both, and so does who answers; within groups
/// silence is by chance, so that raking puts right what it can.
/// </summary>
internal static class RakedCommunity
{
    private static readonly double[] Ages = [.3, .5, .2];
    private static readonly double[] Sexes = [.52, .48];

    public static double Share =>
        (from a in Enumerable.Range(0, 3) from s in Enumerable.Range(0, 2) select Ages[a] * Sexes[s] * Chance(a, s)).Sum();

    private static double Chance(int age, int sex) => .1 + .2 * age + .15 * sex;

    // Chance to answer: a factor for each margin, so that raking is the right model.
    private static double Answers(int age, int sex) => new[] { .35, .6, .9 }[age] * new[] { .6, 1.0 }[sex];

    /// <summary>People who answered, in clusters of equal size where asked, raked; null where raking is refused.</summary>
    public static (SamplePlan Plan, RakedPerson[] People)? Draw(Random random, int n, int clusters)
    {
        var people = new RakedPerson[n];
        double[] leaning =
        [
            .. Enumerable.Range(0, Math.Max(1, clusters)).Select(_ => clusters == 0 ? 0 : .25 * (random.ClusterChance(.5, .2) - .5)),
        ];
        for (var i = 0; i < n; )
        {
            var draw = random.NextDouble();
            var (age, sex) = (
                draw < Ages[0] ? 0
                : draw < Ages[0] + Ages[1] ? 1
                : 2,
                random.NextDouble() < Sexes[0] ? 0 : 1
            );
            if (random.NextDouble() >= Answers(age, sex))
                continue;
            people[i] = new(age, sex, Math.Clamp(Chance(age, sex) + leaning[clusters == 0 ? 0 : i * clusters / n], 0, 1));
            i++;
        }
        RakingMargin[] margins =
        [
            new("age", ["young", "middle", "old"], Ages, [.. people.Select(person => (short)person.Age)]),
            new("sex", ["a", "b"], Sexes, [.. people.Select(person => (short)person.Sex)]),
        ];
        if (Raking.Rake(margins) is not RakingResult.Raked raked)
            return null;
        var plan = Draws.Made(SamplePlan.Of(n, clusters: clusters == 0 ? null : [.. Enumerable.Range(0, n).Select(i => i * clusters / n)]));
        return (plan.RakedTo(margins, raked), people);
    }
}
