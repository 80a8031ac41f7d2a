using System.Text.Json;
using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>One item in its written form, to be changed key by key, or kept by a form that says what it began from.</summary>
public static class ItemJson
{
    /// <summary>The item without what it holds, as text.</summary>
    public static string Write(SurveyItem item) => Of(item).ToJsonString(SurveyJsonOptions.Compact);

    /// <summary>The item of a text by <see cref="Write(SurveyItem)"/>; null when it is none.</summary>
    public static SurveyItem? Read(string text) => Parsed(text) is JsonObject written ? Read(written).Item : null;

    /// <summary>The codes of an item's own choices and rows, in order, by the key of the list.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> EntryNames(SurveyItem item) =>
        Of(item)
            .Where(pair => pair.Value is JsonArray && ItemChanges.ListKeys.Contains(pair.Key))
            .ToDictionary(
                pair => pair.Key,
                IReadOnlyList<string> (pair) => [.. pair.Value!.AsArray().Select(entry => DraftEntries.NameOf(entry) ?? "")]
            );

    /// <summary>Choices of a list as text.</summary>
    public static string Write(IReadOnlyList<Choice> choices) => JsonSerializer.Serialize(choices, SurveyJsonOptions.Compact);

    /// <summary>The choices of a text by <see cref="Write(IReadOnlyList{Choice})"/>; null when it is none.</summary>
    public static IReadOnlyList<Choice>? ReadChoices(string text) =>
        Parsed(text) is JsonArray { } written ? ReadList(written).Choices : null;

    /// <summary>The item without what it holds.</summary>
    internal static JsonObject Of(SurveyItem item) =>
        JsonNode.Parse(SurveyJson.Write(item is Container container ? container with { Questions = [] } : item))!.AsObject();

    /// <summary>The item that is written so, or what is wrong with it; paths begin at the item.</summary>
    internal static (SurveyItem? Item, IReadOnlyList<DefinitionFault> Faults) Read(JsonObject written)
    {
        const string Place = "questions[0].";
        var reading = SurveyJson.Read(new JsonObject { ["title"] = "", ["questions"] = new JsonArray(written.DeepClone()) }.ToJsonString());
        return reading.Definition is { Questions: [var item] }
            ? (item, [])
            : (
                null,
                [
                    .. reading.Faults.Select(fault =>
                        fault.Path.StartsWith(Place, StringComparison.Ordinal) ? fault with { Path = fault.Path[Place.Length..] } : fault
                    ),
                ]
            );
    }

    /// <summary>The choices that are written so, or what is wrong with them.</summary>
    internal static (IReadOnlyList<Choice>? Choices, IReadOnlyList<DefinitionFault> Faults) ReadList(JsonArray written)
    {
        var survey = new JsonObject
        {
            ["title"] = "",
            ["choices"] = new JsonObject { ["list"] = written.DeepClone() },
        };
        var reading = SurveyJson.Read(survey.ToJsonString());
        return reading.Ok ? (reading.Definition.Choices.GetValueOrDefault("list") ?? [], []) : (null, reading.Faults);
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: new() { MaxDepth = SurveyJson.MaxDepth });
        }
        catch (JsonException)
        {
            return null; // a form that was tampered with: nothing that it began from
        }
    }
}
