// Counting one question over all responses in one pass, by group, in memory that does not grow with the responses. It counts and hides nothing:
// what may be shown of the counts is decided by QuestionResult, in one place.

using System.Buffers.Text;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>What people did with a question: the four states.</summary>
/// <param name="Answered">Gave an answer; the base of every share.</param>
/// <param name="Skipped">Saw it and left it.</param>
/// <param name="NotAsked">Never saw it.</param>
/// <param name="Declined">"Prefer not to say".</param>
public readonly record struct AskedCounts(int Answered, int Skipped, int NotAsked, int Declined);

/// <summary>The counts of one question, a row of counts for each group. Groups are numbered from 0.</summary>
public abstract class QuestionTally
{
    private readonly int[,] states;

    /// <param name="block">Which question, over the versions in which it had this type.</param>
    /// <param name="groups">How many groups; 1 where nobody is told apart.</param>
    protected QuestionTally(AnswerBlock block, int groups) => (Block, Groups, states) = (block, groups, new int[groups, 4]);

    /// <summary>The question.</summary>
    public AnswerBlock Block { get; }

    /// <summary>How many groups are counted apart.</summary>
    public int Groups { get; }

    /// <summary>A tally that fits the question's type.</summary>
    public static QuestionTally Of(AnswerBlock block, int groups) => block.Item.Item switch
    {
        SelectOneQuestion or SelectMultipleQuestion => new ChoiceTally(block, groups),
        RankQuestion => new RankTally(block, groups),
        IntegerQuestion or DecimalQuestion or RangeQuestion => new NumberTally(block, groups),
        DateQuestion => new YearTally(block, groups),
        NeedGridQuestion => new GridTally(block, groups),
        MatrixQuestion => new MatrixTally(block, groups),
        _ => new StateTally(block, groups),
    };

    /// <summary>What people of a group did with it.</summary>
    public AskedCounts States(int group) => new(states[group, 0], states[group, 1], states[group, 2], states[group, 3]);

    /// <summary>Takes in one response.</summary>
    /// <param name="json">Its stored answers.</param>
    /// <param name="cells">The question's own cells.</param>
    /// <param name="group">The group of the person who answered.</param>
    public void Add(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        var state = StateOf(cells);
        states[group, (int)state]++;
        if (state == AnswerState.Answered) Count(json, cells, group);
    }

    /// <summary>Counts an answer that was given.</summary>
    protected abstract void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group);

    // Answered in any column is answered; else declined in any is declined.
    private static AnswerState StateOf(ReadOnlySpan<Cell> cells)
    {
        var state = AnswerState.NotAsked;
        foreach (var cell in cells)
        {
            if (cell.State == AnswerState.Answered) return AnswerState.Answered;
            if (cell.State == AnswerState.Declined || cell.State == AnswerState.Skipped && state == AnswerState.NotAsked) state = cell.State;
        }
        return state;
    }

    /// <summary>A number as it was stored; null when it is none.</summary>
    protected static double? Number(ReadOnlySpan<byte> json, Cell cell) =>
        cell is { State: AnswerState.Answered, Form: CellForm.Number } && Utf8Parser.TryParse(json.Slice(cell.Start, cell.Length), out double value, out _) ? value : null;
}

/// <summary>Words, calculations: only whether they were given.</summary>
public sealed class StateTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
    }
}

/// <summary>Codes of a choice list by their bytes.</summary>
internal sealed class CodeIndex(AnswerBlock block)
{
    private readonly byte[][] codes = [.. block.Choices.Select(choice => System.Text.Encoding.UTF8.GetBytes(choice.Name))];

    /// <summary>The place of a cell's code among the choices; −1 when the cell holds none.</summary>
    public int Of(ReadOnlySpan<byte> json, Cell cell)
    {
        if (cell is not { State: AnswerState.Answered, Form: CellForm.Code }) return -1;
        var code = json.Slice(cell.Start, cell.Length);
        for (var i = 0; i < codes.Length; i++)
            if (code.SequenceEqual(codes[i])) return i;
        return -1;
    }
}

/// <summary>Select one and select many: people by choice.</summary>
public sealed class ChoiceTally : QuestionTally
{
    private readonly CodeIndex codes;
    private readonly int[] columns;
    private readonly int other = -1;

    public ChoiceTally(AnswerBlock block, int groups) : base(block, groups)
    {
        codes = new(block);
        Counts = [.. Enumerable.Range(0, groups).Select(_ => new int[block.Choices.Count])];
        // Which choice each column of a select-many question is about.
        columns = [.. block.Columns.Select(column => block.Choices.ToList().FindIndex(choice => choice.Name == column.Part))];
        if (block.Item.Item is SelectMultipleQuestion) other = block.Columns.ToList().FindIndex(column => column.Content == ColumnContent.OtherWords);
    }

