// What the columns of an export are called for people: headers in a language, the codebook's sentences. The columns themselves are
// Domain/Responses/Table's.

using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Exchange;

/// <summary>Words for the columns of an export.</summary>
public static class ExportWords
{
    /// <summary>Columns that stand before the questions in <c>responses.csv</c>, with what they mean.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> ResponseColumns =
    [
        ("response_id", "Random number of the response; its order says nothing about who answered when."),
        ("version", "Version of the survey that was answered."),
        ("language", "Language in which it was answered."),
        ("received_on", "Day on which it came in, on the initiative's clock; nothing finer is stored."),
        ("wave", "Wave of the survey; 1 for a survey that is asked once."),
        ("complete", "1: sent off by the person who answered. Drafts are never stored."),
    ];

    /// <summary>Columns that stand before the questions in a file of a repeat.</summary>
    public static readonly IReadOnlyList<(string Name, string Meaning)> RepeatColumns =
    [
        ("response_id", "The response that it belongs to."),
        ("index", "Its place in the response, from 1."),
    ];

    /// <summary>Columns that a file has before its questions.</summary>
    public static IReadOnlyList<(string Name, string Meaning)> LeadingColumns(AnswerFile file) =>
        file.Repeat is null ? ResponseColumns : RepeatColumns;

    /// <summary>The type in the survey format's words: <c>select_one</c>.</summary>
    public static string Type(AnswerBlock block) => ItemTypes.Word(block.Item.Item);

    /// <summary>The question's words in a language (else in the survey's first), or its name.</summary>
    public static string Label(AnswerBlock block, string language) =>
        block.Item.Item.Label?.In(language, block.Item.FirstLanguage) is { Length: > 0 } words ? words : block.Question;

    /// <summary>A header for people: the question, and what of it the column holds.</summary>
    public static string Header(AnswerBlock block, AnswerColumn column, string language)
    {
        var question = Label(block, language);
        return column.Content switch
        {
            ColumnContent.Value => question,
            ColumnContent.Chosen => $"{question} – {ChoiceLabel(block, column.Part, language)}",
            ColumnContent.OtherWords => $"{question} – {ChoiceLabel(block, CompiledItem.OtherChoice, language)}",
            ColumnContent.Place => $"{question} – {column.Part}",
            ColumnContent.Importance => $"{question} – {RowLabel(block, column.Part, language)} – {Aspect(block, column, language)}",
            ColumnContent.Satisfaction => $"{question} – {RowLabel(block, column.Part, language)} – {Aspect(block, column, language)}",
            ColumnContent.Row => $"{question} – {RowLabel(block, column.Part, language)}",
            ColumnContent.Best => $"{question} – {column.Part}: {WordsOf(block, column)?.In(language) ?? "best"}",
            ColumnContent.Worst => $"{question} – {column.Part}: {WordsOf(block, column)?.In(language) ?? "worst"}",
            ColumnContent.Latitude => $"{question} – latitude",
            ColumnContent.Longitude => $"{question} – longitude",
            ColumnContent.Accuracy => $"{question} – accuracy (m)",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Headers for people; of several that read alike each has its column's name behind it.</summary>
    public static IReadOnlyList<string> Headers(AnswerFile file, string language)
    {
        var words = file
            .Blocks.SelectMany(block => block.Columns.Select(column => (column.Name, Header: Header(block, column, language))))
            .ToList();
        var twice = words
            .GroupBy(column => column.Header, StringComparer.OrdinalIgnoreCase)
            .Where(alike => alike.Count() > 1)
            .Select(alike => alike.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var taken = LeadingColumns(file).Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. words.Select(column =>
                twice.Contains(column.Header) || taken.Contains(column.Header) ? $"{column.Header} ({column.Name})" : column.Header
            ),
        ];
    }

    /// <summary>What a cell of the column says, in a sentence.</summary>
    public static string Meaning(AnswerBlock block, AnswerColumn column) =>
        column.Content switch
        {
            ColumnContent.Value => block.Item.Item is Question question
                ? question.AnswerType.CellMeaning
                : "Worked out from other answers.",
            ColumnContent.Chosen => "1 when it was picked, 0 when the question was answered without it, not asked when it was not offered.",
            ColumnContent.OtherWords =>
                "The person's own words for “other”; empty when it was picked without words, not asked when it was not picked.",
            ColumnContent.Place => $"Code of the choice at place {column.Part}.",
            ColumnContent.Importance => "Importance, as a point of its scale.",
            ColumnContent.Satisfaction => "Satisfaction, as a point of its scale.",
            ColumnContent.Row => "Code of the choice for this row.",
            ColumnContent.Best => $"Code of the choice called best in set {column.Part}.",
            ColumnContent.Worst => $"Code of the choice called worst in set {column.Part}.",
            ColumnContent.Latitude => "Degrees north.",
            ColumnContent.Longitude => "Degrees east.",
            ColumnContent.Accuracy => "Accuracy in metres.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// The values that a column can have and what they stand for, in the survey's first language: <c>rent = Renting; own = Owning</c>.
    /// Empty where there is no list.
    /// </summary>
    public static string Values(AnswerBlock block, AnswerColumn column)
    {
        var language = block.Item.FirstLanguage;
        if (column.Content == ColumnContent.Chosen)
            return $"0; 1 = {ChoiceLabel(block, column.Part, language)}";
        if ((block.Item.Item as Question)?.ValuesOf(column.Content, language) is { } values)
            return values;
        return column.Content == ColumnContent.OtherWords
            ? ""
            : string.Join("; ", block.Choices.Select(choice => $"{choice.Name} = {choice.Label.In(language)}"));
    }

    private static string ChoiceLabel(AnswerBlock block, string code, string language) =>
        block.Choice(code)?.Label.In(language, block.Item.FirstLanguage) ?? code;

    private static string RowLabel(AnswerBlock block, string name, string language) =>
        block.Rows.FirstOrDefault(row => row.Name == name)?.Label.In(language, block.Item.FirstLanguage) ?? name;

    private static string Aspect(AnswerBlock block, AnswerColumn column, string language) =>
        WordsOf(block, column)?.In(language, block.Item.FirstLanguage) ?? "";

    private static LocalText? WordsOf(AnswerBlock block, AnswerColumn column) => (block.Item.Item as Question)?.WordsOf(column.Content);
}
