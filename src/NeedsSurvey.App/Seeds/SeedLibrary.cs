using System.Text.Json;
using System.Text.Json.Serialization;

namespace NeedsSurvey.App.Seeds;

/// <summary>
/// The questionnaires and need catalogues that come with the program, read once from its own resources. Writes nothing and knows
/// no database; a fault in a seed file is a bug and throws at first use.
/// </summary>
public static class SeedLibrary
{
    private static readonly Lazy<IReadOnlyList<SurveyTemplate>> AllTemplates = new(() =>
        [.. ReadFolder<SurveyTemplate>("templates").OrderBy(template => template.Position)]
    );

    private static readonly Lazy<IReadOnlyList<NeedCatalogue>> AllCatalogues = new(() =>
        [.. ReadFolder<NeedCatalogue>("catalogues").OrderBy(catalogue => catalogue.Position)]
    );

    /// <summary>Every template, in the order to offer them.</summary>
    public static IReadOnlyList<SurveyTemplate> Templates => AllTemplates.Value;

    /// <summary>Every need catalogue, in the order to offer them.</summary>
    public static IReadOnlyList<NeedCatalogue> Catalogues => AllCatalogues.Value;

    /// <summary>The template with this key, or null.</summary>
    public static SurveyTemplate? FindTemplate(string key) => Templates.FirstOrDefault(template => template.Key == key);

    /// <summary>The catalogue with this key, or null.</summary>
    public static NeedCatalogue? FindCatalogue(string key) => Catalogues.FirstOrDefault(catalogue => catalogue.Key == key);

    /// <summary>Reads one seed file, e.g. <c>demo/story.json</c>; an unknown or missing key throws <see cref="JsonException"/>.</summary>
    internal static T Read<T>(string path)
    {
        using var file = typeof(SeedLibrary).Assembly.GetManifestResourceStream("seeds/" + path)
            ?? throw new InvalidOperationException($"The program was built without its seed file '{path}'.");
        return JsonSerializer.Deserialize<T>(file, Json)!;
    }

    private static IEnumerable<T> ReadFolder<T>(string folder)
    {
        var prefix = $"seeds/{folder}/";
        return typeof(SeedLibrary)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => Read<T>(name["seeds/".Length..]));
    }

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };
}
