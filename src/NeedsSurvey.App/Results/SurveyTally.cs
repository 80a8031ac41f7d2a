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
        byUnit = [.. Questions.Select(tally => units is null ? null : tally.ByUnit(units, table.Versions))];
    }

    /// <summary>In the file's order.</summary>
    public IReadOnlyList<QuestionTally> Questions { get; }

    /// <summary>A question's counts by unit, of all groups together; null where units are not counted apart.</summary>
    public QuestionTally? ByUnit(int question) => byUnit[question];

    /// <summary>Everybody of a group.</summary>
    public RecordCounter People(int group) => people[group];

    /// <summary>Takes in the response that was read last.</summary>
    /// <param name="reader">It read the response.</param>
    /// <param name="answers">What it read.</param>
    /// <param name="cells">The cells that it filled.</param>
    /// <param name="version">The version that was answered.</param>
    /// <param name="group">Where the person stands.</param>
    /// <param name="key">Of the response.</param>
    /// <param name="unit">Row of its unit; null for none.</param>
    /// <param name="elsewhere">
    /// Of each question, whether the answer to it counts in the last group instead of <paramref name="group"/>; empty for none.
    /// </param>
    public void Add(
        RowReader reader,
        ReadOnlySpan<byte> answers,
        ReadOnlySpan<Cell> cells,
        int version,
        int group,
        RecordKey key,
        int? unit = null,
        ReadOnlySpan<bool> elsewhere = default
    )
    {
        var person = new RecordCounter(key);
        people[group].Add(person);
        for (var question = 0; question < Questions.Count; question++)
        {
            var answer = GivenAnswer.Of(reader, answers, cells, Questions[question].Block, question, version);
            Questions[question].Add(answer, !elsewhere.IsEmpty && elsewhere[question] ? people.Length - 1 : group, person);
            if (unit is { } row)
                byUnit[question]?.Add(answer, row, person);
        }
    }
}
