using System.Text.Json.Serialization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// A question, group or repeat. A closed hierarchy, one type for each <c>type</c> of the JSON format, so that a key that means
/// nothing for a type is refused when the definition is read.
/// </summary>
public abstract record SurveyItem
{
    /// <summary><c>[A-Za-z_][A-Za-z0-9_.-]*</c>, unique in the survey over all its versions' meanings.</summary>
    [JsonPropertyOrder(-3)]
    public required string Name { get; init; }

    [JsonPropertyOrder(-2)]
    public LocalText? Label { get; init; }

    [JsonPropertyOrder(-1)]
    public LocalText? Hint { get; init; }

    /// <summary>Expression: shown (and asked) only when true.</summary>
    [IsExpression]
    public string? Relevant { get; init; }

    /// <summary>XLSForm's presentation hint, e.g. <c>multiline</c>, <c>rating</c>, <c>field-list</c>, <c>likert</c>.</summary>
    public string? Appearance { get; init; }

    /// <summary>Whether this word is among those of its appearance: XLSForm's <c>w1 multiline</c> is <c>multiline</c> too.</summary>
    public bool Looks(string word) => AppearanceWords().Contains(word);

    /// <summary>The words that change how an item of this type looks or is laid out; others are kept and change nothing.</summary>
    internal virtual IReadOnlyList<string> KnownAppearances => [];

    internal IEnumerable<string> AppearanceWords() => Appearance?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}

/// <summary>An item that holds others.</summary>
public abstract record Container : SurveyItem
{
    [JsonPropertyOrder(1)]
    public IReadOnlyList<SurveyItem> Questions { get; init; } = [];
}

/// <summary>Questions that belong together; with appearance <c>field-list</c> they share a page.</summary>
[ItemType("group")]
public sealed record Group : Container
{
    /// <summary>Said before a hard section, with a way to skip it.</summary>
    public LocalText? Warning { get; init; }

    internal override IReadOnlyList<string> KnownAppearances => ["field-list"];
}

/// <summary>Questions asked once for each of several things.</summary>
[ItemType("repeat")]
public sealed record Repeat : Container
{
    /// <summary>Expression for the number of instances; absent: the respondent adds them.</summary>
    [IsExpression]
    public string? RepeatCount { get; init; }
}

/// <summary>Words or a picture without an answer.</summary>
[ItemType("note")]
public sealed record Note : SurveyItem;

/// <summary>A value worked out from other answers; never shown.</summary>
[ItemType("calculate")]
public sealed record Calculate : SurveyItem
{
    [IsExpression]
    public required string Calculation { get; init; }
}
