// Taylor linearisation of a share needs of each unit only how many people answered and how many said yes. With people
// as units, those alike (yes, no, outside) have the same influence, so that a stratum's counts are enough.
namespace NeedsSurvey.Domain.Results;

/// <summary>A share and its standard error from counts by unit: what <see cref="Linearised.Share"/> finds person by person.</summary>
internal static class UnitShare
{
    /// <returns>Null where nobody answered.</returns>
    public static ShareBehind? Of(SampleUnits units, UnitCounts counts)
    {
        var strata = new StratumSums[units.Strata];
        var (sum, yes, squares, n) = (0.0, 0.0, 0.0, 0);
        for (var row = 0; row < counts.Answered.Count; row++)
        {
            var h = units.StratumOf(row);
            var (answered, own) = (counts.Answered[row], counts.Yes[row]);
            if (answered == 0)
                continue;
            var weight = units.Weight(h);
            n += answered;
            sum += weight * answered;
            yes += weight * own;
            squares += weight * weight * answered;
            strata[h].Answered += answered;
        }
        if (n == 0)
            return null;

        var share = yes / sum;
        var (agreeing, refusing, any) = (0, 0, 0);
        for (var row = 0; row < counts.Answered.Count; row++)
        {
            var h = units.StratumOf(row);
            var (answered, own) = (counts.Answered[row], counts.Yes[row]);
            if (answered == 0)
                continue;
            var weight = units.Weight(h) / sum;
            var total = weight * (own - share * answered);
            strata[h].Total += total;
            strata[h].Squares += units.Clustered
                ? total * total
                : weight * weight * (own * (1 - share) * (1 - share) + (answered - own) * share * share);
            strata[h].Inside += units.Clustered ? 1 : answered;
            any++;
            agreeing += own > 0 ? 1 : 0;
            refusing += own < answered ? 1 : 0;
        }

        // Everybody drawn alike: whoever gave no answer is left out, so that those who did are the draw. In strata and clusters they stay
        // in it, outside the group that is looked at.
        int[] drawn = [.. units.UnitsIn];
        if (units.Frame.IsPlain)
            drawn[0] -= counts.Missing;
        var variance = 0.0;
        for (var h = 0; h < strata.Length; h++)
        {
            var part = Part(units, drawn, h);
            if (drawn[h] > 1 && part < 1)
                variance +=
                    (1 - part) * drawn[h] / (drawn[h] - 1) * Math.Max(0, strata[h].Squares - strata[h].Total * strata[h].Total / drawn[h]);
        }
        var estimate = new Estimate(share, Math.Sqrt(variance), strata.Sum(own => own.Inside) - strata.Count(own => own.Inside > 0), n);
        var community = units.Frame.IsPlain && n == drawn[0] ? units.Frame.Population : null;
        return new(estimate, sum * sum / squares, community, Part(units, drawn, null))
        {
            Clusters = units.Clustered ? (agreeing, refusing, any) : null,
        };
    }

    // Part of the community's units that was drawn, of a stratum or over all; 0 where it is not known, as with clusters.
    private static double Part(SampleUnits units, int[] drawn, int? stratum)
    {
        if (units.Clustered)
            return 0;
        if (units.Frame.Strata.Count == 0)
            return units.Frame.Population is { } population ? drawn[0] / (double)population : 0;
        return stratum is { } h ? drawn[h] / units.Frame.Strata[h].People : drawn.Sum() / units.Frame.Strata.Sum(own => own.People);
    }

    private struct StratumSums
    {
        public int Answered;
        public int Inside;
        public double Total;
        public double Squares;
    }
}
