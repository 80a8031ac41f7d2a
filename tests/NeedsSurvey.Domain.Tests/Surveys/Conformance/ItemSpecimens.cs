namespace NeedsSurvey.Domain.Tests.Surveys.Conformance;

/// <summary>An item that nobody answers, named <c>item</c>, with a question <c>q</c> inside it or beside it.</summary>
internal sealed record ItemSpecimen
{
    /// <summary>Its name in every survey of these tests.</summary>
    internal const string Name = "item";

    /// <summary>The type, in the format's words.</summary>
    public required string Kind { get; init; }

    /// <summary>The item as JSON; its label is <see cref="Specimen.Label"/>.</summary>
    public required string Definition { get; init; }

    /// <summary>What stands beside it; null for an item that holds its question itself.</summary>
    public string? Beside { get; init; }

    /// <summary>Makes the definition wrong; the code is that of the fault.</summary>
    public required Edit Broken { get; init; }

    /// <summary>Splits the data; null for an item that has none.</summary>
    public Edit? Splitting { get; init; }

    /// <summary>What becomes of it when it is a question in the next version.</summary>
    public string Retyped { get; init; } = "retyped";

    /// <summary>Answers as a program sends them.</summary>
    public required string Answers { get; init; }

    /// <summary>What is stored for them.</summary>
    public required string Stored { get; init; }

    /// <summary>The same answers as fields.</summary>
    public required (string Name, string Value)[] Fields { get; init; }

    /// <summary>Keys of all pages of the survey.</summary>
    public required string[] Pages { get; init; }

    /// <summary>Whether people read its label while they answer.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>The file of the export that its columns are in, when it has one of its own.</summary>
    public string? File { get; init; }

    /// <summary>All columns of that file and their cells.</summary>
    public required (string Header, string Cell)[] Columns { get; init; }

    /// <summary>Fields of the editor, besides the label, that make a new one worth keeping.</summary>
    public (string Name, string Value)[] EditorFields { get; init; } = [];

    /// <summary>The survey's questions.</summary>
    internal string[] Questions => Beside is null ? [Definition] : [Definition, Beside];

    /// <summary>The survey's questions after an edit of the item, which must change it.</summary>
    internal string[] Edited(Edit edit)
    {
        Assert.Contains(edit.From, Definition, StringComparison.Ordinal);
        var changed = Definition.Replace(edit.From, edit.To, StringComparison.Ordinal);
        return Beside is null ? [changed] : [changed, Beside];
    }
}

/// <summary>One specimen for each type that nobody answers.</summary>
internal static class ItemSpecimens
{
    private const string Number = """{"type":"integer","name":"q","label":"How many?"}""";

    internal static readonly IReadOnlyDictionary<string, ItemSpecimen> ByKind = new ItemSpecimen[]
    {
        new()
        {
            Kind = "note",
            Definition = """{"type":"note","name":"item","label":"What do you say?","hint":"Take your time."}""",
            Beside = Number,
            Broken = new("\"What do you say?\"", "\"\"", "label_missing"),
            Answers = """{"q":12}""",
            Stored = """{"q":12}""",
            Fields = [("q", "12")],
            Pages = ["q"],
            Columns = [("q", "12")],
        },
        new()
        {
            Kind = "calculate",
            Definition = """{"type":"calculate","name":"item","label":"What do you say?","calculation":"${q} * 2"}""",
            Beside = Number,
            Broken = new("${q}", "${nobody}", "expression_unknown_name"),
            Splitting = new("* 2", "* 3", "calculation"),
            Retyped = "name_reused",
            Answers = """{"q":12}""",
            Stored = """{"item":24,"q":12}""",
            Fields = [("q", "12")],
            Pages = ["q"],
            IsShown = false,
            Columns = [("item", "24"), ("q", "12")],
            EditorFields = [("calculation", "1 + 1")],
        },
        new()
        {
            Kind = "group",
            Definition = $$"""
                {"type":"group","name":"item","label":"What do you say?","appearance":"field-list","questions":[{{Number}}],
                 "warning":"This may be hard."}
                """,
            Broken = new(Number, "", "empty_group"),
            Answers = """{"q":12}""",
            Stored = """{"q":12}""",
            Fields = [("q", "12")],
            Pages = ["item:warning", "item"],
            Columns = [("q", "12")],
        },
        new()
        {
            Kind = "repeat",
            Definition = $$"""{"type":"repeat","name":"item","label":"What do you say?","questions":[{{Number}}]}""",
            Broken = new(Number, $$"""{"type":"repeat","name":"inner","label":"Inner","questions":[{{Number}}]}""", "repeat_in_repeat"),
            Retyped = "name_reused",
            Answers = """{"item":[{"q":12}]}""",
            Stored = """{"item":[{"q":12}]}""",
            Fields = [("item:1:q", "12")],
            Pages = ["item"],
            File = "item",
            Columns = [("q", "12")],
        },
    }.ToDictionary(specimen => specimen.Kind);
}
