using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NeedsSurvey.Domain.Logic;

namespace NeedsSurvey.Domain.Surveys;

// The serializer stops at its first fault and words it for programmers. This walks the parsed JSON beside the serializer's own
// contracts, so it knows the same keys and types, and lists every fault of shape in plain words. It builds nothing.
internal sealed class JsonShape
{
    /// <summary>More would help nobody and a hostile file could make millions.</summary>
    private const int MostFaults = 200;

    private static readonly SearchValues<char> InPlainKeys = SearchValues.Create(
        "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
    );

    private readonly JsonSerializerOptions options;
    private readonly List<DefinitionFault> faults = [];

    private JsonShape(JsonSerializerOptions options) => this.options = options;

    /// <summary>Every way in which <paramref name="json"/> cannot be read as <paramref name="type"/>.</summary>
    internal static List<DefinitionFault> Faults(JsonElement json, Type type, JsonSerializerOptions options)
    {
        var shape = new JsonShape(options);
        shape.Check(json, type, "");
        return shape.faults;
    }

    private void Check(JsonElement json, Type type, string path)
    {
        if (faults.Count >= MostFaults)
            return;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(LocalText))
            CheckWords(json, path);
        else if (type == typeof(ChoiceSource))
            CheckChoices(json, path);
        else if (type == typeof(string))
            CheckString(json, path);
        else if (type == typeof(bool))
            Expect(json.ValueKind is JsonValueKind.True or JsonValueKind.False, json, path, "true or false");
        else if (type == typeof(int))
            Expect(json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out _), json, path, "a whole number");
        else if (type == typeof(decimal))
            Expect(json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _), json, path, "a number");
        else if (type == typeof(DateOnly))
            Expect(
                json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", out _),
                json,
                path,
                "a day such as '2026-05-31'"
            );
        else if (type == typeof(SurveyLayout))
            CheckOneOf(json, path, "one_per_page", "all_on_one");
        else if (type == typeof(GroupComparison))
            CheckOneOf(json, path, "census", "reading");
        else if (options.GetTypeInfo(type) is { } contract)
            CheckContract(json, contract, path);
    }

    private void CheckContract(JsonElement json, JsonTypeInfo contract, string path)
    {
        switch (contract.Kind)
        {
            case JsonTypeInfoKind.Enumerable:
                CheckList(json, contract.ElementType!, path);
                break;
            case JsonTypeInfoKind.Dictionary:
                if (!Expect(json.ValueKind == JsonValueKind.Object, json, path, "an object"))
                    return;
                foreach (var (key, value) in Keys(json, path))
                    Check(value, contract.ElementType!, Join(path, key));
                break;
            default:
                if (!Expect(json.ValueKind == JsonValueKind.Object, json, path, "an object"))
                    return;
                if (contract.PolymorphismOptions is null)
                    CheckObject(json, contract, path, "this");
                else
                    CheckItem(json, contract.PolymorphismOptions, path);
                break;
        }
    }

    private void CheckItem(JsonElement json, JsonPolymorphismOptions types, string path)
    {
        if (!json.TryFind("type"u8, out var given))
        {
            Add(path, "missing_key", "'type' is missing: say what this asks, for example \"type\": \"text\".");
            return;
        }
        if (!CheckString(given, Join(path, "type")))
            return;
        var name = given.GetString()!;
        if (ItemTypes.NotYet.Contains(name))
        {
            Add(Join(path, "type"), "not_offered", "Pictures, recordings and files cannot be collected yet: remove the question.");
            return;
        }
        var known = types.DerivedTypes.FirstOrDefault(type => (string)type.TypeDiscriminator! == name);
        if (known.DerivedType is null)
        {
            var all = types.DerivedTypes.Select(type => (string)type.TypeDiscriminator!).ToList();
            Add(
                Join(path, "type"),
                "unknown_type",
                $"'{Shown(name)}' is not a type of question.{Nearest(name, all)} The types are {string.Join(", ", all)}."
            );
            return;
        }
        CheckObject(json, options.GetTypeInfo(known.DerivedType), path, name);
    }

    private void CheckObject(JsonElement json, JsonTypeInfo contract, string path, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in Keys(json, path))
        {
            seen.Add(key);
            if (key == "type" && what != "this")
                continue;
            var property = contract.Properties.FirstOrDefault(property => property.Name == key);
            if (property is null)
            {
                var where = what == "this" ? "is not a key here" : $"is not a key of type {what}";
                Add(
                    Join(path, key),
                    "unknown_key",
                    $"'{Shown(key)}' {where}.{Nearest(key, contract.Properties.Select(known => known.Name))} Correct or remove it."
                );
            }
            else if (value.ValueKind != JsonValueKind.Null || (property.IsRequired && !property.IsSetNullable))
            {
                Check(value, property.PropertyType, Join(path, key));
            }
        }
        foreach (var property in contract.Properties)
            if (property.IsRequired && !seen.Contains(property.Name))
                Add(path, "missing_key", $"'{property.Name}' is missing.");
    }

    private void CheckList(JsonElement json, Type element, string path)
    {
        if (!Expect(json.ValueKind == JsonValueKind.Array, json, path, "a list"))
            return;
        var index = 0;
        foreach (var value in json.EnumerateArray())
            Check(value, element, $"{path}[{index++}]");
    }

    private void CheckWords(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            CheckString(json, path);
            return;
        }
        if (!Expect(json.ValueKind == JsonValueKind.Object, json, path, "words: a string, or an object from language to string"))
            return;
        foreach (var (language, words) in Keys(json, path))
            CheckString(words, Join(path, language));
    }

    private void CheckChoices(JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.String)
            CheckString(json, path);
        else if (Expect(json.ValueKind == JsonValueKind.Array, json, path, "a list of choices, or the name of a list under 'choices'"))
            CheckList(json, typeof(Choice), path);
    }

    private void CheckOneOf(JsonElement json, string path, string one, string other) =>
        Expect(
            json.ValueKind == JsonValueKind.String && (json.ValueEquals(one) || json.ValueEquals(other)),
            json,
            path,
            $"'{one}' or '{other}'"
        );

    private bool CheckString(JsonElement json, string path)
    {
        if (!Expect(json.ValueKind == JsonValueKind.String, json, path, "a string"))
            return false;
        if (JsonText.TryRead(json, out _))
            return true;
        Add(path, "bad_text", "This text holds a character that cannot be stored (NUL, or half of a character). Retype it.");
        return false;
    }

    /// <summary>Each key once; a repeated or unreadable key is a fault and is passed over.</summary>
    private IEnumerable<(string Key, JsonElement Value)> Keys(JsonElement json, string path)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!JsonText.TryReadName(property, out var key))
                Add(path, "bad_text", "A key here holds a character that cannot be stored. Retype it.");
            else if (!seen.Add(key))
                Add(Join(path, key), "duplicate_key", $"'{Shown(key)}' stands twice. Keep one of the two.");
            else
                yield return (key, property.Value);
        }
    }

    private bool Expect(bool holds, JsonElement json, string path, string what)
    {
        if (holds)
            return true;
        Add(path, "wrong_type", $"This must be {what}; {Kind(json)} stands here.");
        return false;
    }

    private void Add(string path, string code, string message)
    {
        if (faults.Count < MostFaults)
            faults.Add(new(path, code, message));
    }

    private static string Kind(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.String => "a string",
            JsonValueKind.Number => $"the number {Shown(json.GetRawText())}",
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => "null",
        };

    private static string Nearest(string word, IEnumerable<string> known) =>
        Spelling.Nearest(word, known) is { } near ? $" Did you mean '{near}'?" : "";

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static string Join(string path, string key) =>
        key.Length is 0 or > 64 || key.AsSpan().ContainsAnyExcept(InPlainKeys) ? $"{path}['{Shown(key)}']"
        : path.Length == 0 ? key
        : $"{path}.{key}";
}
