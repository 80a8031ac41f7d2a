using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Responses;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>Sets of choices; in each, the best (most) and the worst (least) are named.</summary>
[ItemType("best_worst")]
public sealed record BestWorstQuestion : ChoiceQuestion
{
    /// <summary>Choice names shown together, a list for each set.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Sets { get; init; }
    public LocalText? BestLabel { get; init; }
    public LocalText? WorstLabel { get; init; }

    /// <summary>Each person is asked in an order of their own (<see cref="ChoiceOrder"/>).</summary>
    public bool Randomize { get; init; }

    internal override bool InRandomOrder => Randomize;

    private const int MostShown = 5;

    internal override IReadOnlyList<IReadOnlyList<string>> ShownSets => Sets;

    internal override AnswerType AnswerType => BestWorstAnswerType.Instance;

    internal override void Check(QuestionCheck check)
    {
        var list = check.Choices(Choices);
        check.Words(BestLabel, "best_label");
        check.Words(WorstLabel, "worst_label");
        if (Sets.Count == 0)
            check.Error("sets", "no_sets", "There are no sets to compare. Add one.");
        if (Sets.Count > Limits.GridRows)
            check.Error("sets", "too_many", $"There are at most {Limits.GridRows} sets.");
        HashSet<string> known = [.. list.Select(choice => choice.Name)];
        if (Sets.Count > 0 && known.Except(Sets.SelectMany(set => set)).ToList() is { Count: > 0 } left)
            check.Warning(
                "sets",
                "not_in_sets",
                $"These choices stand in no set, so nobody is asked about them: {string.Join(", ", left.Take(MostShown))}"
                    + $"{(left.Count > MostShown ? " …" : ".")} Make the sets again, or remove them."
            );
        for (var set = 0; set < Sets.Count; set++)
            CheckSet(Sets[set], $"sets[{set}]", known, check);
    }

    private static void CheckSet(IReadOnlyList<string> names, string key, HashSet<string> known, QuestionCheck check)
    {
        if (names.Count < 2)
            check.Error(key, "too_few", "A set needs at least two choices to compare.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < names.Count; index++)
        {
            if (known.Count > 0 && !known.Contains(names[index]))
                check.Error(
                    $"{key}[{index}]",
                    "unknown_choice",
                    $"'{names[index]}' is not one of the choices. Correct it or add the choice."
                );
            else if (!seen.Add(names[index]))
                check.Error($"{key}[{index}]", "duplicate", $"'{names[index]}' stands twice in this set. Remove one.");
        }
    }

    internal override IEnumerable<ExportColumn> Columns(SurveyDefinition survey) =>
        Numbered(Sets.Count)
            .SelectMany(set => new[] { Column(".best" + set, ColumnContent.Best, set), Column(".worst" + set, ColumnContent.Worst, set) });

    internal override void Compare(Question was, QuestionChanges changes)
    {
        if (was is not BestWorstQuestion old)
            return;
        CompareChoices(old, changes);
        changes.Words(old.BestLabel, BestLabel, "best_label", "a first end");
        changes.Words(old.WorstLabel, WorstLabel, "worst_label", "a second end");
        if (!old.Sets.Select(set => string.Join(' ', set)).SequenceEqual(Sets.Select(set => string.Join(' ', set))))
            changes.Split(
                "sets",
                "sets",
                "compares other sets.",
                "Columns are numbered by set, and the codebook says what was in each set in each version."
            );
    }

    internal override double Seconds(CompiledItem item) => 10 * Sets.Count;

    internal override QuestionPages Pages => new(PageKind.BestWorstSet, Sets.Count);

    internal override bool IsAskable(CompiledItem item, Func<Choice, bool> offers) =>
        Enumerable.Range(0, Sets.Count).Any(set => IsPartAskable(item, set, offers));

    /// <summary>Of one choice nobody can say that it matters most and least.</summary>
    internal override bool IsPartAskable(CompiledItem item, int part, Func<Choice, bool> offers) =>
        Sets[part].Count(name => item.Choice(name) is { } choice && offers(choice)) > 1;

    internal override TallyKind Tally => TallyKind.Ends;

    internal override LocalText? WordsOf(ColumnContent content) =>
        content switch
        {
            ColumnContent.Best => BestLabel,
            ColumnContent.Worst => WorstLabel,
            _ => null,
        };

    internal override NameInfo Kind(CompiledItem item) => new(AnswerKind.SelectMany) { Choices = item.ChoiceNames };
}
