using System.Text.Json.Serialization;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// A question, group or repeat. A closed hierarchy, one type for each <c>type</c> of the JSON format, so that a key that means
/// nothing for a type is refused when the definition is read.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextQuestion), "text")]
[JsonDerivedType(typeof(IntegerQuestion), "integer")]
[JsonDerivedType(typeof(DecimalQuestion), "decimal")]
[JsonDerivedType(typeof(DateQuestion), "date")]
[JsonDerivedType(typeof(TimeQuestion), "time")]
[JsonDerivedType(typeof(SelectOneQuestion), "select_one")]
[JsonDerivedType(typeof(SelectMultipleQuestion), "select_multiple")]
[JsonDerivedType(typeof(RankQuestion), "rank")]
[JsonDerivedType(typeof(RangeQuestion), "range")]
[JsonDerivedType(typeof(NeedGridQuestion), "need_grid")]
[JsonDerivedType(typeof(MatrixQuestion), "matrix")]
[JsonDerivedType(typeof(BestWorstQuestion), "best_worst")]
[JsonDerivedType(typeof(GeopointQuestion), "geopoint")]
[JsonDerivedType(typeof(ImageQuestion), "image")]
[JsonDerivedType(typeof(AudioQuestion), "audio")]
[JsonDerivedType(typeof(FileQuestion), "file")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Calculate), "calculate")]
[JsonDerivedType(typeof(Group), "group")]
[JsonDerivedType(typeof(Repeat), "repeat")]
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
    public string? Relevant { get; init; }

    /// <summary>XLSForm's presentation hint, e.g. <c>multiline</c>, <c>rating</c>, <c>field-list</c>, <c>likert</c>.</summary>
    public string? Appearance { get; init; }
}

/// <summary>An item that holds others.</summary>
public abstract record Container : SurveyItem
{
    [JsonPropertyOrder(1)]
    public IReadOnlyList<SurveyItem> Questions { get; init; } = [];
}

/// <summary>Questions that belong together; with appearance <c>field-list</c> they share a page.</summary>
public sealed record Group : Container
{
    /// <summary>Said before a hard section, with a way to skip it.</summary>
    public LocalText? Warning { get; init; }
}

/// <summary>Questions asked once for each of several things.</summary>
public sealed record Repeat : Container
{
    /// <summary>Expression for the number of instances; absent: the respondent adds them.</summary>
    public string? RepeatCount { get; init; }
}

/// <summary>Words or a picture without an answer.</summary>
public sealed record Note : SurveyItem;

/// <summary>A value worked out from other answers; never shown.</summary>
public sealed record Calculate : SurveyItem
{
    public required string Calculation { get; init; }
}

/// <summary>An item that a person answers.</summary>
public abstract record Question : SurveyItem
{
    /// <summary>An empty answer is asked for again; "prefer not to say" always satisfies it when offered.</summary>
    public bool Required { get; init; }
    public LocalText? RequiredMessage { get; init; }

    /// <summary>"Prefer not to say" is offered; on by default.</summary>
    public bool MayDecline { get; init; } = true;

    /// <summary>Expression with <c>.</c> for the answer; must be true of a given answer.</summary>
    public string? Constraint { get; init; }
    public LocalText? ConstraintMessage { get; init; }

    /// <summary>Expression or literal for the value shown first.</summary>
    public string? Default { get; init; }

    /// <summary>
    /// What this says about the person (<c>age</c>, <c>area</c>, <c>tenure</c>…): used for representation, weights and breakdowns,
    /// and matched to the population margins of the same name.
    /// </summary>
    public string? GroupRole { get; init; }
}

/// <summary>Free text. Stored in Unicode NFC.</summary>
public sealed record TextQuestion : Question
{
    /// <summary>An open story: its excerpts are read by people and coded to needs.</summary>
    public bool Story { get; init; }
    public int? MaxLength { get; init; }
}

/// <summary>A whole number (64 bits).</summary>
public sealed record IntegerQuestion : Question;

/// <summary>A decimal number.</summary>
public sealed record DecimalQuestion : Question;

/// <summary>A day, ISO 8601.</summary>
public sealed record DateQuestion : Question;

/// <summary>A time of day, <c>HH:mm</c>.</summary>
public sealed record TimeQuestion : Question;

/// <summary>A question answered from a choice list.</summary>
public abstract record ChoiceQuestion : Question
{
    /// <summary>The choices themselves, or the name of a list in <see cref="SurveyDefinition.Choices"/>.</summary>
    public required ChoiceSource Choices { get; init; }

    /// <summary>Expression over the choice's filter columns; a choice is offered when true.</summary>
    public string? ChoiceFilter { get; init; }
}

/// <summary>Exactly one choice.</summary>
public sealed record SelectOneQuestion : ChoiceQuestion
{
    /// <summary>Offers "other", with words of one's own.</summary>
    public bool Other { get; init; }
}

/// <summary>Any number of choices.</summary>
public sealed record SelectMultipleQuestion : ChoiceQuestion
{
    /// <summary>Offers "other", with words of one's own.</summary>
    public bool Other { get; init; }
    public int? Min { get; init; }
    public int? Max { get; init; }
}

/// <summary>Choices in order of preference; <see cref="Top"/> limits how many places are filled.</summary>
public sealed record RankQuestion : ChoiceQuestion
{
    public int? Top { get; init; }
}

/// <summary>A number on a scale, by default 0 to 10 in steps of 1 (XLSForm's range; appearance <c>rating</c> for stars).</summary>
public sealed record RangeQuestion : Question
{
    public decimal Start { get; init; }
    public decimal End { get; init; } = 10;
    public decimal Step { get; init; } = 1;
    public LocalText? LowLabel { get; init; }
    public LocalText? HighLabel { get; init; }

    /// <summary>The need whose importance (or strength) this rates, if any.</summary>
    public string? Need { get; init; }
}

/// <summary>Rows of needs, each rated for importance and satisfaction; asked need by need.</summary>
public sealed record NeedGridQuestion : Question
{
    public required IReadOnlyList<GridRow> Rows { get; init; }
    public required GridAspect Importance { get; init; }
    public required GridAspect Satisfaction { get; init; }
}

/// <summary>Rows that share one scale of choices.</summary>
public sealed record MatrixQuestion : ChoiceQuestion
{
    public required IReadOnlyList<GridRow> Rows { get; init; }
}

/// <summary>Sets of choices; in each, the best (most) and the worst (least) are named.</summary>
public sealed record BestWorstQuestion : ChoiceQuestion
{
    /// <summary>Choice names shown together, a list for each set.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Sets { get; init; }
    public LocalText? BestLabel { get; init; }
    public LocalText? WorstLabel { get; init; }
}

/// <summary>A point: latitude, longitude, accuracy.</summary>
public sealed record GeopointQuestion : Question;

/// <summary>A file that the respondent gives.</summary>
public abstract record MediaQuestion : Question;

/// <summary>A picture.</summary>
public sealed record ImageQuestion : MediaQuestion;

/// <summary>A sound recording.</summary>
public sealed record AudioQuestion : MediaQuestion;

/// <summary>Any file.</summary>
public sealed record FileQuestion : MediaQuestion;
