using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Words of one's own: an open story, or a short or long answer.</summary>
internal sealed class TextForm : QuestionItemForm<TextQuestion>
{
    /// <summary>The key of the kind whose answers are read and coded.</summary>
    public const string Story = "story";

    private const string Long = "multiline";

    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            Story,
            KindGroup.Needs,
            "Open story",
            "“Let's talk about what's going on.” People write in their own words; you read the answers and code them to needs.",
            name => new TextQuestion
            {
                Name = name,
                Story = true,
                Appearance = Long,
            }
        ),
        new("text", KindGroup.WordsAndNumbers, "Short answer", "A word or a line.", name => new TextQuestion { Name = name }),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.OfOne;

    public override ItemKind KindOf(TextQuestion item) => Kinds[item.Story ? 0 : 1];

    public override string NameOf(TextQuestion item) => !item.Story && item.Looks(Long) ? "Long answer" : KindOf(item).Name;

    public override void Write(FormWriter form, TextQuestion item) =>
        form.Tick("story", item.Story).Tick("long", item.Looks(Long)).Number("max_length", item.MaxLength);

    public override TextQuestion Read(FormReader reader, TextQuestion item) =>
        item with
        {
            Story = reader.Tick("story"),
            Appearance = Appearance(item, Long, reader.Tick("long")),
            MaxLength = reader.Whole("max_length"),
        };
}
