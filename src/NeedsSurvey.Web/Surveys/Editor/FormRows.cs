using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace NeedsSurvey.Web.Surveys.Editor;

/// <summary>
/// Rows of a form that grow, shrink and move without script: fields <c>choice.0.label.en</c>, a hidden <c>choice.count</c>, and buttons named
/// <c>do</c> with <c>choice.add</c>, <c>choice.up.2</c>, <c>choice.down.2</c>, <c>choice.remove.2</c>. Pressing one draws the form again; nothing is stored.
/// </summary>
internal static class FormRows
{
    private const int Most = 1_000;

    /// <summary>How many rows the form has under a prefix.</summary>
    public static int Count(PostedForm form, string prefix) =>
        int.TryParse(form[prefix + ".count"], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, Most) : 0;

    /// <summary>The form after the pressed button, or null when the button was not about rows.</summary>
    public static PostedForm? Act(PostedForm form)
    {
        if (form["do"].Split('.') is not [var prefix, var verb, .. var where] || !form.Has(prefix + ".count")) return null;
        var rows = Enumerable.Range(0, Count(form, prefix)).Select(at => Row(form, $"{prefix}.{at}.")).ToList();
        var index = where is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && parsed < rows.Count ? parsed : -1;
        switch (verb)
        {
            case "add" when rows.Count < Most: rows.Add([]); break;
            case "remove" when index >= 0: rows.RemoveAt(index); break;
            case "up" when index > 0: (rows[index - 1], rows[index]) = (rows[index], rows[index - 1]); break;
            case "down" when index >= 0 && index < rows.Count - 1: (rows[index + 1], rows[index]) = (rows[index], rows[index + 1]); break;
        }
        var fields = form.Names.Where(name => !name.StartsWith(prefix + ".", StringComparison.Ordinal) && name != "do").ToDictionary(name => name, form.All);
        for (var at = 0; at < rows.Count; at++)
            foreach (var (name, value) in rows[at]) fields[$"{prefix}.{at}.{name}"] = value;
        fields[prefix + ".count"] = rows.Count.ToString(CultureInfo.InvariantCulture);
        return new PostedForm(new FormCollection(fields));
    }

    private static Dictionary<string, StringValues> Row(PostedForm form, string start) =>
        form.Names.Where(name => name.StartsWith(start, StringComparison.Ordinal)).ToDictionary(name => name[start.Length..], form.All);
}
