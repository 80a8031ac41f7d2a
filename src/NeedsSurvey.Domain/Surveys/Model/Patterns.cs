using System.Text.RegularExpressions;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>The spellings of names and codes in a definition.</summary>
internal static partial class Patterns
{
    /// <summary>Names of questions, groups and lists (survey-format.md, "Names").</summary>
    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    internal static partial Regex Name();

    /// <summary>Codes of choices and rows, which may begin with a digit: XLSForm's lists often do.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    internal static partial Regex Code();

    /// <summary>Names of needs, as in the initiative's catalogue.</summary>
    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    internal static partial Regex Need();

    /// <summary>BCP 47, without extensions.</summary>
    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    internal static partial Regex Language();

    /// <summary>A telephone number as printed.</summary>
    [GeneratedRegex(@"^\+?[0-9(][0-9 ()./*#-]{1,38}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    internal static partial Regex Phone();
}
