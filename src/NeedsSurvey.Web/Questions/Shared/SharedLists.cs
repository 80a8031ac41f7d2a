using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Choices of a question, wherever they come from.</summary>
internal static class SharedLists
{
    /// <summary>Empty for a list that is not there.</summary>
    public static IReadOnlyList<Choice> In(ChoiceSource source, IReadOnlyDictionary<string, IReadOnlyList<Choice>> lists) =>
        source switch
        {
            ChoiceSource.Inline own => own.List,
            ChoiceSource.Shared shared => lists.GetValueOrDefault(shared.ListName) ?? [],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
