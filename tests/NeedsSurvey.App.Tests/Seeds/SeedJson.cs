using System.Text.Json;

namespace NeedsSurvey.App.Tests.Seeds;

/// <summary>Walks seed JSON for the tests of completeness; knows the format only as far as they need.</summary>
internal static class SeedJson
{
    /// <summary>Every object below <paramref name="root"/> whose keys are language codes, with its path.</summary>
    public static IEnumerable<(string Path, JsonElement Texts)> Texts(JsonElement root, string path = "$")
    {
        if (root.ValueKind == JsonValueKind.Array)
            return root.EnumerateArray().SelectMany((item, index) => Texts(item, $"{path}[{index}]"));
        if (root.ValueKind != JsonValueKind.Object)
            return [];
        var keys = root.EnumerateObject().Select(property => property.Name).ToList();
        return keys.Count > 0 && keys.All(key => key.Length == 2)
            ? [(path, root)]
            : root.EnumerateObject().SelectMany(property => Texts(property.Value, $"{path}.{property.Name}"));
    }

    /// <summary>Every question, group and repeat, also within groups.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement container) =>
        container.TryGetProperty("questions", out var questions)
            ? questions.EnumerateArray().SelectMany(item => Items(item).Prepend(item))
            : [];

    /// <summary>Every value that stands under <paramref name="key"/>, anywhere.</summary>
    public static IEnumerable<string> ValuesOf(JsonElement root, string key) =>
        root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray().SelectMany(item => ValuesOf(item, key)),
            JsonValueKind.Object => root.EnumerateObject()
                .SelectMany(property =>
                    property.Name == key && property.Value.ValueKind == JsonValueKind.String
                        ? [property.Value.GetString()!]
                        : ValuesOf(property.Value, key)
                ),
            _ => [],
        };
}
