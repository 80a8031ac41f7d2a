using NeedsSurvey.App.Seeds;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>A template as the gallery shows it.</summary>
/// <param name="Questions">How many questions it asks at most.</param>
/// <param name="Minutes">How long it takes, estimated from its questions.</param>
internal sealed record TemplateCard(SurveyTemplate Template, SurveyDefinition Definition, int Questions, int Minutes)
{
    private static readonly Lazy<IReadOnlyList<TemplateCard>> Cards = new(() => [.. SeedLibrary.Templates.Select(Of)]);

    /// <summary>All of them, in the order to offer them.</summary>
    public static IReadOnlyList<TemplateCard> All => Cards.Value;

    public static TemplateCard Of(SurveyTemplate template)
    {
        var definition = SurveyJson.Read(template.DefinitionJson()).Definition
            ?? throw new InvalidOperationException($"Template '{template.Key}' cannot be read.");
        return new(
            template,
            definition,
            Outline.Flatten(definition.Questions).Count(entry => entry.Item is Question),
            MinutesEstimate.Of(CompiledSurvey.Compile(definition))
        );
    }
}
