using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A kind of question as organisers choose it: in plain words, with something to begin from.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Name">On its tag and in the list.</param>
/// <param name="Words">When to choose it.</param>
internal sealed record QuestionKind(string Key, string Name, string Words, Func<string, SurveyItem> Blank);

/// <summary>The kinds that can be added, and the name of every item's kind.</summary>
internal static class QuestionKinds
{
    private static readonly ChoiceSource.Inline NoChoices = new([]);

    private static readonly string[] Importance = ["Not important", "A little", "Somewhat", "Very", "Most important of all"];
    private static readonly string[] Satisfaction = ["Not met at all", "Hardly met", "Partly met", "Mostly met", "Fully met"];

    /// <summary>Groups of kinds, in the order to offer them.</summary>
    public static readonly IReadOnlyList<(string Heading, IReadOnlyList<QuestionKind> Kinds)> All =
    [
        ("Needs",
        [
            new("story", "Open story", "“Let's talk about what's going on.” People write in their own words; you read the answers and code them to needs.", name => new TextQuestion { Name = name, Story = true, Appearance = "multiline" }),
            new("need_grid", "Need grid", "A list of needs; for each, how important it is and how well it is met. Asked one need at a time.", name => new NeedGridQuestion
            {
                Name = name, Rows = [],
                Importance = new() { Label = "How important is this to you?", Scale = Scale(Importance) },
                Satisfaction = new() { Label = "How well is it met now?", Scale = Scale(Satisfaction) },
            }),
        ]),
        ("Choices",
        [
            new("select_one", "Choose one", "One answer from a list.", name => new SelectOneQuestion { Name = name, Choices = NoChoices }),
            new("select_multiple", "Choose several", "Any number of answers from a list.", name => new SelectMultipleQuestion { Name = name, Choices = NoChoices }),
            new("rank", "Put in order", "Which comes first, second, third?", name => new RankQuestion { Name = name, Choices = NoChoices, Top = 3 }),
            new("matrix", "Same scale for several things", "Several short statements, each answered on the same scale.", name => new MatrixQuestion { Name = name, Choices = NoChoices, Rows = [] }),
        ]),
        ("Words, numbers, days",
        [
            new("text", "Short answer", "A word or a line.", name => new TextQuestion { Name = name }),
            new("integer", "Whole number", "How many? How old?", name => new IntegerQuestion { Name = name }),
            new("decimal", "Number with decimals", "A measure or an amount.", name => new DecimalQuestion { Name = name }),
            new("range", "Scale", "From 0 to 10, or stars, with words at both ends.", name => new RangeQuestion { Name = name }),
            new("date", "Date", "A day.", name => new DateQuestion { Name = name }),
            new("time", "Time", "A time of day.", name => new TimeQuestion { Name = name }),
        ]),
        ("Not questions",
        [
            new("note", "Words only", "Something to read between questions.", name => new Note { Name = name }),
            new("group", "Section", "Questions that belong together; they can share a page, and be asked only in some cases.", name => new Group { Name = name, Appearance = "field-list" }),
            new("calculate", "Calculation", "A value worked out from other answers. People do not see it.", name => new Calculate { Name = name, Calculation = "" }),
        ]),
    ];

    /// <summary>The kind with this key, or null.</summary>
    public static QuestionKind? Find(string? key) => All.SelectMany(group => group.Kinds).FirstOrDefault(kind => kind.Key == key);

    /// <summary>What kind an item is, in a few words.</summary>
    public static string NameOf(SurveyItem item) => item switch
    {
        TextQuestion { Story: true } => "Open story",
        TextQuestion { Appearance: "multiline" } => "Long answer",
        BestWorstQuestion => "Most and least",
        GeopointQuestion => "Place on a map",
        Repeat => "Repeated section",
        _ => Find(KeyFor(item))!.Name,
    };

    /// <summary>The key of the kind that can be added anew; null for kinds that only a definition can hold.</summary>
    public static string? KeyFor(SurveyItem item) => item switch
    {
        TextQuestion { Story: true } => "story", TextQuestion => "text", IntegerQuestion => "integer", DecimalQuestion => "decimal", DateQuestion => "date", TimeQuestion => "time",
        SelectOneQuestion => "select_one", SelectMultipleQuestion => "select_multiple", RankQuestion => "rank", RangeQuestion => "range",
        NeedGridQuestion => "need_grid", MatrixQuestion => "matrix", Note => "note", Calculate => "calculate", Group => "group",
        _ => null,
    };

    private static List<ScalePoint> Scale(string[] words) => [.. words.Select((word, value) => new ScalePoint { Value = value, Label = word })];
}
