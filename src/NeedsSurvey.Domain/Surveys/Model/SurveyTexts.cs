using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Words to translate, with what one language has for them so far. The same words with the same translation are one text, however often
/// the survey says them.
/// </summary>
/// <param name="Item">Name of the first item that says them; null outside the questions.</param>
/// <param name="Original">In the survey's first language.</param>
/// <param name="Words">In the other language; empty when they are missing.</param>
/// <param name="Places">How often the survey says them.</param>
public sealed record SurveyText(string? Item, string Original, string Words, int Places);

/// <summary>One translation.</summary>
/// <param name="Original">What was translated: when the survey says something else by now, the translation fits nothing.</param>
/// <param name="Was">The words that this one replaces; empty when there were none.</param>
/// <param name="Words">In the other language; empty to take them away.</param>
public sealed record Translation(string Original, string Was, string Words);

/// <summary>
/// A survey's words apart from its structure, for whoever translates them: they are found by the words, not by their place, so that moving
/// or adding questions meanwhile loses no translation. Works on the written form, as <see cref="LanguageChange"/> does.
/// </summary>
public static class SurveyTexts
{
    /// <summary>Every text in the order of the survey.</summary>
    public static IReadOnlyList<SurveyText> In(SurveyDefinition survey, string language)
    {
        var first = survey.FirstLanguage;
        List<SurveyText> texts = [];
        Dictionary<(string, string), int> known = [];
        Visit(JsonNode.Parse(SurveyJson.WriteUtf8(survey)), null, (text, item) =>
        {
            if (Of(text, first) is not { Length: > 0 } original)
                return null;
            var words = Of(text, language, first);
            if (known.TryAdd((original, words), texts.Count))
                texts.Add(new(item, original, words, 1));
            else
                texts[known[(original, words)]] = texts[known[(original, words)]] with
                {
                    Places = texts[known[(original, words)]].Places + 1,
                };
            return null;
        });
        return texts;
    }

    /// <summary>The survey with the translations that fit, and those that fit nothing.</summary>
    public static (SurveyDefinition Survey, IReadOnlyList<Translation> Unplaced) Translate(
        SurveyDefinition survey,
        string language,
        IReadOnlyList<Translation> translations
    )
    {
        var first = survey.FirstLanguage;
        Dictionary<(string, string), Translation> wanted = [];
        foreach (var translation in translations)
            wanted.TryAdd((translation.Original, translation.Was), translation);
        HashSet<Translation> placed = [];
        var json = JsonNode.Parse(SurveyJson.WriteUtf8(survey))!;
        Visit(json, null, (text, _) =>
        {
            if (!wanted.TryGetValue((Of(text, first), Of(text, language, first)), out var translation))
                return null;
            placed.Add(translation);
            return translation.Words == translation.Was ? null : With(text, first, language, translation.Words);
        });
        return (
            SurveyJson.Read(json.ToJsonString()).Definition ?? survey,
            [.. wanted.Values.Where(translation => !placed.Contains(translation))]
        );
    }

    /// <summary>False for words with NUL or half a character, which no definition can hold.</summary>
    public static bool CanBeStored(Translation translation) => JsonText.CanBeStored(translation.Words);

    private static string Of(JsonNode text, string first) =>
        text is JsonObject words ? words[first]?.GetValue<string>() ?? "" : text.GetValue<string>();

    private static string Of(JsonNode text, string language, string first) =>
        text is JsonObject words ? words[language]?.GetValue<string>() ?? ""
        : language == first ? text.GetValue<string>()
        : "";

    private static JsonNode With(JsonNode text, string first, string language, string words)
    {
        var changed = text is JsonObject ? (JsonObject)text.DeepClone() : new JsonObject { [first] = text.GetValue<string>() };
        changed.Remove(language);
        if (words.Length > 0)
            changed[language] = words;
        return changed is { Count: 1 } && changed[first] is { } only ? only.DeepClone() : changed;
    }

    // What visit answers takes the text's place.
    private static void Visit(JsonNode? node, string? item, Func<JsonNode, string?, JsonNode?> visit)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var inner in list)
                    Visit(inner, item, visit);
                break;
            case JsonObject owner:
                if (owner.ContainsKey("type"))
                    item = owner["name"]?.GetValue<string>();
                foreach (var (key, value) in owner.ToList())
                {
                    if (!LanguageChange.Words.Contains(key) || value is null)
                        Visit(value, item, visit);
                    else if (visit(value, item) is { } changed)
                        owner[key] = changed;
                }
                break;
        }
    }
}
