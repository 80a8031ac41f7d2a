using System.Numerics;

namespace NeedsSurvey.Domain.Tests.Results;

/// <summary>What the attacker makes of a count that is below k in truth.</summary>
/// <param name="True">The truth, which the attacker does not know.</param>
/// <param name="Low">Least value that contradicts nothing.</param>
/// <param name="High">Greatest such value.</param>
/// <param name="Likely">The likeliest value from 1 to k−1.</param>
/// <param name="Probability">How likely that one is.</param>
internal sealed record Guess(string Name, int True, int Low, int High, int Likely, double Probability)
{
    public bool IsPinned => Low == High;
}

/// <summary>
/// A reader who has fetched everything and knows the rule, the law, exact numbers of responses and every logical relation between counts
/// (parts of a whole, follow-ups, exactly-n, places of a ranking, earlier drawings). Works in two steps. First intervals: every count lies
/// in what is shown for it, and every relation narrows its counts until nothing changes: what is left with one value is pinned. Then
/// likelihood: beforehand every count is uniform over the whole numbers of its interval, zero included; what is shown of it enters with the
/// law's own probabilities, and the relations join all counts. Cells inside breakdowns for which no number is shown are flat instead,
/// except as targets: uniform priors on the many cells that a count is the sum of would together say that it is large, which nobody who
/// looks at the data believes. Solved by expectation propagation (Minka 2001): each count's own term is exact over whole numbers, only the
/// rest of the system is seen as normal. Held against enumeration in AttackerTests.
/// </summary>
internal sealed class Attacker(int k)
{
    /// <summary>Rounds of propagation; 0 leaves it at intervals, every value of an interval alike.</summary>
    public int Rounds { get; init; } = 30;

    private const double Least = .08;

    private readonly List<Unknown> counts = [];
    private readonly List<(int[] Counts, int[] Times)> relations = [];

    /// <summary>A count that exists, shown or not.</summary>
    /// <param name="isSecret">Whether it may not be told when it is below k; false for random draws of the door itself.</param>
    /// <param name="isInner">A cell inside a breakdown; see the class.</param>
    public int Count(string name, int truth, int most, bool isSecret = true, bool isInner = false)
    {
        counts.Add(new(name, truth, most, isSecret, isInner));
        return counts.Count - 1;
    }

    public void Between(int count, int low, int high)
    {
        counts[count].Low = Math.Max(counts[count].Low, low);
        counts[count].High = Math.Min(counts[count].High, high);
    }

    /// <summary>The true number, shown as it is.</summary>
    public void Look(int count, int shown) => Between(count, shown, shown);

    /// <summary>Something shown: how likely it is for each true number.</summary>
    /// <param name="isNumber">A number, not words.</param>
    public void Look(int count, Func<int, double> likelihood, bool isNumber = true) => counts[count].Add(likelihood, isNumber);

    /// <summary>whole = Σ parts · times.</summary>
    public void Relate(int whole, IEnumerable<int> parts, int times = 1)
    {
        int[] all = [whole, .. parts];
        relations.Add((all, [times, .. Enumerable.Repeat(-1, all.Length - 1)]));
    }

    /// <summary>What is made of each count that is 1…k−1 in truth.</summary>
    public IReadOnlyList<Guess> Guesses()
    {
        Narrow();
        foreach (var c in counts)
        {
            if (c.Low > c.True || c.High < c.True)
                throw new InvalidOperationException($"Told something untrue about {c.Name}: {c.Low}–{c.High}, in truth {c.True}.");
            c.Weigh();
        }
        Propagate();
        return
        [
            .. counts
                .Where(c => c.IsSecret && c.True >= 1 && c.True < k)
                .Select(c =>
                {
                    var p = c.Posterior(c.Cavity);
                    var people = Enumerable.Range(c.Low, p.Length).Where(x => x >= 1 && x < k);
                    var likely = people.DefaultIfEmpty(-1).MaxBy(x => x < 0 ? 0 : p[x - c.Low]);
                    return new Guess(c.Name, c.True, c.Low, c.High, likely, likely < 0 ? 0 : p[likely - c.Low]);
                }),
        ];
    }

    private void Propagate()
    {
        const double Damping = .35;
        for (var round = 0; round < Rounds; round++)
        {
            var (mean, variance) = Solve();
            for (var i = 0; i < counts.Count; i++)
            {
                var c = counts[i];
                if (c.IsFlat && round < Rounds - 1)
                    continue;
                var precision = (1 / variance[i]) - c.Site.Precision;
                c.Cavity = precision > 1e-9 ? (((mean[i] / variance[i]) - c.Site.Shift) / precision, precision) : (0, 0);
                if (c.IsFlat)
                    continue;
                var p = c.Posterior(c.Cavity);
                double m = 0,
                    v = 0;
                for (var x = 0; x < p.Length; x++)
                    m += p[x] * (c.Low + x);
                for (var x = 0; x < p.Length; x++)
                    v += p[x] * (c.Low + x - m) * (c.Low + x - m);
                v = Math.Max(v, Least);
                var site = Math.Clamp((1 / v) - c.Cavity.Precision, 1e-7, 1 / Least);
                var shift = (m * (site + c.Cavity.Precision)) - (c.Cavity.Mean * c.Cavity.Precision);
                c.Site = (c.Site.Precision + (Damping * (site - c.Site.Precision)), c.Site.Shift + (Damping * (shift - c.Site.Shift)));
            }
        }
    }

