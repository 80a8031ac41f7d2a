using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Initiatives;

/// <summary>
/// What people who answer, and readers of the report, read of an initiative, in one language.
/// Empty: they read it in the language it was written in.
/// </summary>
public sealed record InitiativeTexts
{
    public string Title { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string Community { get; init; } = "";
    public string Place { get; init; } = "";

    /// <summary>A person's values in a row, as the start page names them.</summary>
    public string Values { get; init; } = "";
    public string UrgentReferral { get; init; } = "";

    internal InitiativeTexts Trimmed() =>
        new()
        {
            Title = Title.Trim(),
            Purpose = Purpose.Trim(),
            Community = Community.Trim(),
            Place = Place.Trim(),
            Values = Values.Trim(),
            UrgentReferral = UrgentReferral.Trim(),
        };

    internal bool IsEmpty => Title.Length + Purpose.Length + Community.Length + Place.Length + Values.Length + UrgentReferral.Length == 0;

    /// <summary>As the column has them.</summary>
    internal static string Json(IReadOnlyDictionary<string, InitiativeTexts>? texts) =>
        JsonSerializer.Serialize(
            texts?.Where(one => !one.Value.IsEmpty).ToDictionary() ?? new Dictionary<string, InitiativeTexts>(),
            JsonSerializerOptions.Web
        );

    /// <summary>From the column; null when there are none.</summary>
    internal static IReadOnlyDictionary<string, InitiativeTexts>? Of(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, InitiativeTexts>>(json, JsonSerializerOptions.Web) is { Count: > 0 } texts
            ? texts
            : null;

    /// <summary>A text by language.</summary>
    /// <param name="written">As it was written, in the survey's first language as far as anybody knows.</param>
    /// <param name="first">That language.</param>
    public static LocalText ByLanguage(
        string written,
        string first,
        IReadOnlyDictionary<string, InitiativeTexts>? texts,
        Func<InitiativeTexts, string> text
    )
    {
        var words = new Dictionary<string, string> { [first] = written };
        foreach (var (language, told) in texts ?? new Dictionary<string, InitiativeTexts>())
            if (text(told).Length > 0)
                words[language] = text(told);
        return new LocalText(words);
    }
}
