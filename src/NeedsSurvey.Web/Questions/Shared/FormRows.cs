using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Primitives;
using NeedsSurvey.Domain;

namespace NeedsSurvey.Web.Questions;

/// <summary>
/// Rows of a form that grow, shrink and move without script: fields <c>choice.0.label.en</c>, a hidden <c>choice.count</c>, and buttons
/// named <c>do</c> with <c>choice.add</c>, <c>choice.up.2</c>, <c>choice.down.2</c>, <c>choice.remove.2</c>, <c>choice.paste</c> (lines of
/// <c>choice.paste.en</c>). Pressing one draws the form again at the row it was about; nothing is stored.
/// </summary>
internal static partial class FormRows
{
    private const int Most = 1_000;

    /// <summary>How many rows the form has under a prefix.</summary>
    public static int Count(PostedForm form, string prefix) =>
        int.TryParse(form[prefix + ".count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, Most) : 0;

    /// <summary>The row to go on with after the form was drawn again; -1 for none.</summary>
    public static int Focus(PostedForm form, string prefix) =>
        int.TryParse(form[prefix + ".focus"], NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1;

    /// <summary>What was pressed on that row, for example <c>up</c>.</summary>
    public static string Pressed(PostedForm form, string prefix) => form[prefix + ".pressed"];

    /// <summary>The form with a blank row or more to begin with, where it has rows and none yet.</summary>
    public static PostedForm Begun(PostedForm form, string prefix) =>
        form.Has(prefix + ".count") && Count(form, prefix) == 0 ? form.With(prefix + ".count", "3") : form;

    /// <summary>The form with pasted lines as rows, for whoever pasted and pressed Save at once.</summary>
    public static PostedForm WithPasted(PostedForm form) =>
        form
            .Names.Where(name => name.Contains(".paste.", StringComparison.Ordinal) && form[name].Trim().Length > 0)
            .Aggregate(form, (filled, name) => Act(filled.With("do", name.Split('.')[0] + ".paste")) ?? filled);

    /// <summary>The form after the pressed button, or null when the button was not about rows.</summary>
    public static PostedForm? Act(PostedForm form)
    {
        if (form["do"].Split('.') is not [var prefix, var verb, .. var where] || !form.Has(prefix + ".count"))
            return null;
        var rows = Enumerable.Range(0, Count(form, prefix)).Select(at => Row(form, $"{prefix}.{at}.")).ToList();
        var index =
            where is [var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            && parsed < rows.Count
                ? parsed
                : -1;
        var focus = index;
        switch (verb)
        {
            case "add" when rows.Count < Most:
                focus = rows.Count;
                rows.Add([]);
                break;
            case "paste":
                rows.RemoveAll(row => row.Values.All(value => TypedText.IsBlank(value)));
                focus = rows.Count;
                rows.AddRange(Pasted(form, prefix).Take(Most - rows.Count));
                break;
            case "remove" when index >= 0:
                rows.RemoveAt(index);
                focus = Math.Min(index, rows.Count - 1);
                break;
            case "up" when index > 0:
                (rows[index - 1], rows[index]) = (rows[index], rows[index - 1]);
                focus--;
                break;
            case "down" when index >= 0 && index < rows.Count - 1:
                (rows[index + 1], rows[index]) = (rows[index], rows[index + 1]);
                focus++;
                break;
        }
        var fields = form
            .Names.Where(name => !name.StartsWith(prefix + ".", StringComparison.Ordinal) && name != "do")
            .ToDictionary(name => name, form.All);
        for (var at = 0; at < rows.Count; at++)
            foreach (var (name, value) in rows[at])
                fields[$"{prefix}.{at}.{name}"] = value;
        fields[prefix + ".count"] = rows.Count.ToString(CultureInfo.InvariantCulture);
        fields[prefix + ".focus"] = focus.ToString(CultureInfo.InvariantCulture);
        fields[prefix + ".pressed"] = Goes(verb, focus, rows.Count) ? verb : "add";
        return new PostedForm(new FormCollection(fields));
    }

    // At either end there is no arrow that goes on.
    private static bool Goes(string verb, int at, int rows) =>
        verb switch
        {
            "up" => at > 0,
            "down" => at < rows - 1,
            _ => true,
        };

    // Lists come out of word processors with their bullets and numbers.
    private static IEnumerable<Dictionary<string, StringValues>> Pasted(PostedForm form, string prefix) =>
        from name in form.Names.Where(name => name.StartsWith(prefix + ".paste.", StringComparison.Ordinal))
        from line in form[name].Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        let words = Bullet().Replace(line, "").Trim()
        where words.Length > 0
        select new Dictionary<string, StringValues> { ["label." + name[(prefix + ".paste.").Length..]] = words };

    [GeneratedRegex(
        @"^\s*([•·▪◦‣○●■\uF0B7o*–—-](?=\s)|\(?(\d{1,3}|[a-zA-Z])[.)](?=\s))\s*",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        100
    )]
    private static partial Regex Bullet();

    private static Dictionary<string, StringValues> Row(PostedForm form, string start) =>
        form.Names.Where(name => name.StartsWith(start, StringComparison.Ordinal)).ToDictionary(name => name[start.Length..], form.All);
}
