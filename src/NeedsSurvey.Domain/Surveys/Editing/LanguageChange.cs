using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Makes every plain string of a definition say which language it is in, before another language comes first. Works on the written form,
/// where all texts are reached alike; the keys are those that the format gives to words.
/// </summary>
internal static class LanguageChange
{
    internal static readonly HashSet<string> Words =
    [
        "title",
        "label",
        "hint",
        "who_asks",
        "why",
        "who_sees",
        "what_next",
        "thanks",
        "warning",
        "required_message",
        "constraint_message",
        "low_label",
        "high_label",
        "best_label",
        "worst_label",
    ];

    public static SurveyDefinition Named(SurveyDefinition survey, string language)
    {
        var json = JsonNode.Parse(SurveyJson.WriteUtf8(survey))!;
        Name(json, language);
        return SurveyJson.Read(json.ToJsonString()).Definition ?? survey;
    }

    private static void Name(JsonNode? node, string language)
    {
        switch (node)
        {
            case JsonArray list:
                foreach (var item in list)
                    Name(item, language);
                break;
            case JsonObject item:
                foreach (var (key, value) in item.ToList())
                {
                    if (Words.Contains(key) && value?.GetValueKind() == JsonValueKind.String)
                        item[key] = new JsonObject { [language] = value.GetValue<string>() };
                    else
                        Name(value, language);
                }
                break;
        }
    }
}
