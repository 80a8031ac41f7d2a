using System.Text.Json;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Responses;

/// <summary>What is said of something typed that is not one number: what was understood, where numbers are seen in it.</summary>
internal static class NumberFaults
{
    private const int LongestShown = 40;

    /// <summary>Adds the fault; its code is <paramref name="code"/> where no number is seen.</summary>
    internal static void NotRead(JsonElement json, Place at, FaultList faults, string code)
    {
        if (json.ValueKind != JsonValueKind.String || !JsonText.TryRead(json, out var text) || text.Length > LongestShown)
        {
            faults.Add(at, code);
            return;
        }
        var typed = TypedText.Trimmed(text);
        var seen = TypedNumber.Seen(typed, out var isOne).Select(number => Shown(number, faults.Language)).ToList();
        if (isOne)
            faults.Add(at, "either_number", typed, seen[0], seen[1]);
        else if (seen.Count > 1)
            faults.Add(at, "several_numbers", typed, string.Join(KnownLanguages.For(faults.Language).And, seen));
        else
            faults.Add(at, code);
    }

    /// <summary>Without marks of thousands, as the person is asked to write it.</summary>
    private static string Shown(decimal number, string language) =>
        number.ToString("0.############################", ReaderCulture.Of(language));
}
