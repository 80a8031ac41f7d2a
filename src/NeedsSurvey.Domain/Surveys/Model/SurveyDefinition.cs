using System.Text.Json.Serialization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// What a survey asks, in the words of XLSForm where it has them (JSON in snake_case; survey-format.md, "The survey").
/// Immutable once published as a <c>SurveyVersion</c>. What it does not hold: the slug, state, dates and quotas of a survey,
/// which live with the survey and may change while it is open.
/// </summary>
public sealed record SurveyDefinition
{
    /// <summary>The survey's title, shown to respondents.</summary>
    public required LocalText Title { get; init; }

    /// <summary>
    /// Languages offered, BCP 47 codes; the first is the language the survey was written in. At most <see cref="Limits.Languages"/>.
    /// </summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>The language the survey was written in: the first of <see cref="Languages"/>.</summary>
    [JsonIgnore]
    public string FirstLanguage => Languages.Count > 0 ? Languages[0] : "en";

    /// <summary>What the start page says.</summary>
    public StartPage Start { get; init; } = new();

    /// <summary>Help for people whom the survey upsets, shown on every page.</summary>
    public IReadOnlyList<SupportLink> Support { get; init; } = [];

    /// <summary>It asks what cannot wait: it is not published before a place nearby that helps is in <see cref="Support"/>.</summary>
    public bool RequiresLocalHelp { get; init; }

    /// <summary>One question (or <c>field-list</c> group) a page, or all on one page.</summary>
    public SurveyLayout Layout { get; init; } = SurveyLayout.OnePerPage;

    /// <summary>Asks, before Submit, whether the words may be quoted; stored with the response, never assumed.</summary>
    public bool AskToQuote { get; init; }

    /// <summary>Words after Submit, above the receipt.</summary>
    public LocalText? Thanks { get; init; }

    /// <summary>Choice lists that questions share, by list name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>Questions, groups and repeats in the order asked.</summary>
    public IReadOnlyList<SurveyItem> Questions { get; init; } = [];
}

/// <summary>One thing at a time is the default (answering-pages.md 3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SurveyLayout>))]
public enum SurveyLayout
{
    [JsonStringEnumMemberName("one_per_page")]
    OnePerPage,

    [JsonStringEnumMemberName("all_on_one")]
    AllOnOne,
}

/// <summary>The start page: who asks, why, what it takes and what happens next (answering-pages.md 1). Empty parts are filled from the
/// initiative.</summary>
public sealed record StartPage
{
    public LocalText? WhoAsks { get; init; }
    public LocalText? Why { get; init; }
    public LocalText? WhoSees { get; init; }
    public LocalText? WhatNext { get; init; }

    /// <summary>The last day to answer, as people are told it; the survey is closed by hand all the same.</summary>
    public DateOnly? AnswersUntil { get; init; }

    /// <summary>The day by which people can read what was said.</summary>
    public DateOnly? HeardBy { get; init; }

    /// <summary>A person who asks on their own says what moves them: their values, as they stand when the page is read.</summary>
    public bool ShowValues { get; init; }

    /// <summary>Minutes it takes; estimated from the questions when absent.</summary>
    public int? Minutes { get; init; }
}

/// <summary>Somewhere to turn: a name with an address (https, http or tel) or a telephone number or both.</summary>
public sealed record SupportLink
{
    public required LocalText Label { get; init; }
    public string? Url { get; init; }
    public string? Phone { get; init; }

    /// <summary>It is near those who answer and helps today: not a helpline.</summary>
    public bool Local { get; init; }
}

/// <summary>One choice of a list.</summary>
public sealed record Choice
{
    /// <summary>The code that is stored and exported; unique in its list.</summary>
    public required string Name { get; init; }
    public required LocalText Label { get; init; }

    /// <summary>Chosen alone: "none of these" (select_multiple).</summary>
    public bool Exclusive { get; init; }

    /// <summary>The need that choosing this states, by its name in the initiative's needs.</summary>
    public string? Need { get; init; }

    /// <summary>Stays at its place where the others are asked in random order.</summary>
    public bool Anchor { get; init; }

    /// <summary>Extra columns that a <c>choice_filter</c> may use, as in XLSForm's choices sheet.</summary>
    public IReadOnlyDictionary<string, string>? Filter { get; init; }
}

/// <summary>One point of a rating scale.</summary>
public sealed record ScalePoint
{
    public required int Value { get; init; }
    public required LocalText Label { get; init; }
}

/// <summary>A rated aspect of a need grid: the words of the question and its scale, lowest value first.</summary>
public sealed record GridAspect
{
    public required LocalText Label { get; init; }
    public required IReadOnlyList<ScalePoint> Scale { get; init; }
}

/// <summary>A row of a need grid or matrix.</summary>
public sealed record GridRow
{
    /// <summary>Stable code, unique in its grid.</summary>
    public required string Name { get; init; }
    public required LocalText Label { get; init; }
    public LocalText? Hint { get; init; }

    /// <summary>The need this row is about (need grids); its own name when absent.</summary>
    public string? Need { get; init; }

    /// <summary>Stays at its place where the others are asked in random order.</summary>
    public bool Anchor { get; init; }
}

/// <summary>Limits every definition keeps; a larger one is refused by <c>DefinitionCheck</c>, never cut.</summary>
public static class Limits
{
    public const int Questions = 5_000;
    public const int ChoicesPerList = 1_000;

    /// <summary>Choices of a list that only questions with one answer use: it is shown as a drop-down list that can be searched.</summary>
    public const int ChoicesOfOne = 10_000;
    public const int Languages = 20;

    /// <summary>Characters of one label in one language.</summary>
    public const int LabelCharacters = 4_000;

    /// <summary>Characters of one text answer.</summary>
    public const int TextAnswerCharacters = 10_000;

    /// <summary>Bytes of one definition as JSON.</summary>
    public const int DefinitionBytes = 8 * 1024 * 1024;

    /// <summary>Characters of one expression.</summary>
    public const int ExpressionCharacters = 4_000;

    /// <summary>Characters of one name; PostgreSQL's and SPSS's columns are no longer.</summary>
    public const int NameCharacters = 64;

    /// <summary>Choices that one question may offer in all its best-worst sets, and rows of one grid.</summary>
    public const int GridRows = 200;

    /// <summary>Columns of one export file; Excel ends at 16,384.</summary>
    public const int ExportColumns = 16_000;

    /// <summary>Groups within groups.</summary>
    public const int Depth = 10;

    /// <summary>Instances of one repeat.</summary>
    public const int RepeatInstances = 100;
}