    private void Narrow()
    {
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var (of, times) in relations)
            {
                long low = 0,
                    high = 0;
                for (var i = 0; i < of.Length; i++)
                {
                    var c = counts[of[i]];
                    low += times[i] * (times[i] > 0 ? c.Low : c.High);
                    high += times[i] * (times[i] > 0 ? c.High : c.Low);
                }
                for (var i = 0; i < of.Length; i++)
                {
                    var c = counts[of[i]];
                    var t = times[i];
                    var restLow = low - (t * (t > 0 ? c.Low : c.High));
                    var restHigh = high - (t * (t > 0 ? c.High : c.Low));
                    // t·x = −rest
                    double a = -restHigh / (double)t,
                        b = -restLow / (double)t;
                    var (least, most) = ((int)Math.Ceiling(Math.Min(a, b)), (int)Math.Floor(Math.Max(a, b)));
                    if (least <= c.Low && most >= c.High)
                        continue;
                    changed = true;
                    var (oldLow, oldHigh) = (c.Low, c.High);
                    (c.Low, c.High) = (Math.Max(c.Low, least), Math.Min(c.High, most));
                    low += t > 0 ? t * (c.Low - oldLow) : t * (c.High - oldHigh);
                    high += t > 0 ? t * (c.High - oldHigh) : t * (c.Low - oldLow);
                }
            }
        }
    }

    // Normal equations by Cholesky; a relation is a look of (almost) no variance at a sum.
    private (double[] Mean, double[] Variance) Solve()
    {
        const double Tight = 1e5;
        var n = counts.Count;
        var a = new double[n][];
        var mean = new double[n];
        for (var i = 0; i < n; i++)
        {
            a[i] = new double[i + 1];
            a[i][i] = counts[i].Site.Precision;
            mean[i] = counts[i].Site.Shift;
        }
        foreach (var (of, times) in relations)
            for (var i = 0; i < of.Length; i++)
            for (var j = 0; j < of.Length; j++)
                if (of[j] <= of[i])
                    a[of[i]][of[j]] += Tight * times[i] * times[j];
        var first = new int[n];
        for (var i = 0; i < n; i++)
        {
            first[i] = Array.FindIndex(a[i], x => x != 0);
            for (var j = first[i]; j <= i; j++)
            {
                var from = Math.Max(first[i], first[j]);
                var dot = a[i][j] - Dot(a[i], a[j], from, j);
                a[i][j] = i == j ? Math.Sqrt(Math.Max(dot, 1e-12)) : dot / a[j][j];
            }
        }
        for (var i = 0; i < n; i++)
            mean[i] = (mean[i] - Dot(a[i], mean, first[i], i)) / a[i][i];
        for (var i = n - 1; i >= 0; i--)
        {
            mean[i] /= a[i][i];
            for (var t = first[i]; t < i; t++)
                mean[t] -= a[i][t] * mean[i];
        }
        var variance = new double[n];
        var unit = new double[n];
        for (var of = 0; of < n; of++)
        {
            Array.Clear(unit);
            unit[of] = 1 / a[of][of];
            var sum = unit[of] * unit[of];
            for (var i = of + 1; i < n; i++)
            {
                unit[i] = -Dot(a[i], unit, Math.Max(first[i], of), i) / a[i][i];
                sum += unit[i] * unit[i];
            }
            variance[of] = sum;
        }
        return (mean, variance);
    }

    private static double Dot(double[] a, double[] b, int from, int to)
    {
        var sum = Vector<double>.Zero;
        var t = from;
        for (; t <= to - Vector<double>.Count; t += Vector<double>.Count)
            sum += new Vector<double>(a, t) * new Vector<double>(b, t);
        var dot = Vector.Sum(sum);
        for (; t < to; t++)
            dot += a[t] * b[t];
        return dot;
    }

    private sealed class Unknown(string name, int truth, int most, bool isSecret, bool isInner)
    {
        private readonly List<Func<int, double>> looks = [];
        private double[] own = [];
        private bool hasNumber;

        public string Name { get; } = name;
        public int True { get; } = truth;
        public bool IsSecret { get; } = isSecret;
        public int Low { get; set; }
        public int High { get; set; } = most;

        /// <summary>Nothing is believed of it beforehand but for its own guess.</summary>
        public bool IsFlat => isInner && !hasNumber && High > Low;

        /// <summary>Its own term as a normal one: precision, and precision times mean.</summary>
        public (double Precision, double Shift) Site { get; set; }

        /// <summary>What all others say of it.</summary>
        public (double Mean, double Precision) Cavity { get; set; }

        public void Add(Func<int, double> look, bool isNumber)
        {
            looks.Add(look);
            hasNumber |= isNumber;
        }

        public void Weigh()
        {
            own = [.. Enumerable.Range(Low, High - Low + 1).Select(x => looks.Aggregate(1.0, (p, look) => p * look(x)))];
            var precision = 1 / Math.Max(Least, (Math.Pow(High - Low + 1, 2) - 1) / 12);
            if (IsFlat)
                precision = 1e-6;
            Site = (precision, precision * (Low + High) / 2.0);
        }

        public double[] Posterior((double Mean, double Precision) others)
        {
            var p = new double[own.Length];
            var most = double.NegativeInfinity;
            for (var i = 0; i < p.Length; i++)
            {
                p[i] = Math.Log(own[i]) - (.5 * others.Precision * (Low + i - others.Mean) * (Low + i - others.Mean));
                most = Math.Max(most, p[i]);
            }
            double sum = 0;
            for (var i = 0; i < p.Length; i++)
                sum += p[i] = Math.Exp(p[i] - most);
            for (var i = 0; i < p.Length; i++)
                p[i] /= sum;
            return p;
        }
    }
}
