using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using NeedsSurvey.App;
using NeedsSurvey.App.Surveys;
using NeedsSurvey.Domain.Surveys;

namespace NeedsSurvey.Web.Surveys;

/// <summary>
/// Reads request bodies that hold a survey definition. Not the framework's binding: it stops at the first fault and words it for
/// programmers, while <see cref="SurveyJson"/> lists all of them with their paths.
/// </summary>
internal static class DefinitionBody
{
    // Room for the title and the braces around a definition of the largest size.
    private const int LargestBody = Limits.DefinitionBytes + 64 * 1024;

    /// <summary>A definition and the revision it was made from.</summary>
    public sealed record DraftBody(SurveyDefinition Definition, int Revision);

    /// <summary>Lets the route take bodies as large as a definition may be.</summary>
    public static RouteHandlerBuilder TakesDefinitions(this RouteHandlerBuilder route) =>
        route.WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    /// <summary>A whole definition with <c>If-Match</c>.</summary>
    public static async Task<Result<DraftBody>> ReadDraft(HttpRequest request, CancellationToken cancellation)
    {
        if (Revision(request) is not { } revision)
            return new Problem.Invalid(
                "If-Match",
                "required",
                "Send the header If-Match with the ETag of the draft that yours was made from, so that nobody's work is lost."
            );
        var reading = SurveyJson.Read(await Body(request, cancellation));
        return reading.Ok ? new DraftBody(reading.Definition, revision) : Faults(reading, "");
    }

    /// <summary>A new survey: <c>{title, definition}</c>, <c>{title, template}</c> or <c>{title, copyOf}</c>.</summary>
    public static async Task<Result<CreateSurvey.Command>> ReadNew(HttpRequest request, CancellationToken cancellation)
    {
        var body = JsonSerializer.Deserialize<NewSurveyBody>((await Body(request, cancellation)).Span, NewBodyJson)
            ?? throw new JsonException("The body is null.");
        if (body.Definition is not { } json)
            return new CreateSurvey.Command(body.Title, null, body.Template, body.CopyOf);
        var reading = SurveyJson.Read(json);
        return reading.Ok
            ? new CreateSurvey.Command(body.Title, reading.Definition, body.Template, body.CopyOf)
            : Faults(reading, "definition");
    }

    /// <summary>Faults of shape with their paths, below <paramref name="prefix"/>.</summary>
    public static Problem.Invalid Faults(SurveyReading reading, string prefix) =>
        new([
            .. reading.Faults.Select(fault => new Fault(
                string.Join('.', new[] { prefix, fault.Path }.Where(part => part.Length > 0)),
                fault.Code,
                fault.Message
            )),
        ]);

    private static int? Revision(HttpRequest request) =>
        int.TryParse(request.Headers.IfMatch.ToString().Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? revision
            : null;

    private static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }

    private static readonly JsonSerializerOptions NewBodyJson = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = SurveyJson.MaxDepth + 1,
    };
}

/// <summary>A new survey as it is sent, with one of a definition, a template and another survey to begin from.</summary>
/// <param name="Title">What the organisation calls it; that of the definition when absent.</param>
/// <param name="Template">Key of a template (<c>GET /api/v1/templates</c>).</param>
/// <param name="CopyOf">Id or slug of the survey to copy.</param>
/// <param name="Definition">What it asks (survey-format.md).</param>
internal sealed record NewSurveyBody(string? Title = null, string? Template = null, string? CopyOf = null, JsonElement? Definition = null);
