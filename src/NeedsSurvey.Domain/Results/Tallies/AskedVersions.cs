using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Results;

/// <summary>A question as each version of its survey asked it: who was never offered a choice was not asked about it.</summary>
public sealed class AskedVersions
{
    private readonly AnswerBlock block;
    private readonly Dictionary<int, Stage> stages;
    private readonly Stage only;

    /// <param name="block">The question.</param>
    /// <param name="versions">The survey's versions; empty where every version asked it as the newest.</param>
    public AskedVersions(AnswerBlock block, IEnumerable<(int Version, CompiledSurvey Survey)> versions)
    {
        this.block = block;
        only = new(block.Item.Item, [.. block.Choices.Select(_ => true)], block.Columns.Count);
        stages = versions
            .Where(one => block.Versions.Contains(one.Version))
            .ToDictionary(one => one.Version, one => Of(one.Version, one.Survey.Items.First(item => item.Name == block.Question)));
    }

    /// <summary>Each way in which it was asked.</summary>
    internal IEnumerable<Stage> All => stages.Count == 0 ? [only] : stages.Values;

    /// <summary>As a version asked it.</summary>
    internal Stage In(int version) => stages.GetValueOrDefault(version, only);

    private Stage Of(int version, CompiledItem item)
    {
        var names = item.Choices.Select(choice => choice.Name).ToHashSet(StringComparer.Ordinal);
        return new(
            item.Item,
            [.. block.Choices.Select(choice => names.Contains(choice.Name))],
            block.Columns.Count(column => column.Versions.Contains(version))
        );
    }

    /// <param name="Offered">Which of <see cref="AnswerBlock.Choices"/>.</param>
    /// <param name="Columns">How many of the block's columns it had: of a ranking, how many places.</param>
    internal sealed record Stage(SurveyItem Item, bool[] Offered, int Columns)
    {
        /// <summary>How many choices.</summary>
        public int Choices { get; } = Offered.Count(yes => yes);
    }
}
