using System.Text.Json;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Seeds;

/// <summary>
/// A questionnaire to begin from (<c>seeds/templates/*.json</c>). Taken over, it becomes a survey's draft and nothing links back.
/// </summary>
public sealed record SurveyTemplate
{
    /// <summary>Stable key, the file's name without its ending.</summary>
    public required string Key { get; init; }

    /// <summary>Place in the list, from 1.</summary>
    public required int Position { get; init; }
    public required LocalText Title { get; init; }

    /// <summary>What it asks and for when it is made, for the person who chooses.</summary>
    public required LocalText Description { get; init; }
    public required TemplateAudience For { get; init; }

    /// <summary>Key of the need catalogue whose needs the questions point to.</summary>
    public required string Catalogue { get; init; }

    /// <summary>What an organiser must check or replace before publishing: places, languages, sources of help.</summary>
    public IReadOnlyList<LocalText> BeforeYouPublish { get; init; } = [];

    /// <summary>The survey definition as JSON (survey-format.md); <see cref="DefinitionJson"/> is its text.</summary>
    public required JsonElement Definition { get; init; }

    /// <summary>The definition's text, ready to be read as any draft is.</summary>
    public string DefinitionJson() => Definition.GetRawText();

    /// <summary>The definition, read. A seed that cannot be read is a bug and throws with its first fault.</summary>
    public SurveyDefinition ReadDefinition()
    {
        var reading = SurveyJson.Read(Definition);
        return reading.Ok ? reading.Definition : throw new InvalidOperationException($"Template '{Key}': {reading.Faults[0]}");
    }

    /// <summary>The languages in which the questionnaire is complete, the first being the one it was written in.</summary>
    public IReadOnlyList<string> Languages() =>
        [.. Definition.GetProperty("languages").EnumerateArray().Select(language => language.GetString()!)];
}

/// <summary>Whom a template speaks for: an organisation with a mission, a person with values, or either.</summary>
public enum TemplateAudience
{
    Organisation,
    Individual,
    Both,
}
