using System.Globalization;
using NeedsSurvey.App;
using NeedsSurvey.App.Initiatives;
using NeedsSurvey.Domain;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Initiatives;

/// <summary>
/// Known shares as a form and back: a fieldset for each group question with a field for each of its answers, in per cent, and a box to
/// paste rows "category, share" into, which count when they are there. What sums to 100 % is the operation's business.
/// </summary>
public static class MarginForm
{
    /// <summary>One fieldset.</summary>
    /// <param name="Label">The question's words; the role when no survey asks it.</param>
    /// <param name="Rows">Category and what the page calls it.</param>
    public sealed record GroupRows(string Role, string Label, IReadOnlyList<(string Category, string Label)> Rows);

    /// <summary>The groups to offer: what surveys ask, then margins that no survey asks about.</summary>
    internal static IReadOnlyList<GroupRows> Groups(IReadOnlyList<GroupQuestion> questions, IReadOnlyList<Margin> margins) =>
        [
            .. questions.Select(question => new GroupRows(
                question.Role,
                question.Label,
                [.. question.Categories, .. Unasked(margins.FirstOrDefault(margin => margin.GroupRole == question.Role), question)]
            )),
            .. margins
                .Where(margin => !questions.Any(question => question.Role == margin.GroupRole))
                .Select(margin => new GroupRows(
                    margin.GroupRole,
                    margin.GroupRole,
                    [.. margin.Categories.Select(row => (row.Category, row.Category))]
                )),
        ];

    internal static PostedForm Of(IReadOnlyList<GroupRows> groups, IReadOnlyList<Margin> margins)
    {
        var fields = new Dictionary<string, string>();
        for (var g = 0; g < groups.Count; g++)
        {
            var margin = margins.FirstOrDefault(one => one.GroupRole == groups[g].Role);
            fields[$"group.{g}.source"] = margin?.Source ?? "";
            for (var r = 0; r < groups[g].Rows.Count; r++)
                if (margin?.Categories.FirstOrDefault(row => row.Category == groups[g].Rows[r].Category) is { } known)
                    fields[$"group.{g}.row.{r}"] = (known.Share * 100).ToString("0.####", CultureInfo.InvariantCulture);
        }
        return Forms.Of(fields);
    }

    /// <summary>The margins, or faults at <c>group.N</c>. <paramref name="groups"/> plus a last one whose role is typed in.</summary>
    internal static Result<IReadOnlyList<(int Group, Margin Margin)>> Read(PostedForm form, IReadOnlyList<GroupRows> groups)
    {
        List<(int, Margin)> margins = [];
        List<Fault> faults = [];
        for (var g = 0; g <= groups.Count; g++)
        {
            var role = g < groups.Count ? groups[g].Role : form["group.new"].Trim();
            var pasted = form[$"group.{g}.paste"].Trim();
            var rows =
                pasted.Length > 0 ? Pasted(pasted)
                : g < groups.Count ? Typed(form, g, groups[g])
                : [];
            if (rows is null)
                faults.Add(new($"group.{g}", "rows", "Write one row a line, such as: under 25, 19 %."));
            else if (rows.Count > 0)
                margins.Add((g, new Margin(role, Forms.Lines(form[$"group.{g}.source"]), rows)));
            else if (g == groups.Count && role.Length > 0)
                faults.Add(new($"group.{g}", "rows", "Paste the rows of this group, one a line."));
        }
        return faults.Count > 0 ? new Problem.Invalid(faults) : margins;
    }

    /// <summary>The operation's faults at the fieldsets they belong to.</summary>
    internal static IReadOnlyList<Fault> Placed(Problem problem, IReadOnlyList<(int Group, Margin Margin)> margins) =>
        problem is not Problem.Invalid invalid
            ? [new("", problem.Code, problem.Message)]
            :
            [
                .. invalid.Faults.Select(fault =>
                    fault.Path.Split('[', ']') is ["margins", var at, ..] && int.TryParse(at, out var index)
                        ? fault with
                        {
                            Path = $"group.{margins[index].Group}",
                        }
                        : fault
                ),
            ];

    private static IEnumerable<(string, string)> Unasked(Margin? margin, GroupQuestion question) =>
        margin
            ?.Categories.Where(row => !question.Categories.Any(asked => asked.Name == row.Category))
            .Select(row => (row.Category, row.Category))
        ?? [];

    private static List<MarginCategory>? Typed(PostedForm form, int g, GroupRows group)
    {
        List<MarginCategory> rows = [];
        for (var r = 0; r < group.Rows.Count; r++)
        {
            if (form[$"group.{g}.row.{r}"].Trim() is not { Length: > 0 } text)
                continue;
            if (Number(text) is not { } percent)
                return null;
            rows.Add(new(group.Rows[r].Category, (double)(percent / 100)));
        }
        return rows;
    }

    // Tables are copied with commas, semicolons or tabs, in per cent or as shares; shares are told by none being above 1.
    private static List<MarginCategory>? Pasted(string text)
    {
        List<(string Category, decimal Number)> rows = [];
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cut =
                line.LastIndexOfAny([';', '\t']) is >= 0 and var at ? at
                : line.LastIndexOf(", ", StringComparison.Ordinal) is >= 0 and var spaced ? spaced
                : line.LastIndexOf(',');
            if (cut <= 0 || Number(line[(cut + 1)..]) is not { } number)
                return null;
            rows.Add((line[..cut].Trim(), number));
        }
        var scale = rows.All(row => row.Number <= 1) && !text.Contains('%', StringComparison.Ordinal) ? 1 : 100;
        return [.. rows.Select(row => new MarginCategory(row.Category, (double)(row.Number / scale)))];
    }

    private static decimal? Number(string text) =>
        TypedNumber.Read(text.Replace("%", "", StringComparison.Ordinal).Replace("٪", "", StringComparison.Ordinal));
}
