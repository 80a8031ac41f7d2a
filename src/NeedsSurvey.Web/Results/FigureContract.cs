using System.Text.Json.Serialization.Metadata;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Results;

/// <summary>
/// How figures stand in every answer of the API. A <see cref="ShownCount"/> is a number, null where words stand instead, and beside it
/// <c>…Is</c> says which: <c>number</c>, <c>few</c> or <c>nearly_all</c>. A <see cref="FigureNote"/> is <c>figures</c> (<c>true</c> or
/// <c>safe</c>) and <c>note</c>, its sentences.
/// </summary>
internal static class FigureContract
{
    public static void Apply(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
            return;
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var (name, get) = (type.Properties[i].Name, type.Properties[i].Get);
            if (get is null)
                continue;
            if (type.Properties[i].PropertyType is var kind && (kind == typeof(ShownCount) || kind == typeof(ShownCount?)))
            {
                type.Properties.RemoveAt(i);
                Insert(type, i, typeof(int?), name, of => Count(get(of))?.Shown);
                Insert(type, i + 1, typeof(ShownCountKind?), name + "Is", of => Count(get(of))?.Kind);
            }
            else if (kind == typeof(FigureNote))
            {
                type.Properties.RemoveAt(i);
                Insert(type, i, typeof(string), "figures", of => get(of) is FigureNote note ? Word(note) : null);
                Insert(type, i + 1, typeof(IReadOnlyList<string>), "note", of => (get(of) as FigureNote)?.Sentences);
            }
        }
    }

    /// <summary><c>true</c> or <c>safe</c>.</summary>
    public static string Word(FigureNote note) => note.AreTrue ? "true" : "safe";

    private static ShownCount? Count(object? value) => value as ShownCount?;

    private static void Insert(JsonTypeInfo type, int at, Type property, string name, Func<object, object?> get)
    {
        var made = type.CreateJsonPropertyInfo(property, name);
        made.Get = get;
        type.Properties.Insert(at, made);
    }
}
