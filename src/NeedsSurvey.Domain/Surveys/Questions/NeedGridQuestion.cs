using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Rows of needs, each rated for importance and satisfaction; asked need by need.</summary>
[ItemType("need_grid")]
public sealed record NeedGridQuestion : Question
{
    public required IReadOnlyList<GridRow> Rows { get; init; }
    public required GridAspect Importance { get; init; }
    public required GridAspect Satisfaction { get; init; }

    /// <summary>Each person is asked about the needs in an order of their own; those that are anchored keep their place.</summary>
    public bool Randomize { get; init; }

    internal override bool RowsInRandomOrder => Randomize;

    public override bool TellsOfNeeds(SurveyDefinition survey) => true;

    internal override AnswerType AnswerType => NeedGridAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        check.Rows(Rows);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < Rows.Count; index++)
        {
            var need = Rows[index].Need ?? Rows[index].Name;
            if (!seen.TryAdd(need, index))
                check.Error(
                    $"rows[{index}].need",
                    "duplicate",
                    $"The need '{need}' stands in row {seen[need] + 1} already. Each row asks about another need."
                );
        }
        CheckAspect(Importance, "importance", check);
        CheckAspect(Satisfaction, "satisfaction", check);
    }

    private static void CheckAspect(GridAspect aspect, string key, QuestionCheck check)
    {
        check.Needed(aspect.Label, $"{key}.label", "Write the question that is asked of each row.");
        if (aspect.Scale.Count < 2)
            check.Error($"{key}.scale", "too_few", "A scale needs at least two points.");
        if (aspect.Scale.Count > 11)
            check.Error($"{key}.scale", "too_many", "A scale has at most eleven points; people cannot tell more apart.");
        for (var index = 0; index < aspect.Scale.Count; index++)
        {
            check.Needed(aspect.Scale[index].Label, $"{key}.scale[{index}].label", "Each point of a scale needs words. Write them.");
            if (index > 0 && aspect.Scale[index].Value <= aspect.Scale[index - 1].Value)
                check.Error(
                    $"{key}.scale[{index}].value",
                    "not_rising",
                    "The values of a scale must rise from the lowest to the highest. Put the points in order."
                );
        }
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        Rows.SelectMany(row =>
            new[]
            {
                Column($".{row.Name}.importance", ColumnContent.Importance, row.Name),
                Column($".{row.Name}.satisfaction", ColumnContent.Satisfaction, row.Name),
            }
        );

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not NeedGridQuestion old)
            return;
        changes.Rows(old.Rows, Rows, nameNeeds: true);
        changes.RowOrder(old, this);
        CompareScale(old.Importance, Importance, "importance", changes);
        CompareScale(old.Satisfaction, Satisfaction, "satisfaction", changes);
    }

    private static void CompareScale(GridAspect was, GridAspect now, string key, QuestionChanges changes)
    {
        if (!was.Scale.Select(point => point.Value).SequenceEqual(now.Scale.Select(point => point.Value)))
            changes.Split(
                $"{key}.scale",
                "scale",
                $"has another scale of {key}.",
                "The columns stay, but ratings before and after do not mean the same; compare them by version."
            );
        else
            foreach (var (old, point) in was.Scale.Zip(now.Scale))
                changes.Words(old.Label, point.Label, $"{key}.scale[{point.Value}]", $"a point {point.Value} of its {key}");
        changes.Words(was.Label, now.Label, $"{key}.label", $"a question for its {key}");
    }

    internal override double Seconds(CompiledItem item) => 8 * Rows.Count;

    internal override QuestionPages Pages => new(PageKind.NeedGridRow, Rows.Count);

    internal override string PageKey(int part) => Rows[part].Name;

    internal override TallyKind Tally => TallyKind.Ratings;

    internal override IReadOnlyList<decimal> Points =>
        [.. Importance.Scale.Concat(Satisfaction.Scale).Select(point => (decimal)point.Value).Distinct()];

    internal override IReadOnlyList<decimal> PointsIn(ColumnContent content) =>
        AspectOf(content) is { } aspect ? [.. aspect.Scale.Select(point => (decimal)point.Value)] : [];

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectMany) { Choices = [.. Rows.Select(row => row.Name)] };

    internal override IEnumerable<(string Name, LocalText Label)> NeedsIn(SurveyDefinition survey) =>
        Rows.Select(row => (row.Need ?? row.Name, row.Label));

    internal override LocalText? WordsOf(ColumnContent content) => AspectOf(content)?.Label;

    internal override string? ValuesOf(ColumnContent content, string language) =>
        AspectOf(content) is not { } aspect
            ? null
            : string.Join("; ", aspect.Scale.Select(point => FormattableString.Invariant($"{point.Value} = {point.Label.In(language)}")));

    private GridAspect? AspectOf(ColumnContent content) =>
        content switch
        {
            ColumnContent.Importance => Importance,
            ColumnContent.Satisfaction => Satisfaction,
            _ => null,
        };

    internal override IReadOnlyList<GridRow> AskedRows => Rows;

    internal override IEnumerable<LocalText?> ScaleWords =>
        [Importance.Label, Satisfaction.Label, .. Importance.Scale.Concat(Satisfaction.Scale).Select(point => point.Label)];
}
