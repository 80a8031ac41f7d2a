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
    public static List<Choice> Read(FormReader reader, IReadOnlyList<Choice> was) =>
        Read(
            reader,
            "choice",
            name => was.FirstOrDefault(choice => choice.Name == name),
            before => before.Label,
            before => before.Need,
            typed => new Choice
            {
                Name = typed.Name,
                Label = typed.Label,
                Need = typed.Need,
                Exclusive = reader.Tick(typed.At + ".exclusive"),
                Anchor = reader.Tick(typed.At + ".anchor"),
                Filter = typed.Before?.Filter,
            }
        );

    /// <summary>The rows of a grid.</summary>
    public static List<GridRow> Read(FormReader reader, IReadOnlyList<GridRow> was) =>
        Read(
            reader,
            "row",
            name => was.FirstOrDefault(row => row.Name == name),
            before => before.Label,
            before => before.Need,
            typed => new GridRow
            {
                Name = typed.Name,
                Label = typed.Label,
                Hint = reader.Words(typed.At + ".hint", typed.Before?.Hint),
                Need = typed.Need,
                Anchor = reader.Tick(typed.At + ".anchor"),
            }
        );

    /// <summary>What choices and rows have in common, as it was typed.</summary>
    /// <param name="At">Where its fields are.</param>
    /// <param name="Before">What it was; null for a new one.</param>
    private sealed record Typed<T>(string At, T? Before, string Name, LocalText Label, string? Need);

    private static List<T> Read<T>(
        FormReader reader,
        string kind,
        Func<string?, T?> find,
        Func<T, LocalText> labelOf,
        Func<T, string?> needOf,
        Func<Typed<T>, T> make
    )
        where T : class
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return reader.Rows<T>(kind, at =>
        {
            var before = find(reader.Text(at + ".was"));
            var need = reader.Need(at + ".need", before is null ? null : needOf(before));
            var label = reader.Words(at + ".label", before is null ? null : labelOf(before)) ?? LabelOf(need, reader);
            if (label is null && reader.Text(at + ".name") is null)
                return null;
            return make(new(at, before, CodeOf(reader, at, taken, kind, label, need), label ?? new LocalText(""), need));
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
