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
        only = Of(block.Item, block.Columns.Count);
        stages = versions
            .Where(one => block.Versions.Contains(one.Version))
            .ToDictionary(
                one => one.Version,
                one =>
                    Of(
                        one.Survey.Items.First(item => item.Name == block.Question),
                        block.Columns.Count(column => column.Versions.Contains(one.Version))
                    )
            );
        Differ = All.Any(stage => stage.HasFilter || stage.Choices < block.Choices.Count);
    }

    /// <summary>Whether a version or a filter may have offered some people fewer choices than others.</summary>
    internal bool Differ { get; }

    /// <summary>Each way in which it was asked.</summary>
    internal IEnumerable<Stage> All => stages.Count == 0 ? [only] : stages.Values;

    /// <summary>Each version in which it was asked.</summary>
    internal IEnumerable<(int Version, Stage Stage)> ByVersion =>
        stages.Count == 0 ? block.Versions.Select(version => (version, only)) : stages.Select(one => (one.Key, one.Value));

    /// <summary>As the first version asked it.</summary>
    internal Stage First => stages.Count == 0 ? only : stages[stages.Keys.Min()];

    /// <summary>As a version asked it.</summary>
    internal Stage In(int version) => stages.GetValueOrDefault(version, only);

    private Stage Of(CompiledItem item, int columns)
    {
        var offered = item.Choices.Select(choice => choice.Name).ToHashSet(StringComparer.Ordinal);
        var places = block.Choices.Index().ToDictionary(choice => choice.Item.Name, choice => choice.Index, StringComparer.Ordinal);
        return new(
            item.Item,
            [.. block.Choices.Select(choice => offered.Contains(choice.Name))],
            columns,
            item.ChoiceFilter is { } filter && ChoiceFilters.CanBeToldAgain(filter.Expression),
            [
                .. ((item.Item as Question)?.ShownSets ?? []).Select(set =>
                    set.Where(places.ContainsKey).Select(name => places[name]).ToArray()
                ),
            ]
        );
    }

    /// <param name="Offered">Which of <see cref="AnswerBlock.Choices"/>.</param>
    /// <param name="Columns">How many of the block's columns it had: of a ranking, how many places.</param>
    /// <param name="HasFilter">A filter offered some of them to some people only.</param>
    /// <param name="Sets">The choices of each set, where they are shown in sets.</param>
    internal sealed record Stage(SurveyItem Item, bool[] Offered, int Columns, bool HasFilter, int[][] Sets)
    {
        /// <summary>How many choices.</summary>
        public int Choices { get; } = Offered.Count(yes => yes);

        /// <summary>Every number that an answer can be, rising, where it lists them; else empty.</summary>
        public double[] Points { get; } = [.. ((Item as Question)?.Points ?? []).Select(point => (double)point)];
    }
}
