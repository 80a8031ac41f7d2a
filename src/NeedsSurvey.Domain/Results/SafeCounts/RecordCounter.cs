namespace NeedsSurvey.Domain.Results;

/// <summary>
/// A set of responses being counted: how many, and the sum of their keys modulo 2⁶⁴. Two descriptions of the same set end in the same
/// counter, and so in the same safe count. Two additions a response, nothing allocated. The true number does not leave it except through a
/// <see cref="Drawing"/>.
/// </summary>
public struct RecordCounter : IEquatable<RecordCounter>
{
    private int count;
    private ulong sum;

    /// <param name="count">The true count.</param>
    /// <param name="sum">Sum of the members' keys modulo 2⁶⁴.</param>
    public RecordCounter(int count, ulong sum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        (this.count, this.sum) = (count, sum);
    }

    /// <summary>The set of one response.</summary>
    public RecordCounter(RecordKey key) => (count, sum) = (1, key.Value);

    internal readonly int True => count;

    internal readonly ulong Sum => sum;

    /// <summary>Takes in one response; the same one never twice.</summary>
    public void Add(RecordKey key)
    {
        count++;
        sum = unchecked(sum + key.Value);
    }

    /// <summary>Takes in a set that has no response in common with this one.</summary>
    public void Add(RecordCounter others)
    {
        count += others.count;
        sum = unchecked(sum + others.sum);
    }

    /// <summary>What is left of this set without a part of it.</summary>
    internal readonly RecordCounter Without(RecordCounter part) =>
        part.count > count
            ? throw new ArgumentException("The part holds more responses than the whole.", nameof(part))
            : new(count - part.count, unchecked(sum - part.sum));

    /// <summary>The sum of sets that have no response in common.</summary>
    public static RecordCounter Of(ReadOnlySpan<RecordCounter> apart)
    {
        var all = new RecordCounter();
        foreach (var one in apart)
            all.Add(one);
        return all;
    }

    public readonly bool Equals(RecordCounter other) => (count, sum) == (other.count, other.sum);

    public override readonly bool Equals(object? obj) => obj is RecordCounter other && Equals(other);

    public override readonly int GetHashCode() => HashCode.Combine(count, sum);

    public static bool operator ==(RecordCounter left, RecordCounter right) => left.Equals(right);

    public static bool operator !=(RecordCounter left, RecordCounter right) => !left.Equals(right);

    /// <summary>Says nothing: a true count must not get into a page, a log or an error by being printed.</summary>
    public override readonly string ToString() => "a set of responses";
}

/// <summary>Counters of a table, rows × columns, in one block of memory.</summary>
public sealed class RecordTally
{
    private readonly RecordCounter[] cells;

    /// <param name="rows">Groups; 1 where nobody is told apart.</param>
    /// <param name="columns">Answers.</param>
    public RecordTally(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        (Rows, Columns, cells) = (rows, columns, new RecordCounter[rows * columns]);
    }

    public int Rows { get; }

    public int Columns { get; }

    /// <summary>Counts a response, or several, in a cell.</summary>
    public void Add(int row, int column, RecordCounter people) => cells[(row * Columns) + column].Add(people);

    /// <summary>A row, in place.</summary>
    public ReadOnlySpan<RecordCounter> Row(int row) => cells.AsSpan(row * Columns, Columns);

    public RecordCounter this[int row, int column] => cells[(row * Columns) + column];

    /// <summary>All rows of a column; only where rows exclude each other.</summary>
    public RecordCounter Column(int column)
    {
        var all = new RecordCounter();
        for (var row = 0; row < Rows; row++)
            all.Add(this[row, column]);
        return all;
    }
}
