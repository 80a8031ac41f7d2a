namespace NeedsSurvey.Domain.Surveys;

/// <summary>How far apart two words are, for "did you mean".</summary>
internal static class Spelling
{
    /// <summary>Levenshtein's distance: letters to insert, remove or replace; words longer than 64 letters count as far apart.</summary>
    internal static int Distance(string a, string b)
    {
        if (a.Length > 64 || b.Length > 64) return int.MaxValue;
        Span<int> row = stackalloc int[65];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
