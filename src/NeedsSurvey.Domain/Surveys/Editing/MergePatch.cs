using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>
/// JSON merge patches (RFC 7396) of what a survey is written in: a key that is null goes, an object is patched in turn, everything else
/// takes the place of what was there. One thing more than the standard: words that were written as one string are words of the survey's
/// first language, so a patch of another language keeps them.
/// </summary>
internal static class MergePatch
{
    /// <summary>What comes out; neither of the two is changed.</summary>
    public static JsonObject Apply(JsonObject target, JsonObject patch, string firstLanguage)
    {
        var patched = (JsonObject)target.DeepClone();
        foreach (var (key, value) in patch)
        {
            if (value is null)
                patched.Remove(key);
            else if (value is JsonObject inner)
                patched[key] = Apply(InObject(target[key], firstLanguage), inner, firstLanguage) is { Count: > 0 } made ? made : null;
            else
                patched[key] = value.DeepClone();
            if (patched.TryGetPropertyValue(key, out var now) && now is null)
                patched.Remove(key);
        }
        return patched;
    }

    /// <summary>The patch that makes <paramref name="to"/> of <paramref name="from"/>: only what differs.</summary>
    public static JsonObject Between(JsonObject from, JsonObject to, string firstLanguage)
    {
        var patch = new JsonObject();
        foreach (var (key, _) in from)
            if (!to.ContainsKey(key))
                patch[key] = null;
        foreach (var (key, value) in to)
        {
            var before = from[key];
            if (JsonNode.DeepEquals(before, value))
                continue;
            patch[key] =
                before is JsonObject && IsText(value)
                || IsText(before) && value is JsonObject
                || before is JsonObject && value is JsonObject
                    ? Between(InObject(before, firstLanguage), InObject(value, firstLanguage), firstLanguage)
                    : value?.DeepClone();
        }
        return patch;
    }

    /// <summary>What stood in <paramref name="from"/> where <paramref name="patch"/> changes something; null where nothing did.</summary>
    public static JsonObject Before(JsonObject from, JsonObject patch, string firstLanguage) =>
        new(
            patch.Select(changed =>
                KeyValuePair.Create(
                    changed.Key,
                    changed.Value is JsonObject inner && from[changed.Key] is { } there && (there is JsonObject || IsText(there))
                        ? Before(InObject(there, firstLanguage), inner, firstLanguage)
                        : from[changed.Key]?.DeepClone()
                )
            )
        );

    /// <summary>
    /// Whether everything that <paramref name="was"/> says stands there (null says that nothing does), or stands as
    /// <paramref name="patch"/> wants it already: what is sent twice, because the answer was lost, is no conflict with itself.
    /// </summary>
    public static bool Holds(JsonObject target, JsonObject was, JsonObject patch, string firstLanguage) =>
        was.All(said =>
            patch.TryGetPropertyValue(said.Key, out var wanted) && JsonNode.DeepEquals(target[said.Key], wanted)
            || said.Value switch
            {
                null => target[said.Key] is null,
                JsonObject inner => Holds(InObject(target[said.Key], firstLanguage), inner, wanted as JsonObject ?? [], firstLanguage),
                _ => JsonNode.DeepEquals(target[said.Key], said.Value),
            }
        );

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out _);

    private static JsonObject InObject(JsonNode? node, string firstLanguage) =>
        node switch
        {
            JsonObject there => there,
            JsonValue text when text.TryGetValue<string>(out var words) => new() { [firstLanguage] = words },
            _ => [],
        };
}
