using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Needs, each rated for importance and satisfaction.</summary>
internal sealed class NeedGridForm : QuestionItemForm<NeedGridQuestion>
{
    private static readonly string[] Importance = ["Not important", "A little", "Somewhat", "Very", "Most important of all"];
    private static readonly string[] Satisfaction = ["Not met at all", "Hardly met", "Partly met", "Mostly met", "Fully met"];

    public override IReadOnlyList<ItemKind> Kinds { get; } =
    [
        new(
            "need_grid",
            KindGroup.Needs,
            "Need grid",
            "A list of needs; for each, how important it is and how well it is met. Asked one need at a time.",
            name => new NeedGridQuestion
            {
                Name = name,
                Rows = [],
                Importance = new() { Label = "How important is this to you?", Scale = Scale(Importance) },
                Satisfaction = new() { Label = "How well is it met now?", Scale = Scale(Satisfaction) },
            }
        ),
    ];

    public override IReadOnlyList<GuidedComparison> Comparisons => GuidedComparisons.None;

    public override string FirstPart(CompiledItem item, int row) => $":{item.Rows[row].Name}:importance";

    public override string WordsOf(QuestionContext context, CompiledItem item, string part) =>
        part.Split(':') is [var name, .. var aspect] && item.Rows.FirstOrDefault(row => row.Name == name) is { } row
            ? context.Say(row.Label) + AspectWords(context, (NeedGridQuestion)item.Item, aspect)
            : "";

    private static string AspectWords(QuestionContext context, NeedGridQuestion grid, string[] aspect) =>
        aspect switch
        {
            ["importance"] => " – " + context.Say(grid.Importance.Label),
            ["satisfaction"] => " – " + context.Say(grid.Satisfaction.Label),
            _ => "",
        };

    public override string PartWords(QuestionContext context, CompiledItem item, int part) =>
        item.Rows.Count == 1 ? "" : context.Words.NeedOf(context.PlaceOf(item, part), item.Rows.Count);

    public override string PartHeading(QuestionContext context, CompiledItem item, int part) => context.Say(item.Rows[part].Label);

    public override void Write(FormWriter form, NeedGridQuestion item)
    {
        ChoiceRows.Write(form, item.Rows).Tick("randomize", item.Randomize);
        Write(form, "importance", item.Importance);
        Write(form, "satisfaction", item.Satisfaction);
    }

    public override NeedGridQuestion Read(FormReader reader, NeedGridQuestion item) =>
        item with
        {
            Rows = ChoiceRows.Read(reader, item.Rows),
            Randomize = reader.Tick("randomize"),
            Importance = Read(reader, "importance", item.Importance),
            Satisfaction = Read(reader, "satisfaction", item.Satisfaction),
        };

    private static void Write(FormWriter form, string prefix, GridAspect aspect) =>
        form.Words(prefix + "_label", aspect.Label)
            .Rows(prefix, aspect.Scale, (at, point) => form.Number(at + ".value", point.Value).Words(at + ".label", point.Label));

    private static GridAspect Read(FormReader reader, string prefix, GridAspect was) =>
        new() { Label = reader.Words(prefix + "_label", was.Label) ?? new LocalText(""), Scale = reader.Rows<ScalePoint>(prefix, row =>
            {
                var value = reader.Whole(row + ".value");
                var label = reader.Words(row + ".label", was.Scale.FirstOrDefault(point => point.Value == value)?.Label);
                return value is null && label is null ? null : new ScalePoint { Value = value ?? 0, Label = label ?? new LocalText("") };
            }) };

    private static List<ScalePoint> Scale(string[] words) =>
        [.. words.Select((word, value) => new ScalePoint { Value = value, Label = word })];
}
