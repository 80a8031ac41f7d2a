using NeedsSurvey.Domain.Logic;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A question's condition in plain words, with the words that people see instead of codes.</summary>
internal static class Conditions
{
    /// <summary>"only if “How old are you?” is at least 18"; null without a condition, or when it cannot be read.</summary>
    public static string? InWords(string? relevant, SurveyDefinition survey)
    {
        if (string.IsNullOrWhiteSpace(relevant) || ExpressionParser.Parse(relevant) is not { Expression: { } expression })
            return null;
        var language = survey.Languages[0];
        return PlainWords.OnlyIf(
            expression,
            new WordLookup
            {
                Question = name => Outline.Find(survey.Questions, name)?.Label is { } label ? $"“{label.In(language)}”" : null,
                Choice = (name, choice) =>
                    (Outline.Find(survey.Questions, name) as Question)?.ChoicesIn(survey).FirstOrDefault(one => one.Name == choice)
                        is { } found
                        ? $"“{found.Label.In(language)}”"
                        : null,
            }
        );
    }
}
