using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Questions;

namespace NeedsSurvey.Web.Surveys;

/// <summary>The kinds that can be added, in their groups, and the name of every item's kind, from <see cref="QuestionTypes"/>.</summary>
internal static class QuestionKinds
{
    /// <summary>Groups of kinds, in the order to offer them.</summary>
    public static readonly IReadOnlyList<(string Heading, IReadOnlyList<ItemKind> Kinds)> All =
    [
        Group(KindGroup.Needs, "Needs"),
        Group(KindGroup.Choices, "Choices"),
        Group(KindGroup.WordsAndNumbers, "Words, numbers, days"),
        Group(KindGroup.NotQuestions, "Not questions"),
    ];

    /// <summary>The kind with this key, or null.</summary>
    public static ItemKind? Find(string? key) => All.SelectMany(group => group.Kinds).FirstOrDefault(kind => kind.Key == key);

    /// <summary>What kind an item is, in a few words.</summary>
    public static string NameOf(SurveyItem item) => QuestionTypes.Of(item).NameOf(item);

    /// <summary>The key of the kind that can be added anew; null for kinds that only a definition can hold.</summary>
    public static string KeyFor(SurveyItem item) => QuestionTypes.Of(item).KindOf(item).Key;

    private static (string, IReadOnlyList<ItemKind>) Group(KindGroup group, string heading) =>
        (heading, [.. QuestionTypes.All.SelectMany(entry => entry.Kinds).Where(kind => kind.Group == group)]);
}
