using System.Text.Json.Serialization.Metadata;
using NeedsSurvey.Domain.Results;

namespace NeedsSurvey.Web.Results;

/// <summary>
/// How figures stand in every answer of the API. A <see cref="ShownCount"/> is a number, null where words stand instead, and beside it
/// <c>…Is</c> says which: <c>number</c>, <c>few</c> or <c>nearly_all</c> (fewer than k, all but fewer than k; of several surveys, in each
/// of them). A <see cref="FigureNote"/> is <c>figures</c> (<c>true</c> or <c>safe</c>) and <c>note</c>, its sentences.
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
                var always = !type.Properties[i].IsGetNullable;
                type.Properties.RemoveAt(i);
                var kindOf = always ? typeof(FigureKind) : typeof(FigureKind?);
                Insert(type, i, kindOf, "figures", of => get(of) is FigureNote note ? KindOf(note) : null);
                Insert(type, i + 1, typeof(IReadOnlyList<string>), "note", of => (get(of) as FigureNote)?.Sentences, always);
            }
        }
    }

    /// <summary><c>true</c> or <c>safe</c>.</summary>
    public static FigureKind KindOf(FigureNote note) => note.AreTrue ? FigureKind.True : FigureKind.Safe;

    private static ShownCount? Count(object? value) => value as ShownCount?;

    private static void Insert(JsonTypeInfo type, int at, Type property, string name, Func<object, object?> get, bool always = false)
    {
        var made = type.CreateJsonPropertyInfo(property, name);
        made.Get = get;
        // The schema says "or null" when either may be.
        made.IsGetNullable = made.IsSetNullable = !always && (!property.IsValueType || Nullable.GetUnderlyingType(property) is not null);
        type.Properties.Insert(at, made);
    }
}

/// <summary>Whether figures are true or safe (methods.md).</summary>
internal enum FigureKind
{
    /// <summary>With a little noise and without small counts: for whoever may not export, and for the public.</summary>
    Safe,

    /// <summary>As they are: for whoever may export.</summary>
    True,
}
