// Counting one question over all responses in one pass, by group, in memory that does not grow with the responses. It counts and hides
// nothing: what may be shown of the counts is decided by ResultRules, in one place.

using System.Buffers.Text;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>The counts of one question, a row of counts for each group. Groups are numbered from 0.</summary>
public abstract class QuestionTally
{
    private readonly RecordTally states;

    /// <param name="block">Which question, over the versions in which it had this type.</param>
    /// <param name="groups">How many groups; 1 where nobody is told apart.</param>
    protected QuestionTally(AnswerBlock block, int groups) =>
        (Block, Groups, states) = (block, groups, new(groups, Enum.GetValues<AnswerState>().Length));

    /// <summary>The question.</summary>
    public AnswerBlock Block { get; }

    /// <summary>How many groups are counted apart.</summary>
    public int Groups { get; }

    /// <summary>A tally that fits the question's type.</summary>
    /// <param name="versions">The survey's versions; null where there is only one.</param>
    public static QuestionTally Of(AnswerBlock block, int groups, IReadOnlyList<(int Version, CompiledSurvey Survey)>? versions = null) =>
        (block.Item.Item as Question)?.Tally switch
        {
            null or TallyKind.Given => new StateTally(block, groups),
            TallyKind.OneChoice => new ChoiceTally(block, groups, oneEach: true, new(block, versions ?? [])),
            TallyKind.SeveralChoices => new ChoiceTally(block, groups, oneEach: false, new(block, versions ?? [])),
            TallyKind.Places => new RankTally(block, groups, new(block, versions ?? [])),
            TallyKind.Numbers => new NumberTally(block, groups, new(block, versions ?? [])),
            TallyKind.Years => new PeriodTally(block, groups, digits: 4),
            TallyKind.Hours => new PeriodTally(block, groups, digits: 2),
            TallyKind.Ratings => new GridTally(block, groups, new(block, versions ?? [])),
            TallyKind.Rows => new MatrixTally(block, groups),
            TallyKind.Ends => new BestWorstTally(block, groups, new(block, versions ?? [])),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// A second tally of the question, by the units that were drawn. Null where the counts of everybody are enough for its intervals, where
    /// no interval can be given, for types that show none, and for the strata question itself: the community's shares of it are what was
    /// said, and were drawn from, not estimated.
    /// </summary>
    /// <param name="units">The draw.</param>
    /// <param name="versions">As the tally itself was given them.</param>
    public QuestionTally? ByUnit(SampleUnits units, IReadOnlyList<(int Version, CompiledSurvey Survey)>? versions = null) =>
        this is ChoiceTally or NumberTally or PeriodTally or MatrixTally && units.CountApart && Block.Question != units.Frame.StrataQuestion
            ? Of(Block, units.Count, versions)
            : null;

    /// <summary>Those of a group who did this with the question.</summary>
    public RecordCounter State(int group, AnswerState state) => states[group, (int)state];

    /// <summary>Everybody of a group.</summary>
    public RecordCounter Everybody(int group) => RecordCounter.Of(states.Row(group));

    /// <summary>Takes in one response, or several with the same answer.</summary>
    /// <param name="answer">What it holds.</param>
    /// <param name="group">The group of the person who answered.</param>
    /// <param name="people">Whose it is.</param>
    public void Add(in GivenAnswer answer, int group, RecordCounter people)
    {
        var state = StateOf(answer.Cells);
        states.Add(group, (int)state, people);
        if (state == AnswerState.Answered)
            Count(answer, group, people);
    }

    /// <summary>Counts an answer that was given.</summary>
    protected abstract void Count(in GivenAnswer answer, int group, RecordCounter people);

    // Answered in any column is answered; else declined in any is declined, and else not known in any is not known.
    private static AnswerState StateOf(ReadOnlySpan<Cell> cells)
    {
        var state = AnswerState.NotAsked;
        foreach (var cell in cells)
        {
            if (cell.State == AnswerState.Answered)
                return AnswerState.Answered;
            if (Weight(cell.State) > Weight(state))
                state = cell.State;
        }
        return state;

        static int Weight(AnswerState of) =>
            of switch
            {
                AnswerState.NotAsked => 0,
                AnswerState.Skipped => 1,
                AnswerState.Unknown => 2,
                _ => 3,
            };
    }

    /// <summary>A number as it was stored; null when it is none.</summary>
    protected static double? Number(ReadOnlySpan<byte> json, Cell cell) =>
        cell is { State: AnswerState.Answered, Form: CellForm.Number }
        && Utf8Parser.TryParse(json.Slice(cell.Start, cell.Length), out double value, out _)
            ? value
            : null;
}

/// <summary>Words, calculations: only whether they were given.</summary>
public sealed class StateTally(AnswerBlock block, int groups) : QuestionTally(block, groups)
{
    protected override void Count(in GivenAnswer answer, int group, RecordCounter people) { }
}

/// <summary>Codes of a choice list by their bytes.</summary>
internal sealed class CodeIndex(AnswerBlock block)
{
    private readonly byte[][] codes = [.. block.Choices.Select(choice => System.Text.Encoding.UTF8.GetBytes(choice.Name))];

    /// <summary>The place of a cell's code among the choices; −1 when the cell holds none.</summary>
    public int Of(ReadOnlySpan<byte> json, Cell cell)
    {
        if (cell is not { State: AnswerState.Answered, Form: CellForm.Code })
            return -1;
        var code = json.Slice(cell.Start, cell.Length);
        for (var i = 0; i < codes.Length; i++)
            if (code.SequenceEqual(codes[i]))
                return i;
        return -1;
    }
}
