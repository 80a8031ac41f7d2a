using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>Where each response stands in a breakdown by a choice question.</summary>
internal sealed class GroupPlaces
{
    private readonly ulong mark;

    private GroupPlaces(AnswerBlock block, SafeBreakdown breakdown) =>
        (Block, mark, Breakdown) = (block, SafeBreakdown.Mark(block.Question), breakdown);

    /// <summary>The question.</summary>
    public AnswerBlock Block { get; }

    /// <summary>Which groups are shown.</summary>
    public SafeBreakdown Breakdown { get; }

    /// <summary>Whether people who may not export may be broken down by it.</summary>
    public static bool IsGroup(AnswerBlock block) => block.Item.Item is Question { GroupRole.Length: > 0 } question && question.PicksOne();

    /// <summary>For safe figures by every group question; reads how large the groups are.</summary>
    public static async Task<IReadOnlyList<GroupPlaces>> Safe(
        ReadSnapshot snapshot,
        Guid surveyId,
        AnswerFile file,
        SafeRule rule,
        CancellationToken cancellation
    )
    {
        var blocks = file.Blocks.Where(IsGroup).ToList();
        GroupSizes[] sizes = [.. blocks.Select(block => new GroupSizes(block.Choices.Count, SafeBreakdown.Mark(block.Question), rule))];
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        await foreach (var row in snapshot.Read(AnswersSql, new { surveyId }, cancellation))
        {
            var answers = row.GetFieldValue<byte[]>(1);
            var key = new RecordKey(unchecked((ulong)row.GetInt64(2)));
            reader.Read(answers, row.GetInt32(0), cells);
            for (var g = 0; g < sizes.Length; g++)
                sizes[g].Add(Choice(blocks[g], answers, cells), key);
        }
        return [.. blocks.Zip(sizes, (block, size) => new GroupPlaces(block, SafeBreakdown.Of(size)))];
    }

    /// <summary>The choice under which a response is counted; −1 for none.</summary>
    public int Of(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, RecordKey key) =>
        Breakdown.Place(Choice(Block, json, cells), key, mark);

    /// <summary>The choice that a response gives; −1 for none.</summary>
    public static int Choice(AnswerBlock by, ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells)
    {
        var cell = cells[by.First];
        if (cell.State != AnswerState.Answered)
            return -1;
        var code = json.Slice(cell.Start, cell.Length);
        for (var i = 0; i < by.Choices.Count; i++)
            if (System.Text.Ascii.Equals(code, by.Choices[i].Name))
                return i;
        return -1;
    }

    private const string AnswersSql = "select version, answers, record_key from counted_response where survey_id = @surveyId and drawn";
}
