// Responses are read once, in memory that does not grow with them. A standard error needs counts by unit only: by
// stratum where people were drawn one by one, by cluster where clusters were. This is the list of those units, made while reading.
using System.Globalization;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// The rows by which people are counted: one a cluster, else one a stratum, else a single one. Grows while responses are read; the same
/// draw as <see cref="SamplePlan"/> has person by person.
/// </summary>
/// <param name="frame">How people were drawn.</param>
public sealed class SampleUnits(SampleFrame frame)
{
    /// <summary>Clusters that are counted apart. More are no clusters but people, and their counts would grow with the responses.</summary>
    public const int MostClusters = 5_000;

    /// <summary>
    /// The greatest difference between the strata's parts of those who answered and of the community up to which safe shares, in which
    /// everybody counts alike, carry an interval of the community.
    /// </summary>
    public const double MostUneven = .05;

    /// <summary>
    /// The fewest people of a stratum with which safe figures carry intervals. It is above every number that is told as few, so that an
    /// interval, or the reason for none, does not tell one of them: a stratum of one person has none either.
    /// </summary>
    public static readonly int SafeStratum = SafeRule.DefaultThreshold + NoiseLaw.Default.Bound;

    private readonly Dictionary<(int Stratum, string Cluster), int> clusters = [];
    private readonly Dictionary<string, int> strata = frame
        .Strata.SelectMany((stratum, h) => stratum.Codes.Select(code => (code, h)))
        .ToDictionary(pair => pair.code, pair => pair.h, StringComparer.Ordinal);
    private readonly List<int> stratumOf = frame.ClusterQuestion is not null
        ? []
        : [.. Enumerable.Range(0, Math.Max(1, frame.Strata.Count))];
    private readonly int[] people = new int[Math.Max(1, frame.Strata.Count)];
    private bool tooMany;
    private int withoutCluster;

    /// <summary>How people were drawn.</summary>
    public SampleFrame Frame => frame;

    /// <summary>Rows so far.</summary>
    public int Count => stratumOf.Count;

    /// <summary>People who answered and are in a row.</summary>
    public int People => people.Sum();

    /// <summary>People who did not answer the strata question: they are in no stratum and stand outside.</summary>
    public int Outside { get; private set; }

    /// <summary>Whether intervals need counts by row: strata or clusters, in which nothing speaks against them.</summary>
    public bool CountApart => !frame.IsPlain && frame.Kind.AllowsIntervals() && Faults.Count == 0;

    internal bool Clustered => frame.ClusterQuestion is not null;

    /// <summary>Whether a stratum is too small, or empty, for intervals of safe figures.</summary>
    internal bool HasSmallStratum => frame.Strata.Count > 0 && people.Any(heard => heard < SafeStratum);

    /// <summary>Takes in a person who answered.</summary>
    /// <param name="stratum">Their choice at the strata question; null where they gave none, or there are no strata.</param>
    /// <param name="cluster">
    /// Their answer to the cluster question, blanks and capitals aside; people who gave none are one cluster, which is the cautious way.
    /// </param>
    /// <param name="count">How many such people.</param>
    public void Add(string? stratum, string? cluster, int count = 1)
    {
        if (StratumAt(stratum) is not { } h)
        {
            Outside += count;
            return;
        }
        people[h] += count;
        withoutCluster += Clustered && string.IsNullOrWhiteSpace(cluster) ? count : 0;
        if (!Clustered || clusters.ContainsKey(Key(h, cluster)))
            return;
        if (tooMany || clusters.Count == MostClusters)
        {
            tooMany = true;
            return;
        }
        clusters[Key(h, cluster)] = stratumOf.Count;
        stratumOf.Add(h);
    }

    /// <summary>The row of a person who was taken in; null for outside.</summary>
    public int? Row(string? stratum, string? cluster) =>
        StratumAt(stratum) is not { } h ? null
        : !Clustered ? h
        : clusters.TryGetValue(Key(h, cluster), out var row) ? row
        : null;

