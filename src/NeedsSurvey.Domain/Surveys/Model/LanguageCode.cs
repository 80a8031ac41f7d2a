namespace NeedsSurvey.Domain.Surveys;

/// <summary>Language codes, as surveys, labels and summaries are keyed by.</summary>
public static class LanguageCode
{
    /// <summary>BCP 47 without extensions, at most 35 characters; whether there is such a language is not asked.</summary>
    public static bool IsValid(string code) => code.Length <= 35 && Patterns.Language().IsMatch(code);
}
