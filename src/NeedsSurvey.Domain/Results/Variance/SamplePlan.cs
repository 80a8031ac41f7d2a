// A standard error depends on how people were drawn, not on the figure. Everything that is to be known about the draw
// is checked and put in order here once; Linearised turns it into standard errors, Needs/RankSets into resamples.
// Whether a figure may carry an interval at all is DesignPrecision's business.
namespace NeedsSurvey.Domain.Results;

/// <summary>The strata that the sample was drawn from, each by its own draw.</summary>
/// <param name="Names">Names people read, in their natural order (neighbours are what gets merged).</param>
/// <param name="Membership">Index of each respondent's stratum.</param>
/// <param name="Population">
/// How many units each stratum holds in the community: clusters where clusters are drawn, else people; null where it is not known (then the
/// draw counts as one from an endless community).
/// </param>
public sealed record SampleStrata(IReadOnlyList<string> Names, IReadOnlyList<int> Membership, IReadOnlyList<double>? Population = null);

/// <summary>
/// How the respondents were drawn: weights, strata, clusters and how much of the community was drawn. Units are what was drawn in the first
/// step (primary sampling units): clusters where there are any, else people. Immutable; made by <see cref="Of"/>.
/// </summary>
public sealed class SamplePlan
{
    private readonly double[] weights;
    private readonly int[] unitOf;
    private readonly int[] stratumOf;
    private readonly int[] unitsIn;
    private readonly double[] drawn;

    internal SamplePlan(
        double[] weights,
        int[] unitOf,
        int[] stratumOf,
        int[] unitsIn,
        double[] drawn,
        bool clustered,
        double? population,
        RakedResiduals? raked
    )
    {
        (this.weights, this.unitOf, this.stratumOf, this.unitsIn, this.drawn) = (weights, unitOf, stratumOf, unitsIn, drawn);
        (Clustered, Population, Residuals) = (clustered, population, raked);
        var first = weights[0];
        Weighted = Array.Exists(weights, w => w != first);
    }

    /// <summary>Respondents.</summary>
    public int People => weights.Length;

    /// <summary>Units drawn: clusters, or people where none are given.</summary>
    public int Units => stratumOf.Length;

    /// <summary>Strata; 1 where none are given.</summary>
    public int Strata => unitsIn.Length;

    /// <summary>Whether people came in clusters.</summary>
    public bool Clustered { get; }

    /// <summary>Whether people count differently.</summary>
    public bool Weighted { get; }

    /// <summary>Whether the weights were raked; standard errors then take into account that the margins are met exactly.</summary>
    public bool Raked => Residuals is not null;

    /// <summary>Units in the community over all strata; null where it is not known.</summary>
    public double? Population { get; }

    /// <summary>Units − strata, the degrees of freedom of a standard error over everybody.</summary>
    public int DegreesOfFreedom => Units - Strata;

    /// <summary>One weight a respondent, in the unit they were given in (for totals: people each stands for).</summary>
    public ReadOnlySpan<double> Weights => weights;

    /// <summary>Unit of each respondent, 0…<see cref="Units"/>−1.</summary>
    public ReadOnlySpan<int> UnitOf => unitOf;

    /// <summary>Stratum of each unit.</summary>
    public ReadOnlySpan<int> StratumOf => stratumOf;

    /// <summary>Units drawn in each stratum, 2 or more.</summary>
    public ReadOnlySpan<int> UnitsIn => unitsIn;

    /// <summary>Share of each stratum's units that was drawn, 0…1; 0 where the community's size is not known.</summary>
    public ReadOnlySpan<double> Drawn => drawn;

    internal RakedResiduals? Residuals { get; }

    /// <summary>Everybody drawn alike, each on their own.</summary>
    /// <param name="people">Respondents, 2 or more.</param>
    /// <param name="population">People in the community, where it is known.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two respondents, or fewer people than respondents.</exception>
    public static SamplePlan Simple(int people, int? population = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 2);
        if (population < people)
            throw new ArgumentOutOfRangeException(nameof(population), population, "A community holds at least those who answered.");
        return ((SamplePlanResult.Planned)Of(people, population: population)).Plan;
    }

    /// <summary>Checks a description of the draw; either a plan or everything that is wrong with it, in words.</summary>
    /// <param name="people">Respondents.</param>
    /// <param name="weights">One a respondent, from 0 up, in any unit; null for units in the community / units drawn by stratum, or
    /// 1.</param>
    /// <param name="strata">Null for one stratum.</param>
    /// <param name="clusters">A number a respondent, the same for those of one cluster; within a stratum (cluster 1 of two strata is
    /// two). Null for none.</param>
    /// <param name="population">Units in the community where there are no strata; else it belongs in <paramref name="strata"/>.</param>
    /// <remarks>
    /// Where only some people of each drawn cluster were asked, leave out the numbers in the community: then the standard error holds both
    /// steps of the draw (a little too wide), as it does not where the clusters are counted as drawn from few.
    /// </remarks>
    /// <exception cref="ArgumentException">Lists of different lengths, a stratum outside the names, or a weight that is no number from 0
    /// up.</exception>
    public static SamplePlanResult Of(
        int people,
        IReadOnlyList<double>? weights = null,
        SampleStrata? strata = null,
        IReadOnlyList<int>? clusters = null,
        double? population = null
    ) => SamplePlanCheck.Plan(people, weights, strata, clusters, population);

    /// <summary>
    /// The same draw with raked weights: standard errors are those of the residuals on the margins (Deville &amp; Särndal 1992).
    /// </summary>
    /// <param name="margins">The margins raked to, over the same respondents.</param>
    /// <param name="raked">What <see cref="Raking.Rake"/> made of them with this plan's weights as base weights; not trimmed.</param>
    /// <param name="population">People in the community, the sum of the new weights; the sum of the weights before where it is not
    /// given.</param>
    /// <exception cref="ArgumentException">Another number of respondents, or a plan that is already raked.</exception>
    public SamplePlan RakedTo(IReadOnlyList<RakingMargin> margins, RakingResult.Raked raked, double? population = null)
    {
        if (Raked)
            throw new ArgumentException("This plan's weights are raked already; rake the plan they came from.", nameof(margins));
        if (raked.Weights.Length != People || margins.Any(margin => margin.Membership.Length != People))
            throw new ArgumentException("The margins are about another number of respondents.", nameof(margins));
        var scale = (population ?? weights.Sum()) / raked.Weights.Sum();
        return new(
            [.. raked.Weights.Select(w => w * scale)],
            unitOf,
            stratumOf,
            unitsIn,
            drawn,
            Clustered,
            Population,
            RakedResiduals.Of(margins, weights)
        );
    }
}
