// Shares, means and differences from safe counts. Everything here is worked out from what is shown (numbers, "fewer
// than k", "all but fewer than k") and from nothing else, so it tells nothing that the shown counts do not tell; and it says how much the
// noise does to it.

namespace NeedsSurvey.Domain.Results;

/// <summary>A share of a base.</summary>
/// <param name="Value">0…1; null where the count is told in words.</param>
/// <param name="AtLeast">What the words allow at least; the value itself where there is one.</param>
/// <param name="AtMost">What they allow at most.</param>
/// <param name="NoiseError">Standard error that the noise alone adds, 0…1; 0 without a value. Sampling error comes on top: √(a² +
/// b²).</param>
public sealed record ShownShare(double? Value, double AtLeast, double AtMost, double NoiseError);

/// <summary>A mean over people.</summary>
/// <param name="Value">With people of hidden counts in their likeliest number; in the units of the values.</param>
/// <param name="Low">If the hidden people were fewest where values are high and most where they are low.</param>
/// <param name="High">The other way round; equal to the value where nothing is hidden.</param>
/// <param name="NoiseError">Standard error that the noise alone adds.</param>
/// <param name="N">Safe number of people behind it.</param>
public sealed record ShownMean(double Value, double Low, double High, double NoiseError, int N)
{
    /// <summary>
    /// Where the true mean is in 95 of 100 cases: from the lowest to the highest with 1.96 standard errors of the noise, that of the hidden
    /// people's number included, and not beyond the values.
    /// </summary>
    public required Interval Range { get; init; }

    /// <summary>Standard error of all that protection does: noise, and what hidden counts leave open as if all were as likely.</summary>
    public double Protection => Math.Sqrt(NoiseError * NoiseError + (High - Low) * (High - Low) / 12);
}

/// <summary>A two-way table: rows are bases of their own, null where a group is too small.</summary>
/// <param name="Rows">Groups, each with its safe number.</param>
/// <param name="Cells">Rows × columns; empty for a row without base.</param>
public sealed record CountTable(IReadOnlyList<CountBase?> Rows, IReadOnlyList<IReadOnlyList<ShownCount>> Cells)
{
    /// <param name="rows">Everybody of each row who gave an answer to the column question.</param>
    /// <param name="cells">Rows × columns.</param>
    public static CountTable Of(Drawing drawing, ReadOnlySpan<RecordCounter> rows, RecordTally cells)
    {
        var bases = new CountBase?[rows.Length];
        var counts = new IReadOnlyList<ShownCount>[rows.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            bases[row] = drawing.Base(rows[row]);
            counts[row] = bases[row]?.Parts(cells.Row(row)) ?? [];
        }
        return new(bases, counts);
    }
}

/// <summary>Figures from safe counts.</summary>
public static class ShownFigures
{
    /// <summary>The share of a base that a part is. Noise: √(v(1 + p²))/n by the delta method, the noise of part and base being
    /// unrelated.</summary>
    public static ShownShare Share(ShownCount part, CountBase of)
    {
        double n = of.N,
            few = Math.Min(1, (part.Threshold - 1) / n);
        if (part.Shown is not { } count)
            return part.Kind == ShownCountKind.Few ? new(null, 0, few, 0) : new(null, 1 - few, 1, 0);
        var share = Math.Min(1, count / n);
        return new(share, share, share, Math.Sqrt(of.Rule.NoiseVariance * (1 + (share * share))) / n);
    }

    /// <summary>Two counts against each other, null unless both have numbers, with the standard error of the noise.</summary>
    public static (double Value, double NoiseError)? Ratio(ShownCount part, ShownCount whole, SafeRule rule)
    {
        if (part.Shown is not { } a || whole.Shown is not { } b)
            return null;
        var ratio = (double)a / b;
        return (ratio, Math.Sqrt(rule.NoiseVariance * (1 + (ratio * ratio))) / b);
    }

