using System.Reflection;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>The kinds of items that the survey format knows, read from the model itself, so that a new one cannot be forgotten.</summary>
internal static class ItemKinds
{
    /// <summary>Every type by the word that stands for it in the format.</summary>
    internal static readonly IReadOnlyDictionary<string, Type> All = typeof(SurveyItem)
        .Assembly.GetTypes()
        .Where(type => type.GetCustomAttribute<ItemTypeAttribute>() is not null)
        .ToDictionary(type => type.GetCustomAttribute<ItemTypeAttribute>()!.Word);

    /// <summary>Types that a person answers.</summary>
    internal static readonly IReadOnlyList<string> Questions =
    [
        .. All.Where(type => type.Value.IsSubclassOf(typeof(Question))).Select(type => type.Key),
    ];

    /// <summary>Types that nobody answers: notes, calculations, groups, repeats.</summary>
    internal static readonly IReadOnlyList<string> Others =
    [
        .. All.Where(type => !type.Value.IsSubclassOf(typeof(Question))).Select(type => type.Key),
    ];
}
