using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Comparisons that suit an answer, in the order offered.</summary>
internal static class GuidedComparisons
{
    public static readonly IReadOnlyList<GuidedComparison> None = [];

    public static readonly IReadOnlyList<GuidedComparison> All = Enum.GetValues<GuidedComparison>();

    /// <summary>One choice, or a word.</summary>
    public static readonly IReadOnlyList<GuidedComparison> OfOne =
    [
        GuidedComparison.Is,
        GuidedComparison.IsNot,
        GuidedComparison.IsAnswered,
    ];

    /// <summary>Several choices.</summary>
    public static readonly IReadOnlyList<GuidedComparison> OfSeveral =
    [
        GuidedComparison.Includes,
        GuidedComparison.IncludesNot,
        GuidedComparison.IsAnswered,
    ];

    /// <summary>A number.</summary>
    public static readonly IReadOnlyList<GuidedComparison> OfNumber =
    [
        GuidedComparison.AtLeast,
        GuidedComparison.AtMost,
        GuidedComparison.Is,
        GuidedComparison.IsAnswered,
    ];
}
