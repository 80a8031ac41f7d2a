using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A value worked out from answers.</summary>
internal sealed class CalculateForm : ItemForm<Calculate>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "calculate",
            KindGroup.NotQuestions,
            "Calculation",
            "A value worked out from other answers. People do not see it.",
            name => new Calculate { Name = name, Calculation = "" }
        ),
    ];

    public override string LabelWords => "What it is";

    public override bool HasHint => false;

    public override void Write(FormWriter form, Calculate item) => form.Text("calculation", item.Calculation);

    public override Calculate Read(FormReader reader, Calculate item) => item with { Calculation = reader.Text("calculation") ?? "" };
}
