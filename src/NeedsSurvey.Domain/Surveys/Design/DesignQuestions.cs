namespace NeedsSurvey.Domain.Surveys;

/// <summary>Questions that a design may name. Those inside repeats have several answers a person and may not.</summary>
public static class DesignQuestions
{
    /// <summary>Group questions with one choice a person.</summary>
    public static IEnumerable<Question> Strata(SurveyDefinition survey) =>
        Once(survey.Questions).Where(question => question.GroupRole is { Length: > 0 } && question.PicksOne());

    /// <summary>Questions whose answer is one choice, a whole number or words, stories aside.</summary>
    public static IEnumerable<Question> Clusters(SurveyDefinition survey) =>
        Once(survey.Questions).Where(question => question.CanTellClusters);

    /// <summary>Questions for open stories.</summary>
    public static IEnumerable<Question> Stories(SurveyDefinition survey) =>
        Once(survey.Questions).Where(question => question.TellsStories());

    private static IEnumerable<Question> Once(IReadOnlyList<SurveyItem> items) =>
        items.SelectMany(item =>
            item switch
            {
                Group group => Once(group.Questions),
                Question question => [question],
                _ => Enumerable.Empty<Question>(),
            }
        );
}
