using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>From a fault of a definition to the page where it is mended.</summary>
internal static class FaultLinks
{
    /// <param name="here">Where the survey's pages live.</param>
    /// <param name="initiative">Where the initiative's pages live.</param>
    public static string Of(DefinitionFault fault, SurveyDefinition survey, string here, string initiative) =>
        fault.Path switch
        {
            _ when Outline.At(survey.Questions, fault.Path) is { } item => $"{here}/questions/{Uri.EscapeDataString(item.Name)}",
            _ when fault.Path.StartsWith("initiative.", StringComparison.Ordinal) => initiative + "/community",
            _ when fault.Path.StartsWith("choices.", StringComparison.Ordinal) && ListOf(fault.Path, survey) is { } list =>
                $"{here}/lists/{Uri.EscapeDataString(list)}",
            _ when fault.Path.StartsWith("questions", StringComparison.Ordinal) => here + "/questions/new",
            _ => here + "/settings",
        };

    /// <summary>What the fault is about, in the survey's own words; null for the survey as a whole.</summary>
    public static string? About(DefinitionFault fault, SurveyDefinition survey) => About(fault.Path, survey);

    /// <inheritdoc cref="About(DefinitionFault, SurveyDefinition)"/>
    public static string? About(string path, SurveyDefinition survey) =>
        Outline.At(survey.Questions, path) is { } item
            ? item.Label?.In(survey.Languages[0]) is { Length: > 0 } label
                ? label
                : item.Name
            : null;

    private static string? ListOf(string path, SurveyDefinition survey) =>
        survey
            .Choices.Keys.Where(list => path == "choices." + list || path.StartsWith($"choices.{list}[", StringComparison.Ordinal))
            .MaxBy(list => list.Length);
}
