using System.Text.Json.Nodes;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>One item in its written form, to be changed key by key.</summary>
internal static class ItemJson
{
    /// <summary>The item without what it holds.</summary>
    public static JsonObject Of(SurveyItem item) =>
        JsonNode.Parse(SurveyJson.Write(item is Container container ? container with { Questions = [] } : item))!.AsObject();

    /// <summary>The item that is written so, or what is wrong with it; paths begin at the item.</summary>
    public static (SurveyItem? Item, IReadOnlyList<DefinitionFault> Faults) Read(JsonObject written)
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
}
