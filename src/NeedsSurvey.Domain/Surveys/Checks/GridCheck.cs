namespace NeedsSurvey.Domain.Surveys;

/// <summary>Checks need grids, matrices and best–worst sets.</summary>
internal static class GridCheck
{
    internal static void CheckNeedGrid(NeedGridQuestion grid, string at, WordsCheck words, ChoiceListCheck choices, DefinitionFaults faults)
    {
        CheckRows(grid.Rows, $"{at}.rows", words, choices, faults);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < grid.Rows.Count; index++)
        {
            var need = grid.Rows[index].Need ?? grid.Rows[index].Name;
            if (!seen.TryAdd(need, index))
                faults.Error($"{at}.rows[{index}].need", "duplicate",
                    $"The need '{need}' stands in row {seen[need] + 1} already. Each row asks about another need.");
        }
        CheckAspect(grid.Importance, $"{at}.importance", words, faults);
        CheckAspect(grid.Satisfaction, $"{at}.satisfaction", words, faults);
    }

    internal static void CheckRows(IReadOnlyList<GridRow> rows, string path, WordsCheck words, ChoiceListCheck choices, DefinitionFaults faults)
    {
        if (rows.Count == 0) faults.Error(path, "no_rows", "There are no rows to rate. Add one.");
        if (rows.Count > Limits.GridRows) faults.Error(path, "too_many",
            $"A grid has at most {Limits.GridRows} rows; this one has {rows.Count}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, at) = (rows[index], $"{path}[{index}]");
            choices.CheckCode(row.Name, $"{at}.name", seen, "row");
            words.Needed(row.Label, $"{at}.label", $"The row '{row.Name}' needs words. Write them.");
            words.Check(row.Hint, $"{at}.hint");
            choices.CheckNeed(row.Need, $"{at}.need");
        }
    }

    private static void CheckAspect(GridAspect aspect, string path, WordsCheck words, DefinitionFaults faults)
    {
        words.Needed(aspect.Label, $"{path}.label", "Write the question that is asked of each row.");
        if (aspect.Scale.Count < 2) faults.Error($"{path}.scale", "too_few", "A scale needs at least two points.");
        if (aspect.Scale.Count > 11) faults.Error($"{path}.scale", "too_many",
            "A scale has at most eleven points; people cannot tell more apart.");
        for (var index = 0; index < aspect.Scale.Count; index++)
        {
            words.Needed(aspect.Scale[index].Label, $"{path}.scale[{index}].label", "Each point of a scale needs words. Write them.");
            if (index > 0 && aspect.Scale[index].Value <= aspect.Scale[index - 1].Value)
                faults.Error($"{path}.scale[{index}].value", "not_rising",
                    "The values of a scale must rise from the lowest to the highest. Put the points in order.");
        }
    }

    internal static void CheckSets(BestWorstQuestion question, IReadOnlyList<Choice> list, string at, WordsCheck words, DefinitionFaults faults)
    {
        words.Check(question.BestLabel, $"{at}.best_label");
        words.Check(question.WorstLabel, $"{at}.worst_label");
        if (question.Sets.Count == 0) faults.Error($"{at}.sets", "no_sets", "There are no sets to compare. Add one.");
        if (question.Sets.Count > Limits.GridRows) faults.Error($"{at}.sets", "too_many", $"There are at most {Limits.GridRows} sets.");
        HashSet<string> known = [.. list.Select(choice => choice.Name)];
        for (var set = 0; set < question.Sets.Count; set++)
        {
            var (names, path) = (question.Sets[set], $"{at}.sets[{set}]");
            if (names.Count < 2) faults.Error(path, "too_few", "A set needs at least two choices to compare.");
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var index = 0; index < names.Count; index++)
            {
                if (known.Count > 0 && !known.Contains(names[index]))
                    faults.Error($"{path}[{index}]", "unknown_choice",
                        $"'{names[index]}' is not one of the choices. Correct it or add the choice.");
                else if (!seen.Add(names[index]))
                    faults.Error($"{path}[{index}]", "duplicate", $"'{names[index]}' stands twice in this set. Remove one.");
            }
        }
    }
}
