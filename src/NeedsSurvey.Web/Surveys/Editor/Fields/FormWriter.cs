using System.Globalization;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Surveys;

/// <summary>Fills a form's fields from parts of a definition; <see cref="FormReader"/> is the way back.</summary>
internal sealed class FormWriter(IReadOnlyList<string> languages)
{
    private readonly Dictionary<string, string> fields = [];

    public PostedForm Form => Forms.Of(fields);

    public FormWriter Text(string name, string? value)
    {
        fields[name] = value ?? "";
        return this;
    }

    public FormWriter Number(string name, decimal? value) => Text(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A check box: a field that is there or is not.</summary>
    public FormWriter Tick(string name, bool on) => on ? Text(name, "on") : this;

    /// <summary>Words in each of the survey's languages: <c>label.en</c>, <c>label.es</c>.</summary>
    public FormWriter Words(string name, LocalText? words)
    {
        foreach (var language in languages)
            Text($"{name}.{language}", words is not null && words.Has(language, languages[0]) ? words.Plain ?? words.ByLanguage[language] : "");
        return this;
    }

    public FormWriter Rows<T>(string prefix, IReadOnlyList<T> rows, Action<string, T> write)
    {
        for (var at = 0; at < rows.Count; at++) write($"{prefix}.{at}", rows[at]);
        return Text(prefix + ".count", rows.Count.ToString(CultureInfo.InvariantCulture));
    }
}