    /// <summary>Groups × choices, in the order of <see cref="AnswerBlock.Choices"/>.</summary>
    public IReadOnlyList<int[]> Counts { get; }

    /// <summary>Choices exclude each other.</summary>
    public bool OneEach => Block.Item.Item is SelectOneQuestion;

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        if (OneEach)
        {
            if (codes.Of(json, cells[0]) is >= 0 and var choice) Counts[group][choice]++;
            return;
        }
        for (var i = 0; i < cells.Length; i++)
        {
            var picked = i == other ? cells[i].State is AnswerState.Answered or AnswerState.Skipped : cells[i] is { State: AnswerState.Answered, Form: CellForm.Yes };
            if (picked && columns[i] >= 0) Counts[group][columns[i]]++;
        }
    }
}

/// <summary>Ranking: who was put first, who among the first three, and who at each place.</summary>
public sealed class RankTally : QuestionTally
{
    /// <summary>Places that count as "near the top".</summary>
    public const int Top = 3;

    private readonly CodeIndex codes;

    public RankTally(AnswerBlock block, int groups) : base(block, groups)
    {
        codes = new(block);
        Places = [.. Enumerable.Range(0, groups).Select(_ => (int[][])[.. block.Choices.Select(_ => new int[block.Columns.Count])])];
    }

    /// <summary>Groups × choices × places: people who gave the choice this place.</summary>
    public IReadOnlyList<int[][]> Places { get; }
    /// <summary>Groups × choices: people who put it first.</summary>
    public IReadOnlyList<int[]> First => Within(1);
    /// <summary>Groups × choices: people who put it among the first three.</summary>
    public IReadOnlyList<int[]> InTop => Within(Top);

    private IReadOnlyList<int[]> Within(int places) => [.. Places.Select(group => (int[])[.. group.Select(choice => choice.Take(places).Sum())])];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        for (var place = 0; place < cells.Length; place++)
            if (codes.Of(json, cells[place]) is >= 0 and var choice) Places[group][choice][place]++;
    }
}

/// <summary>Numbers, by value. So many different ones are kept exactly; beyond that, values are kept to three digits.</summary>
public sealed class NumberTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    private const int MostKept = 20_000;
    private readonly SortedDictionary<double, int>[] values = [.. Enumerable.Range(0, groups).Select(_ => new SortedDictionary<double, int>())];

    /// <summary>A group's values, ascending, each with its number of people.</summary>
    public IReadOnlyDictionary<double, int> Values(int group) => values[group];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        if (Number(json, cells[0]) is not { } value) return;
        var kept = values[group];
        if (kept.Count >= MostKept && !kept.ContainsKey(value)) value = Rounded(value);
        kept[value] = kept.GetValueOrDefault(value) + 1;
    }

    private static double Rounded(double value)
    {
        if (value == 0) return 0;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return Math.Round(value / scale) * scale;
    }
}

/// <summary>Days, by year.</summary>
public sealed class YearTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    private readonly SortedDictionary<int, int>[] years = [.. Enumerable.Range(0, groups).Select(_ => new SortedDictionary<int, int>())];

    /// <summary>A group's years, ascending, each with its number of people.</summary>
    public IReadOnlyDictionary<int, int> Years(int group) => years[group];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        if (Utf8Parser.TryParse(json.Slice(cells[0].Start, Math.Min(4, cells[0].Length)), out int year, out _))
            years[group][year] = years[group].GetValueOrDefault(year) + 1;
    }
}

/// <summary>Need grids: sums of importance and satisfaction by row.</summary>
public sealed class GridTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    private readonly (double Sum, int N)[,] ratings = new (double, int)[groups, block.Columns.Count];

    /// <summary>Sum and number of ratings in a column of the grid.</summary>
    public (double Sum, int N) Ratings(int group, int column) => ratings[group, column];

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        for (var i = 0; i < cells.Length; i++)
            if (Number(json, cells[i]) is { } value) ratings[group, i] = (ratings[group, i].Sum + value, ratings[group, i].N + 1);
    }
}

/// <summary>Matrices: people by choice, for each row.</summary>
public sealed class MatrixTally : QuestionTally
{
    private readonly CodeIndex codes;

    public MatrixTally(AnswerBlock block, int groups) : base(block, groups)
    {
        codes = new(block);
        Counts = [.. block.Columns.Select(_ => (IReadOnlyList<int[]>)[.. Enumerable.Range(0, groups).Select(_ => new int[block.Choices.Count])])];
    }

    /// <summary>Rows × groups × choices.</summary>
    public IReadOnlyList<IReadOnlyList<int[]>> Counts { get; }

    protected override void Count(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, int group)
    {
        for (var row = 0; row < cells.Length; row++)
            if (codes.Of(json, cells[row]) is >= 0 and var choice) Counts[row][group][choice]++;
    }
}
