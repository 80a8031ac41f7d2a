using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A section: one page or several, with a warning before it when it is hard.</summary>
internal sealed class GroupForm : ItemForm<Group>
{
    private const string OnePage = "field-list";

    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "group",
            KindGroup.NotQuestions,
            "Section",
            "Questions that belong together; they can share a page, and be asked only in some cases.",
            name => new Group { Name = name, Appearance = OnePage }
        ),
    ];

    public override string LabelWords => "Heading of the section";

    public override void Write(FormWriter form, Group item) => form.Tick("one_page", item.Looks(OnePage)).Words("warning", item.Warning);

    public override Group Read(FormReader reader, Group item) =>
        item with
        {
            Appearance = Appearance(item, OnePage, reader.Tick("one_page")),
            Warning = reader.Words("warning", item.Warning),
        };
}
