using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// Carries an item's new name into a whole definition: into every expression, however it writes the name, and into <c>${name}</c> in every
/// text. One pass over the written form reaches them all: which keys are expressions, the model says (<see
/// cref="IsExpressionAttribute"/>).
/// </summary>
internal static class ItemRename
{
    private static readonly HashSet<string> Expressions =
    [
        .. ItemTypes
            .ByWord.Values.SelectMany(type => SurveyJsonOptions.Compact.GetTypeInfo(type).Properties)
            .Where(property => property.AttributeProvider?.IsDefined(typeof(IsExpressionAttribute), inherit: true) == true)
            .Select(property => property.Name),
    ];

    /// <summary>
    /// The definition with <paramref name="to"/> for <paramref name="from"/> wherever it is spoken of; the item itself has its name
    /// already.
    /// </summary>
    public static SurveyDefinition In(SurveyDefinition draft, string from, string to)
    {
        var places = new Regex($$"""(\$\{\s*){{Regex.Escape(from)}}(\s*\})""", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        var json = JsonNode.Parse(SurveyJson.Write(draft), documentOptions: new() { MaxDepth = 1_000 })!;
        Rename(json, isItem: false);
        return SurveyJson.Read(json.ToJsonString()).Definition ?? draft;

        void Rename(JsonNode node, bool isItem)
        {
            if (node is JsonArray array)
            {
                foreach (var element in array.OfType<JsonNode>().ToList())
                {
                    if (Text(element) is { } text)
                        array[element.GetElementIndex()] = InText(text);
                    else
                        Rename(element, isItem);
                }
            }
            else if (node is JsonObject entry)
            {
                foreach (var (key, value) in entry.ToList())
                {
                    if (Text(value) is { } text)
                        entry[key] = isItem && Expressions.Contains(key) ? NameChange.In(text, from, to) ?? InText(text) : InText(text);
                    else if (value is not null)
                        Rename(value, isItem: key == "questions" && value is JsonArray);
                }
            }
        }

        // An expression that is not finished cannot be read; what is surely a name in it is one.
        string InText(string text) => places.Replace(text, match => match.Groups[1].Value + to + match.Groups[2].Value);
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
