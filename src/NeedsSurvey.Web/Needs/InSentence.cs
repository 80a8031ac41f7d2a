using NeedsSurvey.Domain.Languages;

namespace NeedsSurvey.Web.Needs;

/// <summary>Names of needs inside a sentence.</summary>
internal static class InSentence
{
    /// <summary>In lower case where the language writes them so: in English and Spanish; others keep what was written.</summary>
    public static string In(Language spoken, string words) => spoken.Code is "en" or "es" ? Lower(words) : words;

    /// <summary>"A doctor" and "Housing" begin in lower case inside an English sentence; "GP hours" and "I" do not.</summary>
    public static string Lower(string words)
    {
        var isWord = words.Length > 1 && char.IsUpper(words[0]) && (char.IsLower(words[1]) || (words[0] == 'A' && words[1] == ' '));
        return isWord ? char.ToLowerInvariant(words[0]) + words[1..] : words;
    }
}
