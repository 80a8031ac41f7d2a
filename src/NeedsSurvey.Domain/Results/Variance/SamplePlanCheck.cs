// An impossible description of a draw must be named with what to do, not turn into a standard error of 0 or NaN.
using System.Globalization;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

internal static class SamplePlanCheck
{
    public static SamplePlanResult Plan(
        int people,
        IReadOnlyList<double>? weights,
        SampleStrata? strata,
        IReadOnlyList<int>? clusters,
        double? population
    )
    {
        Lengths(people, weights, strata, clusters, population);
        if (people < 2)
            return new SamplePlanResult.Impossible([TooFew]);

        var (unitOf, stratumOf) = Units(people, strata, clusters);
        var unitsIn = new int[strata?.Names.Count ?? 1];
        foreach (var stratum in stratumOf)
            unitsIn[stratum]++;
        var sizes = strata is null
            ? population is { } all
                ? [all]
                : null
            : strata.Population;

        List<SamplePlanFault> faults =
        [
            .. strata is not null && sizes is null && weights is null ? [Unsized] : Array.Empty<SamplePlanFault>(),
            .. TooSmall(strata?.Names, unitsIn, sizes),
            .. TooFewUnits(strata?.Names, unitsIn, sizes, clusters is not null),
        ];
        if (faults.Count > 0)
            return new SamplePlanResult.Impossible(faults);

        // Strata nobody answered from hold no unit; they drop out, so that degrees of freedom count those that do.
        int[] heard = [.. Enumerable.Range(0, unitsIn.Length).Where(h => unitsIn[h] > 0)];
        var place = new int[unitsIn.Length];
        for (var h = 0; h < heard.Length; h++)
            place[heard[h]] = h;
        int[] dense = [.. stratumOf.Select(h => place[h])];
        int[] units = [.. heard.Select(h => unitsIn[h])];
        double[] drawn = [.. heard.Select(h => sizes is null ? 0 : unitsIn[h] / sizes[h])];
        double[] own = weights is not null ? [.. weights] : [.. unitOf.Select(unit => sizes is null ? 1 : 1 / drawn[dense[unit]])];
        return new SamplePlanResult.Planned(new(own, unitOf, dense, units, drawn, clusters is not null, sizes?.Sum(), null));
    }

    internal static readonly SamplePlanFault TooFew = new(
        SamplePlanFaultKind.TooFewPeople,
        null,
        [],
        "A margin of error needs at least two people who answered."
    );

    private static readonly SamplePlanFault Unsized = new(
        SamplePlanFaultKind.StrataWithoutPopulation,
        null,
        [],
        "The strata have no sizes, so how much each counts is unknown: give the number in the community of each, or weights."
    );

    /// <summary>More answered than the community, or a stratum of it, is said to hold.</summary>
    internal static IEnumerable<SamplePlanFault> TooSmall(IReadOnlyList<string>? names, int[] answered, IReadOnlyList<double>? sizes)
    {
        for (var h = 0; h < answered.Length && sizes is not null; h++)
            if (answered[h] > sizes[h])
                yield return new(
                    SamplePlanFaultKind.PopulationTooSmall,
                    names?[h],
                    [],
                    (names is null ? "The community" : $"The stratum “{names[h]}”")
                        + string.Create(CultureInfo.InvariantCulture, $" is said to hold {sizes[h]:0.##}, but {answered[h]} answered. ")
                        + "Correct its size."
                );
    }

    /// <summary>Units that are alone: nothing shows how they differ from others.</summary>
    internal static IEnumerable<SamplePlanFault> TooFewUnits(
        IReadOnlyList<string>? names,
        int[] unitsIn,
        IReadOnlyList<double>? sizes,
        bool clustered
    )
    {
        var (unit, units) = clustered ? ("cluster", "clusters") : ("person", "people");
        for (var h = 0; h < unitsIn.Length; h++)
        {
            // Whoever is alone in a stratum that was heard in full leaves nothing to estimate; one that is too small is named already.
            if (unitsIn[h] != 1 || sizes is not null && sizes[h] <= 1)
                continue;
            if (names is null)
                yield return new(
                    SamplePlanFaultKind.OneCluster,
                    null,
                    [],
                    "Everybody who answered is in the same cluster, so nothing shows how clusters differ. "
                        + "Name another question as the cluster, or none."
                );
            else
                yield return new(
                    SamplePlanFaultKind.SingleUnitStratum,
                    names[h],
                    Neighbours(names, unitsIn, h),
                    $"Only one {unit} answered from the stratum “{names[h]}”, so nothing shows how its {units} differ. "
                        + "Merge it with the stratum most like it."
                );
        }
    }

    // The neighbour with fewer units: merging costs least there.
    private static IReadOnlyList<string> Neighbours(IReadOnlyList<string> names, int[] unitsIn, int stratum)
    {
        int[] others = [.. new[] { stratum - 1, stratum + 1 }.Where(h => h >= 0 && h < unitsIn.Length && unitsIn[h] > 0)];
        if (others.Length == 0)
            others = [.. Enumerable.Range(0, unitsIn.Length).Where(h => h != stratum && unitsIn[h] > 0)];
        if (others.Length == 0)
            return [];
        var other = others.MinBy(h => unitsIn[h]);
        return [names[Math.Min(other, stratum)], names[Math.Max(other, stratum)]];
    }

    // Units numbered in order of first appearance.
    private static (int[] UnitOf, int[] StratumOf) Units(int people, SampleStrata? strata, IReadOnlyList<int>? clusters)
    {
        var unitOf = new int[people];
        var stratumOf = new List<int>();
        var known = new Dictionary<(int Stratum, int Cluster), int>();
        for (var r = 0; r < people; r++)
        {
            var stratum = strata?.Membership[r] ?? 0;
            var key = (stratum, clusters?[r] ?? r);
            if (!known.TryGetValue(key, out unitOf[r]))
            {
                known[key] = unitOf[r] = stratumOf.Count;
                stratumOf.Add(stratum);
            }
        }
        return (unitOf, [.. stratumOf]);
    }

    private static void Lengths(
        int people,
        IReadOnlyList<double>? weights,
        SampleStrata? strata,
        IReadOnlyList<int>? clusters,
        double? population
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        if (weights is not null && weights.Count != people)
            throw new ArgumentException("One weight a respondent.", nameof(weights));
        if (weights is not null && (weights.Any(w => !(w >= 0) || double.IsInfinity(w)) || people > 0 && weights.All(w => w == 0)))
            throw new ArgumentException("A weight is a number from 0 up, and not all are 0.", nameof(weights));
        if (clusters is not null && clusters.Count != people)
            throw new ArgumentException("One cluster a respondent.", nameof(clusters));
        if (strata is null)
            return;
        if (population is not null)
            throw new ArgumentException("With strata, the community's size is given by stratum.", nameof(population));
        if (strata.Membership.Count != people)
            throw new ArgumentException("One stratum a respondent.", nameof(strata));
        if (strata.Membership.Any(h => h < 0 || h >= strata.Names.Count))
            throw new ArgumentException("A stratum outside the names.", nameof(strata));
        if (
            strata.Population is { } sizes
            && (sizes.Count != strata.Names.Count || sizes.Any(size => !(size >= 0) || double.IsInfinity(size)))
        )
            throw new ArgumentException("One number from 0 up a stratum.", nameof(strata));
    }
}
