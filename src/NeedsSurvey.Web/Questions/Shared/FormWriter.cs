using System.Globalization;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Questions;

/// <summary>Fills a form's fields from parts of a definition; <see cref="FormReader"/> is the way back.</summary>
internal sealed class FormWriter(IReadOnlyList<string> languages)
{
    private readonly Dictionary<string, string> fields = [];

    /// <summary>The language that the survey was written in.</summary>
    public string Language => languages.Count > 0 ? languages[0] : "en";

    /// <summary>Lists that questions share, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>The choices from a question's own list or a shared one.</summary>
    public IReadOnlyList<Choice> Choices(ChoiceSource source) => SharedLists.In(source, Lists);

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
        {
            var has = words is not null && words.Has(language, languages[0]);
            Text($"{name}.{language}", has ? words!.Plain ?? words.ByLanguage[language] : "");
        }
        return this;
    }

    public FormWriter Rows<T>(string prefix, IReadOnlyList<T> rows, Action<string, T> write)
    {
        for (var at = 0; at < rows.Count; at++)
            write($"{prefix}.{at}", rows[at]);
        return Text(prefix + ".count", rows.Count.ToString(CultureInfo.InvariantCulture));
    }
}
