// Who was heard and who was not, as numbers that stand beside every ranking. It changes no figure:
// weighting is Raking's business.
namespace NeedsSurvey.Domain.Results;

/// <summary>One group: how many answered and its share of the community.</summary>
public sealed record GroupHeard(string Group, double Heard, double PopulationShare);

/// <summary>One group's row in the table of who was heard.</summary>
/// <param name="HeardShare">Its share of those heard.</param>
/// <param name="PopulationShare">Its share of the community.</param>
/// <param name="Ratio">HeardShare / PopulationShare: 1 = as many as expected; null when the population share is 0.</param>
public sealed record GroupRow(string Group, double Heard, double HeardShare, double PopulationShare, double? Ratio);

/// <summary>Who was heard, for one margin (age, area, tenure…).</summary>
/// <param name="Rows">Groups in the order given.</param>
/// <param name="Dissimilarity">D = ½Σ|sᵢ − πᵢ|: the share of respondents who would have to be in another group for a perfect match.</param>
/// <param name="ParticipationRatio">Least over greatest participation rate; 0 as soon as one group is empty, so show it beside D.</param>
/// <param name="AbsentShare">Population share of the groups nobody answered from.</param>
public sealed record Representation(IReadOnlyList<GroupRow> Rows, double Dissimilarity, double ParticipationRatio, double AbsentShare)
{
    /// <summary>The figures for one margin. Population shares are scaled to a total of 1, so counts do as well.</summary>
    /// <exception cref="ArgumentException">Nobody was heard, or the population shares add up to nothing.</exception>
    public static Representation Of(IReadOnlyList<GroupHeard> groups)
    {
        var heard = groups.Sum(g => g.Heard);
        var population = groups.Sum(g => g.PopulationShare);
        if (!(heard > 0))
            throw new ArgumentException("Nobody was heard yet.", nameof(groups));
        if (!(population > 0))
            throw new ArgumentException("The population shares add up to nothing.", nameof(groups));
        GroupRow[] rows =
        [
            .. groups.Select(g =>
            {
                double s = g.Heard / heard,
                    pi = g.PopulationShare / population;
                return new GroupRow(g.Group, g.Heard, s, pi, pi > 0 ? s / pi : null);
            }),
        ];
        double[] ratios = [.. rows.Select(r => r.Ratio).OfType<double>()];
        return new(
            rows,
            DissimilarityOf([.. rows.Select(r => r.HeardShare)], [.. rows.Select(r => r.PopulationShare)]),
            ParticipationRatioOf(ratios),
            rows.Where(r => r.Heard <= 0).Sum(r => r.PopulationShare)
        );
    }

    /// <summary>D = ½Σ|sᵢ − πᵢ| of two sets of shares; 0 (alike) … 1. Source: Duncan &amp; Duncan's index of dissimilarity.</summary>
    public static double DissimilarityOf(IReadOnlyList<double> heard, IReadOnlyList<double> population) =>
        heard.Zip(population, (s, pi) => Math.Abs(s - pi)).Sum() / 2;

    /// <summary>Least / greatest of participation rates (in any common unit); 0 when a group is empty or there is none.</summary>
    public static double ParticipationRatioOf(IReadOnlyList<double> rates) =>
        rates.Count == 0 || rates.Max() <= 0 ? 0 : rates.Min() / rates.Max();

    /// <summary>
    /// What a share could be in the whole community when a part of it is absent: from nobody to everybody among the absent.
    /// </summary>
    /// <param name="share">Share among those heard.</param>
    /// <param name="absentShare">Population share of the absent groups.</param>
    public static Interval AbsentGroupBounds(double share, double absentShare) =>
        new(share * (1 - absentShare), share * (1 - absentShare) + absentShare);
}
