using System.Text.Json;
using NeedsSurvey.Domain.Responses;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>A change to a specimen's definition, as text, and the code that it leads to.</summary>
internal sealed record Edit(string From, string To, string Code);

/// <summary>
/// One question of one type with everything that must be true of it. <c>NAME</c> stands for the question's name, so that the same specimen
/// stands at the top of a survey and inside a repeat.
/// </summary>
internal sealed record Specimen
{
    /// <summary>What stands for the name.</summary>
    internal const string Placeholder = "NAME";

    /// <summary>The type, in the format's words; the question's name at the top of a survey too.</summary>
    public required string Kind { get; init; }

    /// <summary>The question as JSON. Its label is <see cref="Label"/>.</summary>
    public required string Definition { get; init; }

    /// <summary>Makes the definition wrong; the code is that of the fault.</summary>
    public required Edit Broken { get; init; }

    /// <summary>Splits the data; null for a type that has no such property of its own.</summary>
    public Edit? Splitting { get; init; }

    /// <summary>An answer as a program sends it, in canonical form.</summary>
    public required string Answer { get; init; }

    /// <summary>The same answer as the fields of a form; the name of the field that all others hang on is <c>NAME</c>.</summary>
    public required (string Name, string Value)[] Fields { get; init; }

    /// <summary>An answer that does not fit, with the code of the fault.</summary>
    public required (string Answer, string Code) Wrong { get; init; }

    /// <summary>Fields that a person can fill in wrongly; empty where the form offers right answers only.</summary>
    public (string Name, string Value)[] WrongFields { get; init; } = [];

    /// <summary>"Prefer not to say" as fields that the pages offer.</summary>
    public (string Name, string Value)[] DeclineFields { get; init; } = [("NAME:declined", "yes")];

    /// <summary>What is stored for <see cref="DeclineFields"/>.</summary>
    public string Declined { get; init; } = """{"declined":true}""";

    /// <summary>"I do not know", as it is stored.</summary>
    public string Unknown => Declined.Replace("declined", "unknown", StringComparison.Ordinal);

    /// <summary>Columns of the export, each with the cell of <see cref="Answer"/>.</summary>
    public required (string Header, string Cell)[] Columns { get; init; }

    /// <summary>What those cells are; columns of words for "other" are words whatever this says.</summary>
    public CellKind Cells { get; init; } = CellKind.Fixed;

    /// <summary>The answer in English words, line by line.</summary>
    public required (string Heading, string Words)[] Words { get; init; }

    /// <summary>Words of the question that people read while they answer.</summary>
    public string[] Asked { get; init; } = [Label];

    /// <summary>Pages that it takes when one thing is asked at a time.</summary>
    public int Pages { get; init; } = 1;

    /// <summary>The key of the results' JSON that holds its tally; null where results tell who answered and no more.</summary>
    public required string? Tally { get; init; }

    /// <summary>Fields of the editor, besides the label, that make a new question of this kind worth publishing.</summary>
    public (string Name, string Value)[] EditorFields { get; init; } = [];

    /// <summary>The words of every specimen's question.</summary>
    internal const string Label = "What do you say?";

    /// <summary>Its name inside a repeat.</summary>
    internal string NameInRepeat => "in_" + Kind;

    /// <summary>The definition of a question with this name.</summary>
    internal string Named(string name) => Named(Definition, name);

    /// <summary>The same, which offers "I do not know".</summary>
    internal string OffersUnknown => Edited(new("\"label\":\"What", "\"may_not_know\":true,\"label\":\"What", ""));

    /// <summary>"I do not know" as fields that the pages offer.</summary>
    internal (string Name, string Value)[] UnknownFields =>
        [
            .. DeclineFields.Select(given =>
                (
                    given.Name.Replace(":declined", ":unknown", StringComparison.Ordinal),
                    given.Value.Replace(":declined", ":unknown", StringComparison.Ordinal)
                )
            ),
        ];

    /// <summary>The definition after an edit, which must change it.</summary>
    internal string Edited(Edit edit, string? name = null)
    {
        Assert.Contains(edit.From, Definition, StringComparison.Ordinal);
        return Named(Definition.Replace(edit.From, edit.To, StringComparison.Ordinal), name ?? Kind);
    }

    /// <summary>Fields for a question with this name (or beginning of a name: <c>things:1:in_age</c>).</summary>
    internal static (string Name, string Value)[] Named((string Name, string Value)[] fields, string name) =>
        [.. fields.Select(field => (Named(field.Name, name), field.Value))];

    /// <summary>Text with the name put in.</summary>
    internal static string Named(string text, string name) => text.Replace(Placeholder, name, StringComparison.Ordinal);

    /// <summary>A survey of these questions as JSON.</summary>
    internal static string Survey(params string[] questions) =>
        $$"""{"title":"Conformance","questions":[{{string.Join(',', questions)}}]}""";

    /// <summary>A survey of these questions; one that cannot be read is a mistake in the test.</summary>
    internal static SurveyDefinition Read(params string[] questions)
    {
        var reading = SurveyJson.Read(Survey(questions));
        Assert.Empty(reading.Faults);
        return reading.Definition!;
    }

    /// <summary>Whether two texts are the same JSON, whatever the order of keys and the spaces.</summary>
    internal static void SameJson(string expected, string actual) =>
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(actual)),
            $"Expected {expected}\nbut was  {actual}"
        );
}
