// Why this file exists: an impossible description of a draw must be named with what to do, not turn into a standard error of 0 or NaN.
using System.Globalization;

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
            return Impossible(SamplePlanFaultKind.TooFewPeople, "A standard error needs at least two people who answered.");

        var (unitOf, stratumOf) = Units(people, strata, clusters);
        var unitsIn = new int[strata?.Names.Count ?? 1];
        foreach (var stratum in stratumOf)
            unitsIn[stratum]++;
        var sizes = strata is null
            ? population is { } all
                ? [all]
                : null
            : strata.Population;

        var faults = Faults(strata, unitsIn, sizes, weights is not null, clusters is not null);
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

    private static List<SamplePlanFault> Faults(
        SampleStrata? strata,
        int[] unitsIn,
        IReadOnlyList<double>? sizes,
        bool weighted,
        bool clustered
    )
    {
        var faults = new List<SamplePlanFault>();
        var (unit, units) = clustered ? ("cluster", "clusters") : ("person", "people");
        if (strata is not null && sizes is null && !weighted)
            faults.Add(
                new(
                    SamplePlanFaultKind.StrataWithoutPopulation,
                    null,
                    [],
                    "The strata have no sizes, so how much each counts is unknown: give the number in the community of each, or weights."
                )
            );
        for (var h = 0; h < unitsIn.Length; h++)
        {
            if (unitsIn[h] == 0)
                continue;
            var name = strata?.Names[h];
            var of = name is null ? "The community" : $"The stratum “{name}”";
            var whole = sizes is not null && sizes[h] == unitsIn[h];
            if (sizes is not null && sizes[h] < unitsIn[h])
                faults.Add(
                    new(
                        SamplePlanFaultKind.PopulationTooSmall,
                        name,
                        [],
                        string.Create(CultureInfo.InvariantCulture, $"{of} is said to hold {sizes[h]:0.##}, but ")
                            + $"{unitsIn[h].ToString(CultureInfo.InvariantCulture)} answered. Correct its size."
                    )
                );
            // Whoever is alone in a stratum that was heard in full leaves nothing to estimate, but cannot be told from others by the
            // formula.
            else if (unitsIn[h] == 1 && !whole && strata is null)
                faults.Add(
                    new(
                        SamplePlanFaultKind.OneCluster,
                        null,
                        [],
                        "Everybody who answered is in the same cluster, so nothing shows how clusters differ. "
                            + "Name another question as the cluster, or none."
                    )
                );
            else if (unitsIn[h] == 1 && !whole)
                faults.Add(
                    new(
                        SamplePlanFaultKind.SingleUnitStratum,
                        name,
                        Neighbours(strata!, unitsIn, h),
                        $"Only one {unit} answered from the stratum “{name}”, so nothing shows how its {units} differ. "
                            + "Merge it with the stratum most like it."
                    )
                );
        }
        return faults;
    }

    // The neighbour with fewer units: merging costs least there.
    private static IReadOnlyList<string> Neighbours(SampleStrata strata, int[] unitsIn, int stratum)
    {
        int[] others = [.. new[] { stratum - 1, stratum + 1 }.Where(h => h >= 0 && h < unitsIn.Length && unitsIn[h] > 0)];
        if (others.Length == 0)
            others = [.. Enumerable.Range(0, unitsIn.Length).Where(h => h != stratum && unitsIn[h] > 0)];
        if (others.Length == 0)
            return [];
        var other = others.MinBy(h => unitsIn[h]);
        return [strata.Names[Math.Min(other, stratum)], strata.Names[Math.Max(other, stratum)]];
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

    private static SamplePlanResult.Impossible Impossible(SamplePlanFaultKind kind, string message) => new([new(kind, null, [], message)]);
}
