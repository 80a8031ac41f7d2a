using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A section that is answered once for each of several things.</summary>
internal sealed class RepeatForm : ItemForm<Repeat>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "repeat",
            KindGroup.NotQuestions,
            "Repeated section",
            "The same questions for each of several things, such as each person in a household.",
            name => new Repeat { Name = name }
        ),
    ];

    public override string LabelWords => "Heading of the section";

    public override void Write(FormWriter form, Repeat item) => form.Text("repeat_count", item.RepeatCount);

    public override Repeat Read(FormReader reader, Repeat item) => item with { RepeatCount = reader.Text("repeat_count") };
}