    /// <summary>Why no interval can be given of these answers; empty where one can. To be asked once everybody was taken in.</summary>
    public IReadOnlyList<SamplePlanFault> Faults
    {
        get
        {
            if (frame.Faults.Count > 0)
                return frame.Faults;
            if (tooMany)
                return [new(SamplePlanFaultKind.TooManyClusters, null, [], SurveyDesignWords.TooManyClusters(MostClusters))];
            if (People < 2)
                return [SamplePlanCheck.TooFew];
            if (2 * withoutCluster > People)
                return [new(SamplePlanFaultKind.ClustersUnknown, null, [], SurveyDesignWords.ClustersUnknown)];
            if (Clustered && 10 * Count > 9 * People)
                return [new(SamplePlanFaultKind.ClustersOfOne, null, [], SurveyDesignWords.ClustersOfOne)];
            var names = frame.Strata.Count == 0 ? null : frame.Strata.Select(stratum => stratum.Name).ToList();
            var sizes =
                frame.Strata.Count > 0 ? frame.Strata.Select(stratum => stratum.People).ToList()
                : frame.Population is { } all ? [all]
                : null;
            // The sizes are of people; how many clusters the community has is not known.
            return
            [
                .. SamplePlanCheck.TooSmall(names, people, sizes),
                .. SamplePlanCheck.TooFewUnits(names, UnitsIn, Clustered ? null : sizes, Clustered),
            ];
        }
    }

    /// <summary>Strata of the community from which nobody answered: figures leave them out.</summary>
    public IReadOnlyList<string> Silent =>
        [.. frame.Strata.Where((stratum, h) => people[h] == 0 && stratum.People > 0).Select(s => s.Name)];

    /// <summary>
    /// ½Σ|part of those who answered − part of the community| over strata, 0…1: a share in which everybody counts alike is at most this far
    /// from the one in which strata count by their sizes.
    /// </summary>
    public double Unevenness
    {
        get
        {
            if (frame.Strata.Count == 0 || People == 0)
                return 0;
            int[] heard = [.. Enumerable.Range(0, people.Length).Where(h => people[h] > 0)];
            var all = heard.Sum(h => frame.Strata[h].People);
            return heard.Sum(h => Math.Abs(people[h] / (double)People - frame.Strata[h].People / all)) / 2;
        }
    }

    /// <summary>The sentence about precision that stands beside the figures.</summary>
    /// <param name="areTrue">True figures, in which strata can count by their sizes.</param>
    public string Precision(bool areTrue)
    {
        if (!areTrue)
            return SafePrecision(KnownLanguages.English);
        if (frame.IsMixed)
            return KnownLanguages.English.Precision.Mixed;
        if (IsUntried)
            return frame.Kind.PrecisionSentence();
        if (Faults is { Count: > 0 } faults)
            return NoneBecause(faults);
        List<string> said = [frame.Kind.PrecisionSentence()];
        if (frame.StrataQuestion is not null)
            said.Add(
                "Ranges, and the ranks that needs can have, are of the community, in which each stratum counts by its size. Shares, means "
                    + "and scores are of those who answered, who all count alike."
            );
        if (Clustered)
            said.Add(KnownLanguages.English.Precision.WithClusters);
        if (Silent is { Count: > 0 } silent)
            said.Add($"Nobody answered from {string.Join(", ", silent)}: the ranges say nothing about people there.");
        if (Outside > 0)
            said.Add(string.Create(CultureInfo.InvariantCulture, $"{Outside:N0} who did not say their stratum are left out of them."));
        return string.Join(" ", said);
    }

