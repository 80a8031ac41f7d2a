using Microsoft.Extensions.Primitives;

namespace NeedsSurvey.Web.Components;

/// <summary>Forms that were not posted: a page renders what is stored through the same fields as what came back.</summary>
internal static class Forms
{
    public static PostedForm Of(Dictionary<string, string> fields) =>
        new(new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value))));

    /// <summary>A browser sends CR LF between lines; LF is stored.</summary>
    public static string Lines(string text) => text.ReplaceLineEndings("\n");
}
