using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Hosting;

/// <summary>
/// What the API's document says of each operation and no handler says of itself: who may call it, with which problems it answers, and what
/// its parameters are.
/// </summary>
internal static class ApiOperations
{
    /// <summary>On routes that read their body themselves, whatever its content type.</summary>
    public sealed record ReadsBodyItself
    {
        public static readonly ReadsBodyItself It = new();
    }

    /// <summary>
    /// On routes whose operation answers with a problem of this status, where that does not follow from what the route is.
    /// </summary>
    public sealed record Refusal(int Status);

    public static Task Mend(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var isApi = metadata.OfType<Routes.RouteKind>().Last().Kind == Routes.Kind.Api;
        var needs = metadata.OfType<Permission>().Cast<Permission?>().LastOrDefault();
        operation.Description = string.Join(' ', new[] { operation.Description, WhoMay(isApi, needs) }.Where(words => words is not null));
        // An empty list says that no key is asked for.
        operation.Security = isApi
            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiOverview.Key, context.Document)] = [] }]
            : [];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            parameter.Description ??= Parameters.GetValueOrDefault(parameter.Name ?? "");

        operation.Responses ??= [];
        var problems = ProblemsOf(operation, metadata, isApi, needs).Concat(metadata.OfType<Refusal>().Select(refusal => refusal.Status));
        foreach (var status in problems.Distinct().Order())
            operation.Responses[$"{status}"] = Problem(Statuses[status], context.Document);
        operation.Responses["default"] = Problem("Another problem.", context.Document);
        return Task.CompletedTask;
    }

    // Those that follow from what a route is; what an operation refuses besides, its route says (Refuses).
    private static IEnumerable<int> ProblemsOf(OpenApiOperation operation, IList<object> metadata, bool isApi, Permission? needs)
    {
        var hasBody = operation.RequestBody is not null || metadata.OfType<IAcceptsMetadata>().Any();
        hasBody |= metadata.OfType<ReadsBodyItself>().Any();
        if (hasBody || operation.Parameters?.Any(parameter => parameter.In != ParameterLocation.Path) == true)
            yield return StatusCodes.Status400BadRequest;
        if (isApi)
            yield return StatusCodes.Status401Unauthorized;
        if (needs is { } permission && RolesWith(permission).Count < Enum.GetValues<Role>().Length)
            yield return StatusCodes.Status403Forbidden;
        if (operation.Parameters?.Any(parameter => parameter.In == ParameterLocation.Path) == true)
            yield return StatusCodes.Status404NotFound;
        if (hasBody)
            yield return StatusCodes.Status413PayloadTooLarge;
        if (hasBody && !metadata.OfType<ReadsBodyItself>().Any())
            yield return StatusCodes.Status415UnsupportedMediaType;
        yield return StatusCodes.Status503ServiceUnavailable;
    }

    private static string WhoMay(bool isApi, Permission? needs) =>
        !isApi ? "Open to everybody: no key is asked for."
        : needs is { } permission ? $"For keys whose role includes {permission}: {string.Join(", ", RolesWith(permission))}."
        : "For every key.";

    private static List<string> RolesWith(Permission permission) =>
        [
            .. Enum.GetValues<Role>()
                .Where(role => Permissions.Of(role).Contains(permission))
                .Select(role => role.ToString().ToLowerInvariant()),
        ];

    private static OpenApiResponse Problem(string description, OpenApiDocument? document) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ApiSchemas.Problem, document) },
            },
        };

    private static readonly Dictionary<int, string> Statuses = new()
    {
        [StatusCodes.Status400BadRequest] = "What was sent is not in order; \"errors\" says where.",
        [StatusCodes.Status401Unauthorized] = "No key was sent, or one that is not valid.",
        [StatusCodes.Status403Forbidden] = "The key's role does not include this.",
        [StatusCodes.Status404NotFound] = "It does not exist, or belongs to another organisation.",
        [StatusCodes.Status409Conflict] = "It clashes with what is stored; \"code\" says how.",
        [StatusCodes.Status410Gone] = "It was there and is over.",
        [StatusCodes.Status413PayloadTooLarge] = "The body is larger than what is taken at once.",
        [StatusCodes.Status415UnsupportedMediaType] = "The body is not application/json.",
        [StatusCodes.Status503ServiceUnavailable] = "Nothing was stored; Retry-After says when to come back.",
    };

    private static readonly Dictionary<string, string> Parameters = new()
    {
        ["org"] = "The organisation's slug or id.",
        ["initiative"] = "The initiative: its id, or its slug where the organisation is named too.",
        ["survey"] = "The survey's id or slug.",
        ["slug"] = "The public short name, as in the address of the page.",
        ["goal"] = "The goal's id, chosen by whoever makes it.",
        ["member"] = "The member's id.",
        ["invitation"] = "The invitation's id.",
        ["key"] = "The key's id.",
        ["reply"] = "The reply's id.",
        ["response"] = "The response's id.",
        ["field"] = "The question; question.other for what was written beside a choice; either in a repeat: repeat[2].question.",
        ["name"] = "The need's name.",
        ["language"] = "A language, as BCP 47 code.",
        ["version"] = "A version by its number; the newest when absent.",
        ["after"] = "Where the page before ended: its \"next\".",
        ["cursor"] = "Where the page before ended: its \"next\".",
        ["limit"] = "How many at most.",
        ["method"] = "A ranking method by its code; the preferred one when absent.",
        ["cut"] = "Where the importance–performance map is cut: means (the default), medians or diagonal.",
        ["filter"] = "A group question and one of its choices: area=north.",
        ["row"] = "The name of a question; of a group question where figures are safe.",
        ["column"] = "The name of another question.",
        ["unread"] = "True for those alone that you have not read.",
        ["need"] = "Only answers that were read as stating this need.",
        ["preset"] = "analysis (codes, the default) or spreadsheet (words).",
        ["not_asked"] = "The code of “not asked”.",
        ["declined"] = "The code of “declined to answer”.",
        ["unknown"] = "The code of “I do not know”.",
        ["format"] = "The file's format.",
    };
}
