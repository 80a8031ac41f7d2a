using System.Globalization;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>
/// Best–worst: people who called a choice best, and worst, in any set. Somebody who did so in several sets counts once. Whoever answered no
/// set in which the choice was shown, by their version or by a filter, said nothing of it.
/// </summary>
public sealed class BestWorstTally : QuestionTally
{
    private readonly CodeIndex codes;
    private readonly AskedVersions versions;
    private readonly bool[] isBest;
    private readonly int[] setOf;
    private readonly bool[] seen;
    private readonly bool[] judged;

    public BestWorstTally(AnswerBlock block, int groups, AskedVersions versions)
        : base(block, groups)
    {
        (codes, this.versions) = (new(block), versions);
        isBest = [.. block.Columns.Select(column => column.Content == ColumnContent.Best)];
        setOf = [.. block.Columns.Select(column => int.Parse(column.Part, CultureInfo.InvariantCulture) - 1)];
        (seen, judged) = (new bool[block.Choices.Count], new bool[block.Choices.Count]);
        (Best, Worst, NotJudged) = (new(groups, block.Choices.Count), new(groups, block.Choices.Count), new(groups, block.Choices.Count));
    }

    /// <summary>Groups × choices: people who called it best.</summary>
    public RecordTally Best { get; }

    /// <summary>Groups × choices: people who called it worst.</summary>
    public RecordTally Worst { get; }

    /// <summary>Groups × choices: people who answered, but no set in which it was shown to them.</summary>
    public RecordTally NotJudged { get; }

    protected override void Count(in GivenAnswer answer, int group, RecordCounter people)
    {
        Array.Clear(judged);
        CountEnd(answer, best: true, Best, group, people);
        CountEnd(answer, best: false, Worst, group, people);
        var stage = versions.In(answer.Version);
        for (var i = 0; i < answer.Cells.Length; i++)
            if (answer.Cells[i].State == AnswerState.Answered && setOf[i] < stage.Sets.Length)
                foreach (var choice in stage.Sets[setOf[i]])
                    judged[choice] |= !stage.HasFilter || answer.Offers(choice);
        for (var choice = 0; choice < judged.Length; choice++)
            if (!judged[choice])
                NotJudged.Add(group, choice, people);
    }

    private void CountEnd(in GivenAnswer answer, bool best, RecordTally counts, int group, RecordCounter people)
    {
        Array.Clear(seen);
        for (var i = 0; i < answer.Cells.Length; i++)
        {
            if (isBest[i] != best || codes.Of(answer.Json, answer.Cells[i]) is not (>= 0 and var choice) || seen[choice])
                continue;
            seen[choice] = judged[choice] = true;
            counts.Add(group, choice, people);
        }
    }
}