    /// <summary>
    /// The same beside safe figures, in a reader's language: nothing in it tells how many answered from a stratum. What is wrong with the
    /// design itself is told with its names in English, the organisers' language, and by its kind in others.
    /// </summary>
    public string SafePrecision(Language spoken)
    {
        var words = spoken.Precision;
        if (frame.IsMixed)
            return spoken.Precision.Mixed;
        if (IsUntried)
            return frame.Kind.PrecisionSentence(spoken);
        if (frame.Faults.Count > 0)
            return spoken == KnownLanguages.English ? NoneBecause(frame.Faults) : NoneBecause(frame.Faults, words);
        // One reason for all strata of few people, whatever else is wrong with them.
        if (HasSmallStratum)
            return $"{words.None} {words.FewInStrata}";
        if (Faults.Count > 0)
            return $"{words.None} {words.DoesNotFit}";
        if (frame.StrataQuestion is not null && Unevenness > MostUneven)
            return $"{words.None} {words.Unevenly}";
        return string.Join(
            " ",
            [
                frame.Kind.PrecisionSentence(spoken),
                .. frame.StrataQuestion is not null ? [words.WithStrata] : Array.Empty<string>(),
                .. Clustered ? [words.WithClusters] : Array.Empty<string>(),
            ]
        );
    }

    // Before anybody has answered, nothing can speak against a design.
    private bool IsUntried => (!frame.Kind.AllowsIntervals() || People + Outside == 0) && frame.Faults.Count == 0;

    private static string NoneBecause(IReadOnlyList<SamplePlanFault> faults) =>
        KnownLanguages.English.Precision.None + " " + string.Join(" ", faults.Select(fault => fault.Message));

    // Only what is found without looking at the answers.
    private static string NoneBecause(IReadOnlyList<SamplePlanFault> faults, PrecisionWords words) =>
        words.None
        + " "
        + string.Join(
            " ",
            faults
                .Select(fault =>
                    fault.Kind switch
                    {
                        SamplePlanFaultKind.StrataWithoutPopulation => words.NoSizes,
                        SamplePlanFaultKind.SeveralDraws => words.SeveralDraws,
                        SamplePlanFaultKind.NothingDrawn => words.OptIn,
                        _ => words.NoQuestion,
                    }
                )
                .Distinct()
        );

    private static (int Stratum, string Cluster) Key(int stratum, string? cluster) => (stratum, cluster?.Trim().ToUpperInvariant() ?? "");

    private int? StratumAt(string? stratum) =>
        frame.StrataQuestion is null ? 0
        : stratum is not null && strata.TryGetValue(stratum, out var h) ? h
        : null;

    /// <summary>The same draw person by person.</summary>
    /// <param name="rows">The row of everybody who is in one, all of them.</param>
    /// <returns>Null where the draw is impossible.</returns>
    internal SamplePlan? Plan(IReadOnlyList<int> rows)
    {
        if (Faults.Count > 0)
            return null;
        var isStratified = frame.Strata.Count > 0;
        // How many clusters a stratum has is not known, so with clusters its size is in the weights alone.
        var strata = isStratified
            ? new SampleStrata(
                [.. frame.Strata.Select(stratum => stratum.Name)],
                [.. rows.Select(StratumOf)],
                Clustered ? null : [.. frame.Strata.Select(stratum => stratum.People)]
            )
            : null;
        var plan = SamplePlan.Of(
            rows.Count,
            isStratified && Clustered ? [.. rows.Select(row => Weight(StratumOf(row)))] : null,
            strata,
            Clustered ? rows : null,
            frame.IsPlain ? frame.Population : null
        );
        return (plan as SamplePlanResult.Planned)?.Plan;
    }

    internal int StratumOf(int row) => stratumOf[row];

    internal int Strata => people.Length;

    internal int[] UnitsIn
    {
        get
        {
            if (!Clustered)
                return people;
            var units = new int[people.Length];
            foreach (var h in stratumOf)
                units[h]++;
            return units;
        }
    }

    internal double Weight(int stratum) => frame.Strata.Count == 0 ? 1 : frame.Strata[stratum].People / people[stratum];
}

/// <summary>What was counted of one answer.</summary>
/// <param name="Answered">By row of <see cref="SampleUnits"/>: people who gave any answer; rows that came later may be left out.</param>
/// <param name="Yes">By row: those of them counted.</param>
/// <param name="Missing">People who were asked and gave no answer; where everybody was drawn alike they are left out of the draw.</param>
public sealed record UnitCounts(IReadOnlyList<int> Answered, IReadOnlyList<int> Yes, int Missing = 0);
