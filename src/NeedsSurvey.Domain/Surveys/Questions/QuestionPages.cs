namespace NeedsSurvey.Domain.Surveys;

/// <summary>The pages of a question when one thing is asked at a time.</summary>
/// <param name="Kind">What each of them is for.</param>
/// <param name="Parts">How many parts have a page each; null when the whole question stands on one page.</param>
internal readonly record struct QuestionPages(PageKind Kind, int? Parts)
{
    /// <summary>One page for the whole question.</summary>
    internal static readonly QuestionPages One = new(PageKind.Questions, null);
}
