namespace NeedsSurvey.Domain.Surveys;

/// <summary>What a question type uses to check its own keys; faults stand under the question's path.</summary>
internal sealed class QuestionCheck(string at, WordsCheck words, ChoiceListCheck lists, DefinitionFaults faults)
{
    internal void Error(string key, string code, string message) => faults.Error($"{at}.{key}", code, message);

    internal void Warning(string key, string code, string message) => faults.Warning($"{at}.{key}", code, message);

    /// <summary>Words that may be absent.</summary>
    internal void Words(LocalText? text, string key) => words.Check(text, $"{at}.{key}");

    /// <summary>Words that must be there in the first language.</summary>
    internal void Needed(LocalText? text, string key, string ifMissing) => words.Needed(text, $"{at}.{key}", ifMissing);

    /// <summary>The name of a need.</summary>
    internal void Need(string? need, string key) => lists.CheckNeed(need, $"{at}.{key}");

    /// <summary>The choices when they exist, else none.</summary>
    internal IReadOnlyList<Choice> Choices(ChoiceSource source, bool exclusiveAllowed = false, int most = Limits.ChoicesPerList) =>
        lists.CheckSource(source, $"{at}.choices", exclusiveAllowed, most);

    /// <summary>"Other" is offered beside these choices.</summary>
    internal void Other(IReadOnlyList<Choice> list)
    {
        if (list.Any(choice => choice.Name == CompiledItem.OtherChoice))
            Error(
                "other",
                "other_clash",
                "The list has a choice named 'other' already, and 'other' would add a second. Rename the choice or remove 'other'."
            );
    }

    /// <summary>Rows of a grid.</summary>
    internal void Rows(IReadOnlyList<GridRow> rows)
    {
        if (rows.Count == 0)
            Error("rows", "no_rows", "There are no rows to rate. Add one.");
        if (rows.Count > Limits.GridRows)
            Error("rows", "too_many", $"A grid has at most {Limits.GridRows} rows; this one has {rows.Count}.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rows.Count; index++)
        {
            var (row, path) = (rows[index], $"{at}.rows[{index}]");
            lists.CheckCode(row.Name, $"{path}.name", seen, "row");
            words.Needed(row.Label, $"{path}.label", $"The row '{row.Name}' needs words. Write them.");
            words.Check(row.Hint, $"{path}.hint");
            lists.CheckNeed(row.Need, $"{path}.need");
        }
    }
}
