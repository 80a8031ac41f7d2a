using System.Text.Json;
using System.Text.RegularExpressions;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Languages;
using NeedsSurvey.Domain.Needs;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.App.Tests.Seeds;

/// <summary>What is wrong with the words of a template or a catalogue: each fault with its path, nothing where all is well.</summary>
internal static partial class TemplateFaults
{
    /// <summary>Every language that seeds are written in, in their order.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "es", "ar"];

    public static IEnumerable<string> Of(SurveyTemplate template)
    {
        var catalogue = SeedLibrary
            .FindCatalogue(template.Catalogue)!
            .Needs.Select(need => need.Name)
            .Append(StatedNeeds.OwnWords)
            .ToHashSet();
        return
        [
            .. SeedJson
                .Texts(template.Definition)
                .SelectMany(found =>
                    OfText(found.Path, found.Texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()!))
                ),
            .. OfText("title", template.Title),
            .. OfText("description", template.Description),
            .. template.BeforeYouPublish.SelectMany((words, at) => OfText($"before_you_publish[{at}]", words)),
            .. SeedJson.ValuesOf(template.Definition, "need").Except(catalogue).Select(need => $"need {need}: unknown"),
            .. SeedJson.Items(template.Definition).SelectMany(OfScale),
        ];
    }

    public static IEnumerable<string> Of(NeedCatalogue catalogue)
    {
        var known = catalogue.Needs.Select(need => need.Name).ToHashSet();
        return
        [
            .. OfText("title", catalogue.Title),
            .. OfText("description", catalogue.Description),
            .. catalogue.Needs.SelectMany(need =>
                new[] { need.Label, need.Definition, need.Include, need.Exclude, need.Example }.SelectMany(words =>
                    OfText(need.Name, words)
                )
            ),
            .. catalogue.Needs.SelectMany(need =>
                Languages
                    .Where(language => !Named(need.Exclude.In(language)).SequenceEqual(Named(need.Exclude.In("en"))))
                    .Select(language => $"{need.Name}: the needs it leaves to others differ in {language}")
            ),
            .. catalogue.Needs.SelectMany(need =>
                Named(need.Exclude.In("en")).Where(name => !known.Contains(name)).Select(name => $"{need.Name}: {name} is unknown")
            ),
        ];
    }

    private static IEnumerable<string> OfText(string path, LocalText text) => OfText(path, text.ByLanguage);

    private static IEnumerable<string> OfText(string path, IReadOnlyDictionary<string, string> words)
    {
        if (!words.Keys.SequenceEqual(Languages))
            yield return $"{path}: in {string.Join(", ", words.Keys)}";
        if (words.Values.Select(Gaps).Distinct().Count() > 1)
            yield return $"{path}: other gaps to fill in per language";
        foreach (var (language, text) in words)
            if (OtherMarks(language).Any(text.Contains))
                yield return $"{path}.{language}: quotation marks of another language";
        foreach (var (language, text) in words)
            if (Promises.In(text) is { } promise)
                yield return $"{path}.{language}: promises “{promise}”";
    }

    /// <summary>A scale with words at one end only, or two scales side by side that do not count the same way, from low to high.</summary>
    private static IEnumerable<string> OfScale(JsonElement item)
    {
        var name = item.GetProperty("name").GetString();
        if (item.TryGetProperty("low_label", out _) != item.TryGetProperty("high_label", out _))
            yield return $"{name}: words at one end of the scale only";
        if (!item.TryGetProperty("importance", out var importance) || !item.TryGetProperty("satisfaction", out var satisfaction))
            yield break;
        var values = Values(importance);
        if (!values.SequenceEqual(Values(satisfaction)))
            yield return $"{name}: the two scales are not a pair";
        if (!values.SequenceEqual(values.Order()))
            yield return $"{name}: the scale does not begin with its low end";
    }

    private static List<int> Values(JsonElement aspect) =>
        [.. aspect.GetProperty("scale").EnumerateArray().Select(point => point.GetProperty("value").GetInt32())];

    private static int Gaps(string words) => Gap().Count(words);

    private static string OtherMarks(string language) => language == "en" ? "\"«»'" : "\"“”'";

    private static IEnumerable<string> Named(string exclude) =>
        InBrackets().Matches(exclude).SelectMany(match => Name().Matches(match.Value)).Select(match => match.Value).Order();

    [GeneratedRegex(@"\[[^\[\]]+\]", RegexOptions.None, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"\([a-z_,، ]+\)", RegexOptions.None, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex("[a-z_]+", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
