using System.Reflection;
using System.Text.Json.Serialization;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>The kinds of items that the survey format knows, read from the model itself, so that a new one cannot be forgotten.</summary>
internal static class ItemKinds
{
    /// <summary>Temporary: types that take a file. They cannot be published and are about to be removed from the model.</summary>
    internal static readonly IReadOnlyList<string> LeavingTheModel = ["image", "audio", "file"];

    /// <summary>Every type by the word that stands for it in the format.</summary>
    internal static readonly IReadOnlyDictionary<string, Type> All = typeof(SurveyItem).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(type => (string)type.TypeDiscriminator!, type => type.DerivedType);

    /// <summary>Types that a person answers.</summary>
    internal static readonly IReadOnlyList<string> Questions =
        [.. All.Where(type => type.Value.IsSubclassOf(typeof(Question))).Select(type => type.Key).Except(LeavingTheModel)];

    /// <summary>Types that nobody answers: notes, calculations, groups, repeats.</summary>
    internal static readonly IReadOnlyList<string> Others =
        [.. All.Where(type => !type.Value.IsSubclassOf(typeof(Question))).Select(type => type.Key)];
}
