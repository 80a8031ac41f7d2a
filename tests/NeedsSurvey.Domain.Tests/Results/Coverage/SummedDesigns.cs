using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>
/// Several surveys of people drawn from one community: what is said of them together is the sum of what each shows, with words among the
/// numbers (<see cref="SharedBase"/>).
/// </summary>
internal static class SummedDesigns
{
    public static IEnumerable<CoverageDesign> All =>
        [
            Of([60, 40], .4),
            Of([100, 100], .25),
            Of([100, 15], .15),
            Of([200, 12], .5),
            Of([200, 12, 12, 12], .3),
            Of([40, 30, 30], .5),
            Of([30, 30, 30, 30], .5),
            Of([60, 60], .5, silent: 5),
            Of([120, 90], .85),
            Of([300, 40], .08),
        ];

    private static CoverageDesign Of(int[] surveys, double p, int silent = 0)
    {
        var frame = SampleFrame.Plain(SampleDesign.ProbabilitySample);
        var who = silent == 0 ? "" : $", {silent} of each without an answer";
        return new($"summed, surveys of {string.Join(", ", surveys)}{who}, share {p:0.00}", p, random =>
        {
            var units = new SampleUnits(frame);
            var (all, asked, yes) = (Apart(), Apart(), Apart());
            for (var survey = 0; survey < surveys.Length; survey++)
            for (var person = 0; person < surveys[survey]; person++)
            {
                var key = new RecordKey((ulong)random.NextInt64(long.MinValue, long.MaxValue));
                units.Add(null, null);
                all[survey].Add(key);
                if (person < silent)
                    continue;
                asked[survey].Add(key);
                if (random.Yes(p) > 0)
                    yes[survey].Add(key);
            }
            var drawings = new Drawings(SafeRule.Default, all);
            if (drawings.Base(asked) is not { } of)
                return null;
            var (part, share) = of.Part(yes);
            int[] counted = [.. of.In];
            var counts = new UnitCounts([counted.Sum(s => asked[s].True)], [counted.Sum(s => yes[s].True)], counted.Length * silent);
            return ShownIntervals
                .OfShare(units, ShareIntervals.Of(units, counts), part, new ShownIntervals.ShareBase(of.N, of.Unknown, of.Rule, share))
                ?.Interval;
        });

        RecordCounter[] Apart() => new RecordCounter[surveys.Length];
    }
}
