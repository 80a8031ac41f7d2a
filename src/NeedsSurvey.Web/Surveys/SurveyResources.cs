using System.Text.Json;
using System.Text.Json.Serialization;
using NeedsSurvey.App.Seeds;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

// The shapes of this room's JSON answers. Definitions keep their own format (snake_case, survey-format.md) within the API's camelCase.

internal sealed record SurveyResource
{
    public required Guid Id { get; init; }
    public required Guid InitiativeId { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required SurveyState State { get; init; }
    public required int Revision { get; init; }

    public required SurveyDefinition Draft { get; init; }
    public required bool HasUnpublishedChanges { get; init; }
    public required IReadOnlyList<PublishedVersion> Versions { get; init; }

    /// <summary>How people were reached; how they were drawn is under <c>/sample-design</c>.</summary>
    public required SampleDesign SampleDesign { get; init; }
    public string? Template { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public DateOnly? ClosedOn { get; init; }
    public required long Responses { get; init; }

    public static SurveyResource Of(SurveyView view, HttpResponse response)
    {
        response.Headers.ETag = $"\"{view.Revision}\"";
        return new()
        {
            Id = view.Id,
            InitiativeId = view.InitiativeId,
            Slug = view.Slug,
            Title = view.Title,
            State = view.State,
            Revision = view.Revision,
            Draft = view.Draft,
            HasUnpublishedChanges = view.HasUnpublishedChanges,
            Versions = view.Versions,
            SampleDesign = view.SampleDesign,
            Template = view.Template,
            OpenedOn = view.OpenedOn,
            ClosedOn = view.ClosedOn,
            Responses = view.Responses,
        };
    }
}

internal sealed record SavedResource(int Revision, IReadOnlyList<DefinitionFault> Faults)
{
    public static SavedResource Of(SaveDraft.Saved saved, HttpResponse response)
    {
        response.Headers.ETag = $"\"{saved.Revision}\"";
        return new(saved.Revision, saved.Faults);
    }
}

internal sealed record TemplateResource(
    string Key,
    LocalText Title,
    LocalText Description,
    TemplateAudience For,
    string Catalogue,
    IReadOnlyList<string> Languages,
    int Questions,
    int Minutes
)
{
    public static TemplateResource Of(SurveyTemplate template)
    {
        var card = TemplateCard.Of(template);
        return new(
            template.Key,
            template.Title,
            template.Description,
            template.For,
            template.Catalogue,
            template.Languages(),
            card.Questions,
            card.Minutes
        );
    }
}

/// <summary>
/// Writes a definition in its canonical form, as it is stored and exported. Definitions are read by <see cref="DefinitionBody"/> only.
/// </summary>
internal sealed class DefinitionConverter : JsonConverter<SurveyDefinition>
{
    public override SurveyDefinition Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, SurveyDefinition value, JsonSerializerOptions options) =>
        writer.WriteRawValue(SurveyJson.WriteUtf8(value), skipInputValidation: true);
}
