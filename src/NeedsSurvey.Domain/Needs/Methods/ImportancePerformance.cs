// The importance–performance map, with the cuts it can be drawn by and the needs whose quadrant depends
// on the choice. The map is drawn elsewhere.
using System.Diagnostics;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Domain.Needs;

/// <summary>Where the map is cut.</summary>
public enum QuadrantCut
{
    /// <summary>At the means over needs of mean importance and mean satisfaction (Martilla &amp; James).</summary>
    Means,

    /// <summary>At the medians over needs.</summary>
    Medians,

    /// <summary>Along the diagonal satisfaction = importance: above it "concentrate here", else "keep up".</summary>
    Diagonal,
}

/// <summary>The four corners of the map.</summary>
public enum Quadrant
{
    ConcentrateHere,
    KeepUp,
    LowPriority,
    PossibleOverkill,
}

/// <summary>
/// One need on the map. N as <see cref="RankedNeed.N"/>. Means in scale points; intervals are 95 % and null where the sample design allows
/// none.
/// </summary>
public sealed record MapPoint(
    string Need,
    string Name,
    ShownCount N,
    double Importance,
    double Satisfaction,
    Interval? ImportanceInterval,
    Interval? SatisfactionInterval,
    Quadrant Quadrant
);

/// <summary>The whole map.</summary>
/// <param name="Cut">How it was cut.</param>
/// <param name="ImportanceCut">Scale point of the horizontal cut; null for the diagonal.</param>
/// <param name="SatisfactionCut">Scale point of the vertical cut; null for the diagonal.</param>
/// <param name="Points">Needs with at least one complete pair, in catalogue order.</param>
/// <param name="Flips">Ids of needs whose quadrant differs between the mean and the median cut.</param>
public sealed record ImportancePerformanceMap(
    QuadrantCut Cut,
    double? ImportanceCut,
    double? SatisfactionCut,
    IReadOnlyList<MapPoint> Points,
    IReadOnlyList<string> Flips
);

/// <summary>Importance–performance analysis. Source: Martilla &amp; James 1977, Journal of Marketing.</summary>
public static class ImportancePerformance
{
    /// <summary>The map of all needs with complete pairs.</summary>
    /// <param name="data">What people said.</param>
    /// <param name="cut">Where the map is cut.</param>
    /// <param name="draw">How they were drawn; null: no intervals.</param>
    public static ImportancePerformanceMap Map(NeedAnswers data, QuadrantCut cut = QuadrantCut.Means, NeedDraw? draw = null) =>
        Map(PairMeans.Of(data, draw), cut);

    internal static ImportancePerformanceMap Map(IReadOnlyList<PairMean> all, QuadrantCut cut)
    {
        var means = all.Where(m => !double.IsNaN(m.Importance)).ToArray();
        if (means.Length == 0)
            return new(cut, null, null, [], []);
        var byMean = (Importance: means.Average(m => m.Importance), Satisfaction: means.Average(m => m.Satisfaction));
        var byMedian = (Importance: Median(means.Select(m => m.Importance)), Satisfaction: Median(means.Select(m => m.Satisfaction)));

        Quadrant At(PairMean m) =>
            cut switch
            {
                QuadrantCut.Means => Classify(m.Importance, m.Satisfaction, byMean.Importance, byMean.Satisfaction),
                QuadrantCut.Medians => Classify(m.Importance, m.Satisfaction, byMedian.Importance, byMedian.Satisfaction),
                QuadrantCut.Diagonal => Ranks.AtLeast(m.Satisfaction, m.Importance) ? Quadrant.KeepUp : Quadrant.ConcentrateHere,
                _ => throw new UnreachableException(),
            };

        var flips = means
            .Where(m =>
                Classify(m.Importance, m.Satisfaction, byMean.Importance, byMean.Satisfaction)
                != Classify(m.Importance, m.Satisfaction, byMedian.Importance, byMedian.Satisfaction)
            )
            .Select(m => m.Item.Id);
        var chosen = cut switch
        {
            QuadrantCut.Means => byMean,
            QuadrantCut.Medians => byMedian,
            _ => (double.NaN, double.NaN),
        };
        return new(
            cut,
            cut == QuadrantCut.Diagonal ? null : chosen.Item1,
            cut == QuadrantCut.Diagonal ? null : chosen.Item2,
            [
                .. means.Select(m => new MapPoint(
                    m.Item.Id,
                    m.Item.Name,
                    m.N,
                    m.Importance,
                    m.Satisfaction,
                    m.ImportanceInterval,
                    m.SatisfactionInterval,
                    At(m)
                )),
            ],
            [.. flips]
        );
    }

    /// <summary>The quadrant of a point; a value on the cut counts as high.</summary>
    public static Quadrant Classify(double importance, double satisfaction, double importanceCut, double satisfactionCut) =>
        (Ranks.AtLeast(importance, importanceCut), Ranks.AtLeast(satisfaction, satisfactionCut)) switch
        {
            (true, false) => Quadrant.ConcentrateHere,
            (true, true) => Quadrant.KeepUp,
            (false, false) => Quadrant.LowPriority,
            (false, true) => Quadrant.PossibleOverkill,
        };

    /// <summary>The quadrant's name, as printed.</summary>
    public static string Label(this Quadrant quadrant) =>
        quadrant switch
        {
            Quadrant.ConcentrateHere => "Concentrate here",
            Quadrant.KeepUp => "Keep up",
            Quadrant.LowPriority => "Low priority",
            Quadrant.PossibleOverkill => "Possible overkill",
            _ => throw new UnreachableException(),
        };

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    // As an order, the height above the diagonal is used: how far importance exceeds satisfaction.
    internal static readonly NeedScoring Scoring = new()
    {
        Method = RankingMethod.ImportancePerformance,
        Name = "Importance–performance",
        Unit = "scale points",
        Reads = PairTerms.Reads,
        Sums = PairTerms.Sums,
        Terms = PairTerms.Fill,
        Score = s => s[0] > 0 ? (s[1] - s[2]) / s[0] : double.NaN,
        N = s => s[0],
        Figures = PairTerms.Means,
        Bases = PairTerms.Bases,
        Values = PairTerms.Values,
    };
}
