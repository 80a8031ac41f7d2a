using NeedsSurvey.App.Database;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Results;

/// <summary>Where each response stands in a breakdown by a choice question.</summary>
internal sealed class GroupPlaces
{
    private readonly AnswerBlock block;
    private readonly ulong mark;

    private GroupPlaces(AnswerBlock block, SafeBreakdown breakdown) =>
        (this.block, mark, Breakdown) = (block, SafeBreakdown.Mark(block.Question), breakdown);

    /// <summary>Which groups are shown.</summary>
    public SafeBreakdown Breakdown { get; }

    /// <summary>Whether people who may not export may be broken down by it.</summary>
    public static bool IsGroup(AnswerBlock block) => block.Item.Item is Question { GroupRole.Length: > 0 } question && question.PicksOne();

    /// <summary>Reads how large the groups are; true figures leave nobody out and need no reading.</summary>
    public static async Task<GroupPlaces> Of(
        ReadSnapshot snapshot,
        Guid surveyId,
        AnswerFile file,
        AnswerBlock block,
        SafeRule rule,
        CancellationToken cancellation
    )
    {
        var sizes = new GroupSizes(block.Choices.Count, SafeBreakdown.Mark(block.Question), rule);
        if (rule.IsOff)
            return new(block, SafeBreakdown.Of(sizes));
        var reader = new RowReader(file);
        var cells = new Cell[file.Columns.Count];
        await foreach (var row in snapshot.Read(GroupsSql, new { surveyId, question = block.Question }, cancellation))
        {
            var answers = row.GetFieldValue<byte[]>(1);
            reader.Read(answers, row.GetInt32(0), cells);
            sizes.Add(Choice(block, answers, cells), new(unchecked((ulong)row.GetInt64(2))));
        }
        return new(block, SafeBreakdown.Of(sizes));
    }

    /// <summary>The choice under which a response is counted; −1 for none.</summary>
    public int Of(ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells, RecordKey key) =>
        Breakdown.Place(Choice(block, json, cells), key, mark);

    private static int Choice(AnswerBlock by, ReadOnlySpan<byte> json, ReadOnlySpan<Cell> cells)
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

    private const string GroupsSql = """
        select version, jsonb_build_object(@question::text, answers -> @question) as answers, record_key
        from counted_response where survey_id = @surveyId and drawn
        """;
}
