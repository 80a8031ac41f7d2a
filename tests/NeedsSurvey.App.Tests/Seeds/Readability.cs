using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NeedsSurvey.App.Tests.Seeds;

/// <summary>
/// How hard words are to read, by a published formula per language. Syllables are counted by rules, not by a dictionary: good for comparing
/// one text with another, not for a verdict on one. What is measured is running text: the start page, questions, hints, warnings, thanks
/// and sources of help, without the names of choices, rows and scales, which are no sentences.
/// </summary>
internal static partial class Readability
{
    /// <summary>Flesch–Kincaid: the school grade; 5 is a child of about ten (Kincaid and others 1975).</summary>
    public static double FleschKincaid(IEnumerable<string> texts)
    {
        var (sentences, words) = Parts(texts);
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(EnglishSyllables) / words.Count) - 15.59;
    }

    /// <summary>Fernández Huerta: ease; 80 to 90 is easy, above very easy (1959).</summary>
    public static double FernandezHuerta(IEnumerable<string> texts)
    {
        var (sentences, words) = Parts(texts);
        return 206.84 - (60.0 * words.Sum(SpanishSyllables) / words.Count) - (1.02 * words.Count / sentences);
    }

    /// <summary>
    /// LIX: words a sentence and the percentage of words longer than six letters (Björnsson 1968), without vowel marks. It needs no
    /// syllables, which Arabic does not write; its bands are those of other languages, so that it only compares.
    /// </summary>
    public static double Lix(IEnumerable<string> texts)
    {
        var (sentences, words) = Parts(texts);
        return ((double)words.Count / sentences) + (100.0 * words.Count(word => Marks().Replace(word, "").Length > 6) / words.Count);
    }

    /// <summary>The formula of a language.</summary>
    public static double Of(string language, IEnumerable<string> texts) =>
        language switch
        {
            "en" => FleschKincaid(texts),
            "es" => FernandezHuerta(texts),
            _ => Lix(texts),
        };

    /// <summary>The running text of a questionnaire in one language.</summary>
    public static IReadOnlyList<string> RunningText(JsonElement definition, string language)
    {
        return
        [
            .. Words(definition, "title", "thanks"),
            .. Words(definition.GetProperty("start"), "why", "who_sees", "what_next"),
            .. definition.GetProperty("support").EnumerateArray().SelectMany(place => Words(place, "label")),
            .. SeedJson.Items(definition).SelectMany(item => Words(item, "label", "hint", "warning")),
            .. SeedJson
                .Items(definition)
                .SelectMany(item =>
                    new[] { "importance", "satisfaction" }.Where(aspect => item.TryGetProperty(aspect, out _)).Select(item.GetProperty)
                )
                .SelectMany(aspect => Words(aspect, "label")),
            .. SeedJson
                .Items(definition)
                .Where(item => item.TryGetProperty("rows", out _))
                .SelectMany(item => item.GetProperty("rows").EnumerateArray())
                .SelectMany(row => Words(row, "hint")),
        ];

        IEnumerable<string> Words(JsonElement holder, params string[] keys) =>
            keys.Where(key => holder.TryGetProperty(key, out _)).Select(key => holder.GetProperty(key).GetProperty(language).GetString()!);
    }

    public static int EnglishSyllables(string word)
    {
        var letters = word.Replace("’", "", StringComparison.Ordinal).ToLowerInvariant();
        var count = EnglishVowels().Count(letters);
        return Math.Max(1, SilentEnding().IsMatch(letters) ? count - 1 : count);
    }

    public static int SpanishSyllables(string word)
    {
        var letters = SilentU().Replace(word.ToLower(CultureInfo.InvariantCulture), "$1");
        return Math.Max(1, SpanishNuclei().Count(letters));
    }

    private static (int Sentences, List<string> Words) Parts(IEnumerable<string> texts)
    {
        var sentences = texts
            .SelectMany(text => SentenceEnd().Split(text))
            .Select(part => Word().Matches(part))
            .Where(words => words.Count > 0)
            .ToList();
        return (sentences.Count, [.. sentences.SelectMany(words => words.Select(word => word.Value))]);
    }

    [GeneratedRegex("[.!?؟…:;؛]+", RegexOptions.None, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}’]*", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("[\\u064B-\\u0652\\u0640]", RegexOptions.None, 1000)]
    private static partial Regex Marks();

    [GeneratedRegex("[aeiouy]+", RegexOptions.None, 1000)]
    private static partial Regex EnglishVowels();

    /// <summary>A silent e ("home", "homes", "asked"), not that of "people", "see", "places" or "wanted".</summary>
    [GeneratedRegex("(?<=[aeiouy].*)(?:(?<![le])e|(?<=[aeiouy]l)e|(?<![sxzcgaeiou])es|(?<![tdaeiou])ed)$", RegexOptions.None, 1000)]
    private static partial Regex SilentEnding();

    [GeneratedRegex("(?:(q|g)u)(?=[eiéí])", RegexOptions.None, 1000)]
    private static partial Regex SilentU();

    /// <summary>A vowel with the weak ones beside it is one syllable; two strong ones, or a weak one with an accent, are two.</summary>
    [GeneratedRegex("[iuü]?[aeoáéó][iuy]?(?![aeoáéóíú])|[iuü]?[aeoáéó]|[íú]|[iuü]+y?|y$", RegexOptions.None, 1000)]
    private static partial Regex SpanishNuclei();
}
