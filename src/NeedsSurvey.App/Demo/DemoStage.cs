using Microsoft.Extensions.DependencyInjection;
using NeedsSurvey.App.Reports;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Demo;

/// <summary>What every part of a story needs to be told; <paramref name="operations"/> run by <paramref name="clock"/>.</summary>
internal sealed class DemoStage(DemoStory story, DemoClock clock, IServiceProvider operations)
{
    public static readonly Actor Teller = Actor.Operator with { Name = "demo" };

    /// <summary>The language that the organisations of the demo write in.</summary>
    public const string Language = "en";

    /// <summary>The other ones that their stories are told in.</summary>
    public static readonly IReadOnlyList<string> OtherLanguages = ["es", "ar"];

    private readonly Dictionary<string, Dictionary<string, string>> translations = [];

    public DemoStory Story => story;
    public DemoClock Clock => clock;
    public IServiceProvider Operations => operations;

    // Days for which the story itself has no number: coding follows the closing, goals follow the hearing check.
    public int CodedDay => story.Survey.OpenDays + 4;
    public int AdoptedDay => story.HearingCheck.EndDay + 7;
    public int PublishedDay => AdoptedDay + 7;

    /// <summary>What the report says in other languages, as far as it was told.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations =>
        translations.ToDictionary(language => language.Key, language => (IReadOnlyDictionary<string, string>)language.Value);

    public T Get<T>()
        where T : notnull => operations.GetRequiredService<T>();

    /// <summary>A text as it is written; "" for none.</summary>
    public static string Written(LocalText? text) => text?.In(Language) ?? "";

    /// <summary>Keeps a text's other languages for the report; answers it as it is written.</summary>
    /// <param name="key">Of the report's text; null for one that has none of its own.</param>
    /// <param name="text">The text.</param>
    /// <param name="language">The language it is written in.</param>
    public string Tell(string? key, LocalText? text, string language = Language)
    {
        if (text is null)
            return "";
        var written = text.In(language);
        foreach (var (other, words) in text.ByLanguage)
            // What is not in the report's own language is told in its own as well: else it would pass for the report's.
            if (other != Language || language != Language)
            {
                if (!translations.TryGetValue(other, out var told))
                    translations[other] = told = [];
                told[key ?? ReportTexts.SaidKey(written)] = words;
            }
        return written;
    }
}
