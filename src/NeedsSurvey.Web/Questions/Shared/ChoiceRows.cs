using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Questions;

/// <summary>Choices and rows of grids as rows of a form, and back.</summary>
internal static class ChoiceRows
{
    /// <summary>Fields <c>choice.0.label.en</c> …</summary>
    public static FormWriter Write(FormWriter form, IReadOnlyList<Choice> choices) =>
        form.Rows("choice", choices, (at, choice) =>
            form.Text(at + ".name", choice.Name)
                .Text(at + ".was", choice.Name)
                .Words(at + ".label", choice.Label)
                .Text(at + ".need", choice.Need)
                .Tick(at + ".exclusive", choice.Exclusive)
                .Tick(at + ".anchor", choice.Anchor)
        );

    /// <summary>Fields <c>row.0.label.en</c> …</summary>
    public static FormWriter Write(FormWriter form, IReadOnlyList<GridRow> rows) =>
        form.Rows("row", rows, (at, row) =>
            form.Text(at + ".name", row.Name)
                .Text(at + ".was", row.Name)
                .Words(at + ".label", row.Label)
                .Words(at + ".hint", row.Hint)
                .Text(at + ".need", row.Need)
                .Tick(at + ".anchor", row.Anchor)
        );

    /// <summary>The choices of a list; what a row has no field for stays as it was.</summary>
    public static List<Choice> Read(FormReader reader, IReadOnlyList<Choice> was)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return reader.Rows<Choice>("choice", row =>
        {
            var before = was.FirstOrDefault(choice => choice.Name == reader.Text(row + ".was"));
            var need = reader.Text(row + ".need");
            var label = reader.Words(row + ".label", before?.Label) ?? LabelOf(need, reader);
            if (label is null && reader.Text(row + ".name") is null)
                return null;
            return new Choice
            {
                Name = CodeOf(reader, row, taken, "choice", label, need),
                Label = label ?? new LocalText(""),
                Need = need,
                Exclusive = reader.Tick(row + ".exclusive"),
                Anchor = reader.Tick(row + ".anchor"),
                Filter = before?.Filter,
            };
        });
    }

    /// <summary>The rows of a grid.</summary>
    public static List<GridRow> Read(FormReader reader, IReadOnlyList<GridRow> was)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return reader.Rows<GridRow>("row", row =>
        {
            var before = was.FirstOrDefault(one => one.Name == reader.Text(row + ".was"));
            var need = reader.Text(row + ".need");
            var label = reader.Words(row + ".label", before?.Label) ?? LabelOf(need, reader);
            if (label is null && reader.Text(row + ".name") is null)
                return null;
            return new GridRow
            {
                Name = CodeOf(reader, row, taken, "row", label, need),
                Label = label ?? new LocalText(""),
                Hint = reader.Words(row + ".hint", before?.Hint),
                Need = need,
                Anchor = reader.Tick(row + ".anchor"),
            };
        });
    }

    private static string CodeOf(FormReader reader, string row, HashSet<string> taken, string fallback, LocalText? label, string? need)
    {
        if (reader.Text(row + ".name") is { } given)
        {
            taken.Add(given);
            return given;
        }
        return FormReader.Code(taken, fallback, need, label?.In("en"));
    }

    private static LocalText? LabelOf(string? need, FormReader reader) =>
        reader.Needs.FirstOrDefault(one => one.Name == need) is { } known ? new LocalText(known.Label) : null;
}
