using System.Reflection;

namespace NeedsSurvey.Domain.Surveys;

/// <summary>The word that stands for a type of item in the survey format: the value of its JSON key <c>type</c>.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ItemTypeAttribute(string word) : Attribute
{
    /// <summary>XLSForm's word where it has one.</summary>
    public string Word => word;
}

/// <summary>
/// A key of an item that holds an expression, however it writes the names of others: a new name of one is carried into it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class IsExpressionAttribute : Attribute;

/// <summary>
/// The types of items that the survey format knows, found in the model itself: a new type is a record with an <see
/// cref="ItemTypeAttribute"/>, and needs no line elsewhere.
/// </summary>
public static class ItemTypes
{
    /// <summary>XLSForm's types that may come once what people hand in can be kept whole; a definition that has one is refused.</summary>
    internal static readonly IReadOnlySet<string> NotYet = new HashSet<string>(StringComparer.Ordinal)
    {
        "image",
        "audio",
        "file",
        "video",
    };

    /// <summary>Every type by its word, in the order of the words.</summary>
    public static IReadOnlyDictionary<string, Type> ByWord { get; } =
        new OrderedDictionary<string, Type>(
            typeof(SurveyItem)
                .Assembly.GetTypes()
                .Where(type => type.IsSealed && type.IsSubclassOf(typeof(SurveyItem)))
                .Select(type => KeyValuePair.Create(WordOf(type), type))
                .OrderBy(type => type.Key, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private static readonly Dictionary<Type, string> Words = ByWord.ToDictionary(type => type.Value, type => type.Key);

    /// <summary>The word of an item's type: <c>select_one</c>.</summary>
    public static string Word(SurveyItem item) => Words[item.GetType()];

    private static string WordOf(Type type) =>
        type.GetCustomAttribute<ItemTypeAttribute>()?.Word
        ?? throw new InvalidOperationException($"{type.Name} has no [ItemType]: say which word stands for it in the survey format.");
}
