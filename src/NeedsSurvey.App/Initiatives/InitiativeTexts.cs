using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Initiatives;

/// <summary>What people who answer read of an initiative, in one language. Empty: they read it in the language it was written in.</summary>
public sealed record InitiativeTexts
{
    public string Title { get; init; } = "";
    public string Purpose { get; init; } = "";
    public string UrgentReferral { get; init; } = "";

    internal InitiativeTexts Trimmed() =>
        new()
        {
            Title = Title.Trim(),
            Purpose = Purpose.Trim(),
            UrgentReferral = UrgentReferral.Trim(),
        };

    internal bool IsEmpty => Title.Length == 0 && Purpose.Length == 0 && UrgentReferral.Length == 0;

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
