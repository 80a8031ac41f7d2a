namespace NeedsSurvey.Domain.Surveys;

/// <summary>What a column of the export holds.</summary>
public enum ColumnContent
{
    /// <summary>The answer itself: words, number, day, code of one choice, calculated value.</summary>
    Value,

    /// <summary>1 when the choice was picked, 0 when the question was answered without it.</summary>
    Chosen,

    /// <summary>A person's own words for "other": empty when it was picked without words, not asked for when it was not picked.</summary>
    OtherWords,

    /// <summary>The choice ranked at a place.</summary>
    Place,

    /// <summary>A row's importance.</summary>
    Importance,

    /// <summary>A row's satisfaction.</summary>
    Satisfaction,

    /// <summary>The choice of a matrix row.</summary>
    Row,

    /// <summary>The choice called best in a set.</summary>
    Best,

    /// <summary>The choice called worst in a set.</summary>
    Worst,

    /// <summary>Degrees north.</summary>
    Latitude,

    /// <summary>Degrees east.</summary>
    Longitude,

    /// <summary>Metres.</summary>
    Accuracy,
}

/// <summary>One column that a question has in the export (export-format.md, "Data file").</summary>
/// <param name="Name">The header.</param>
/// <param name="Question">The item it belongs to.</param>
/// <param name="Content">What it holds.</param>
/// <param name="Part">The choice, row, or 1-based place or set it is about; empty for the whole answer.</param>
/// <param name="Repeat">The repeat whose file it is in; null for <c>responses.csv</c>.</param>
public sealed record ExportColumn(string Name, SurveyItem Question, ColumnContent Content, string Part = "", string? Repeat = null);

// The names of export columns are part of a survey's meaning, so they are decided here, once: the export writes them, DefinitionCheck
// refuses clashes among them, VersionDiff says what a change does to them.

/// <summary>Names the export columns of surveys and questions.</summary>
public static class ExportColumns
{
    /// <summary>Columns that every file has; no question may take their names.</summary>
    public static readonly IReadOnlyList<string> Reserved =
    [
        "response_id",
        "version",
        "language",
        "received_on",
        "wave",
        "weight",
        "complete",
        "index",
    ];

    /// <summary>Every column of a survey's questions and calculations, in the survey's order.</summary>
    public static IEnumerable<ExportColumn> Of(SurveyDefinition survey) => In(survey, survey.Questions, null);

    private static IEnumerable<ExportColumn> In(SurveyDefinition survey, IReadOnlyList<SurveyItem> items, string? repeat) =>
        items.SelectMany(item =>
            item is Container container
                ? In(survey, container.Questions, container is Repeat ? container.Name : repeat)
                : Of(survey, item).Select(column => repeat is null ? column : column with { Repeat = repeat })
        );

    /// <summary>The columns of one item; none for notes, groups and repeats.</summary>
    public static IEnumerable<ExportColumn> Of(SurveyDefinition survey, SurveyItem item) =>
        item switch
        {
            Question question => question.Columns(survey),
            Calculate => [new(item.Name, item, ColumnContent.Value)],
            _ => [],
        };
}
