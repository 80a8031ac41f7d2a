using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.App.Results;

/// <summary>All questions of a survey, counted in groups that exclude each other.</summary>
internal sealed class SurveyTally
{
    private readonly RecordCounter[] people;
    private readonly QuestionTally?[] byUnit;

    /// <param name="units">Those who are looked at are counted by the units that were drawn, too; null for without.</param>
    public SurveyTally(SurveyTable table, int groups, SampleUnits? units = null)
    {
        people = new RecordCounter[groups];
        Questions = [.. table.Answers.Responses.Blocks.Select(block => QuestionTally.Of(block, groups, table.Versions))];
        byUnit = [.. Questions.Select(tally => units is null ? null : tally.ByUnit(units))];
    }

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<QuestionTally> Questions { get; }

    /// <summary>A question's counts by unit, of all groups together; null where units are not counted apart.</summary>
    public QuestionTally? ByUnit(int question) => byUnit[question];

    /// <summary>Everybody of a group.</summary>
    public RecordCounter People(int group) => people[group];

    /// <summary>Takes in a response.</summary>
    /// <param name="version">The version that was answered.</param>
    /// <param name="unit">Row of its unit; null for none.</param>
    public void Add(ReadOnlySpan<byte> answers, ReadOnlySpan<Cell> cells, int version, int group, RecordKey key, int? unit = null)
    {
        var person = new RecordCounter(key);
        people[group].Add(person);
        foreach (var tally in Questions)
            tally.Add(answers, cells.Slice(tally.Block.First, tally.Block.Columns.Count), group, person, version);
        if (unit is { } row)
            foreach (var tally in byUnit)
                tally?.Add(answers, cells.Slice(tally.Block.First, tally.Block.Columns.Count), row, person, version);
    }
}