    /// <summary>
    /// A mean from the frequency table of a question (a scale, places of a ranking, the terms of a ranking method).
    /// Hidden counts share what the shown numbers leave of the base, at most k−1 each. Noise: √(v·Σ(x − mean)²)/n over the cells with
    /// numbers.
    /// </summary>
    /// <param name="cells">Safe counts of answers that exclude each other.</param>
    /// <param name="values">What each cell counts, in the same order.</param>
    /// <returns>Null when fewer than half of the people are in cells with a number or nearly all: the mean would be made of
    /// guesses.</returns>
    public static ShownMean? Mean(IReadOnlyList<ShownCount> cells, IReadOnlyList<double> values, CountBase of) =>
        Mean([new FrequencyTable(cells, values, of)]);

    /// <summary>The same over several surveys, each with its own table: hidden counts share what their own table leaves.</summary>
    /// <inheritdoc cref="Mean(IReadOnlyList{ShownCount}, IReadOnlyList{double}, CountBase)"/>
    public static ShownMean? Mean(IReadOnlyList<FrequencyTable> tables)
    {
        var n = tables.Sum(table => table.Of.N);
        var known = tables.Sum(table => table.Known);
        if (known == 0 || known < n / 2.0)
            return null;
        var cells = tables.SelectMany(table => table.Filled()).ToList();
        double Sum(Func<FilledCell, double> of) => cells.Sum(of);
        var all = Sum(cell => cell.Weight);
        var mean = Sum(cell => cell.Weight * cell.Value) / all;
        double At(bool high)
        {
            double Weight(FilledCell cell) =>
                !cell.IsFew ? cell.Weight
                : cell.Value > mean == high ? cell.Most
                : 0;
            return Sum(cell => Weight(cell) * cell.Value) / Sum(Weight);
        }
        var (low, high) = cells.Any(cell => cell.IsFew) ? (At(false), At(true)) : (mean, mean);
        double Noise(Func<FilledCell, bool> counts) =>
            Math.Sqrt(tables[0].Of.Rule.NoiseVariance * Sum(cell => counts(cell) ? (cell.Value - mean) * (cell.Value - mean) : 0)) / all;
        var around = ProportionIntervals.Z95 * Noise(_ => true);
        return new(mean, low, high, Noise(cell => cell.IsNumber), n)
        {
            Range = new(Math.Max(cells.Min(cell => cell.Value), low - around), Math.Min(cells.Max(cell => cell.Value), high + around)),
        };
    }
}

/// <summary>How often each value was given, as it may be shown.</summary>
/// <param name="Cells">Safe counts of answers that exclude each other.</param>
/// <param name="Values">What each cell counts, in the same order.</param>
public sealed record FrequencyTable(IReadOnlyList<ShownCount> Cells, IReadOnlyList<double> Values, CountBase Of)
{
    /// <summary>People in cells with a number or nearly all.</summary>
    internal int Known => Cells.Any(c => c.Kind == ShownCountKind.NearlyAll) ? Of.N : Cells.Sum(c => c.Shown ?? 0);

    /// <summary>With hidden people in their likeliest number.</summary>
    internal IEnumerable<FilledCell> Filled()
    {
        if (Cells.Count != Values.Count)
            throw new ArgumentException("One value a cell.", nameof(Values));
        var most = Of.Rule.Threshold - 1;
        var few = Cells.Count(c => c.Kind == ShownCountKind.Few);
        var each =
            few == 0 ? 0
            : Cells.Any(c => c.Kind == ShownCountKind.NearlyAll) ? most / 2.0 / few
            : Math.Clamp((Of.N - (double)Known) / few, 0, most);
        return Cells.Zip(Values, (cell, value) => new FilledCell(
                value,
                cell.Kind switch
                {
                    ShownCountKind.Number => cell.Shown!.Value,
                    ShownCountKind.NearlyAll => Of.N - (few * each),
                    _ => each,
                },
                cell.Kind == ShownCountKind.Few,
                cell.Kind == ShownCountKind.Number,
                most
            ));
    }
}

/// <summary>A cell of a <see cref="FrequencyTable"/>.</summary>
/// <param name="Most">People of a cell told as few, at most.</param>
internal readonly record struct FilledCell(double Value, double Weight, bool IsFew, bool IsNumber, int Most);
