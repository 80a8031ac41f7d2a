using System.Text.Json.Serialization.Metadata;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// How figures stand in every answer of the API. A count is a whole number, null where words stand in its place, and beside it
/// <c>…Is</c> says which: <c>number</c>, <c>few</c> or <c>nearly_all</c>. A note is <c>true</c> or <c>safe</c>, and beside it <c>note</c>
/// has its sentences.
/// </summary>
internal static class FigureShapes
{
    /// <summary>A modifier of types; they are written only, no body that is read has counts.</summary>
    public static void Write(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var at = type.Properties.Count - 1; at >= 0; at--)
        {
            var property = type.Properties[at];
            if (property.Get is not { } get)
                continue;
            if ((Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(ShownCount))
                Replace<int?, ShownCountKind?>(
                    type,
                    at,
                    property.Name + "Is",
                    of => ((ShownCount?)get(of))?.Shown,
                    of => ((ShownCount?)get(of))?.Kind
                );
            else if (property.PropertyType == typeof(FigureNote))
                Replace<string, IReadOnlyList<string>>(
                    type,
                    at,
                    "note",
                    of => Word((FigureNote?)get(of)),
                    of => ((FigureNote?)get(of))?.Sentences
                );
        }
    }

    private static string? Word(FigureNote? note) =>
        note is null ? null
        : note.AreTrue ? "true"
        : "safe";

    private static void Replace<TValue, TBeside>(
        JsonTypeInfo type,
        int at,
        string beside,
        Func<object, object?> value,
        Func<object, object?> valueBeside
    )
    {
        var first = type.CreateJsonPropertyInfo(typeof(TValue), type.Properties[at].Name);
        first.Get = value;
        var second = type.CreateJsonPropertyInfo(typeof(TBeside), beside);
        second.Get = valueBeside;
        type.Properties.RemoveAt(at);
        type.Properties.Insert(at, second);
        type.Properties.Insert(at, first);
    }
}
