namespace NeedsSurvey.Domain.Surveys;

/// <summary>No two questions may share a column of the export, nor take one that every export has.</summary>
internal static class ColumnCheck
{
    internal static void Check(SurveyDefinition survey, Dictionary<SurveyItem, string> paths, DefinitionFaults faults)
    {
        var count = 0;
        var owners = new Dictionary<(string? Repeat, string Column), SurveyItem>();
        foreach (var column in ExportColumns.Of(survey))
        {
            if (++count > Limits.ExportColumns)
            {
                faults.Error(
                    "questions",
                    "too_many_columns",
                    $"The answers would need more than {Limits.ExportColumns} columns in the export, more than Excel can open. Ask "
                        + "with fewer choices or questions."
                );
                break;
            }
            if (owners.TryAdd((column.Repeat, column.Name), column.Question))
                continue;
            var owner = owners[(column.Repeat, column.Name)];
            // The same name twice, or the same choice twice, is reported as that.
            if (ReferenceEquals(owner, column.Question) || owner.Name == column.Question.Name)
                continue;
            faults.Error(
                $"{paths.GetValueOrDefault(column.Question, "questions")}.name",
                "column_clash",
                $"The export column '{column.Name}' would belong to both '{owner.Name}' and '{column.Question.Name}'. Rename one of them."
            );
        }
        var repeats = owners.Keys.Select(key => key.Repeat).OfType<string>().Distinct();
        foreach (var file in repeats.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
            faults.Error(
                "questions",
                "column_clash",
                $"The repeats {string.Join(" and ", file)} would be exported to files that some systems take for one. Rename one of them."
            );
    }
}
