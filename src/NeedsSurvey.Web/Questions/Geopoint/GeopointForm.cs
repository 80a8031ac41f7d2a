using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>A point on the earth; the editor has nothing to ask about it.</summary>
internal sealed class GeopointForm : QuestionItemForm<GeopointQuestion>
{
    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "geopoint",
            KindGroup.WordsAndNumbers,
            "Place on a map",
            "Latitude and longitude, typed. Ask for an area in words unless you need the very point.",
            name => new GeopointQuestion { Name = name }
        ),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.None;

    public override void Write(FormWriter form, GeopointQuestion item) { }

    public override GeopointQuestion Read(FormReader reader, GeopointQuestion item) => item;
}
