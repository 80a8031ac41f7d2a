using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain;
using NeedsSurvey.Domain.Surveys;
using NeedsSurvey.Web.Components;

namespace NeedsSurvey.Web.Questions;

/// <summary>
/// Reads parts of a definition from a form's fields. What is no number is a fault at its field; everything else is for the survey's own
/// check.
/// </summary>
internal sealed class FormReader(PostedForm form, IReadOnlyList<string> languages)
{
    public List<Fault> Faults { get; } = [];

    /// <summary>Needs to name rows by that say only which need they are about.</summary>
    public IReadOnlyList<NeedName> Needs { get; init; } = [];

    /// <summary>Lists that questions share, by name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>The choices from a question's own list or a shared one.</summary>
    public IReadOnlyList<Choice> Choices(ChoiceSource source) => SharedLists.In(source, Lists);

    public string? Text(string name) => form[name].Trim() is { Length: > 0 } text ? Forms.Lines(text) : null;

    public bool Tick(string name) => form.Has(name);

    /// <summary>The code of a need that was chosen or typed; a fault when nobody knows it.</summary>
    /// <param name="was">The need that stood there, which may be known no more.</param>
    public string? Need(string name, string? was)
    {
        if (Text(name) is not { } typed || typed == was)
            return Text(name);
        if (NeedChoices.Named(Needs, typed) is { } code)
            return code;
        Faults.Add(new(name, "unknown_need", $"There is no need called “{typed}”. Choose one of the list, or add it under Needs first."));
        return typed;
    }

    /// <summary>
    /// Words in the survey's languages, with those of other languages that <paramref name="was"/> had; null when there are none at all.
    /// </summary>
    public LocalText? Words(string name, LocalText? was)
    {
        var words = languages
            .Select(language => KeyValuePair.Create(language, Text($"{name}.{language}") ?? ""))
            .Where(pair => pair.Value.Length > 0)
            .ToList();
        words.AddRange((was?.ByLanguage ?? new Dictionary<string, string>()).Where(pair => !languages.Contains(pair.Key)));
        if (words.Count == 0)
            return null;
        return words is [var only] && only.Key == languages[0]
            ? new LocalText(only.Value)
            : new LocalText(new OrderedDictionary<string, string>(words));
    }

    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TypedNumber.Read(text) is { } number)
            return number;
        Faults.Add(new(name, "number", TypedNumber.Ask));
        return null;
    }

    public int? Whole(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TypedNumber.Whole(text) is { } number)
            return number;
        Faults.Add(new(name, "whole_number", "Enter a whole number."));
        return null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (TypedDate.Read(text) is { } day)
            return day;
        Faults.Add(new(name, "day", TypedDate.Ask));
        return null;
    }

    /// <summary>The rows under a prefix that are not blank.</summary>
    /// <param name="read">From the row's prefix; null for a blank row.</param>
    public List<T> Rows<T>(string prefix, Func<string, T?> read)
        where T : class => [.. Enumerable.Range(0, FormRows.Count(form, prefix)).Select(at => read($"{prefix}.{at}")).OfType<T>()];

    /// <summary>
    /// A code that is not among <paramref name="taken"/>, made of the first of <paramref name="words"/> that can be one; it joins them.
    /// </summary>
    public static string Code(HashSet<string> taken, string fallback, params ReadOnlySpan<string?> words)
    {
        var wish = fallback;
        foreach (var word in words)
        {
            var code = Slug.From(word ?? "", "").Replace('-', '_');
            if (code.Length > 40)
                code = code[..40].Trim('_');
            if (code.Length == 0)
                continue;
            wish = char.IsAsciiDigit(code[0]) ? "n" + code : code;
            break;
        }
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wish : $"{wish}_{number}";
            if (taken.Add(name))
                return name;
        }
    }
}
