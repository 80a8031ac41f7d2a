using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Groups of kinds, in the order in which the page "Add a question" offers them.</summary>
internal enum KindGroup
{
    Needs,
    Choices,
    WordsAndNumbers,
    NotQuestions,
}

/// <summary>A kind of item as organisers choose it: in plain words, with something to begin from. A type has one kind or more.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Group">Where it is offered.</param>
/// <param name="Name">On its tag and in the list.</param>
/// <param name="Words">When to choose it.</param>
/// <param name="Blank">A new one with this name.</param>
internal sealed record ItemKind(string Key, KindGroup Group, string Name, string Words, Func<string, SurveyItem> Blank);
