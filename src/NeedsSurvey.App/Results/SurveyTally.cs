using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Results;

/// <summary>All questions of a survey, counted in groups that exclude each other.</summary>
internal sealed class SurveyTally(AnswerFile file, int groups)
{
    private readonly RecordCounter[] people = new RecordCounter[groups];

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<QuestionTally> Questions { get; } = [.. file.Blocks.Select(block => QuestionTally.Of(block, groups))];

    /// <summary>Everybody of a group.</summary>
    public RecordCounter People(int group) => people[group];

    /// <summary>Takes in a response.</summary>
    public void Add(ReadOnlySpan<byte> answers, ReadOnlySpan<Cell> cells, int group, RecordKey key)
    {
        var person = new RecordCounter(key);
        people[group].Add(person);
        foreach (var tally in Questions)
            tally.Add(answers, cells.Slice(tally.Block.First, tally.Block.Columns.Count), group, person);
    }
}
