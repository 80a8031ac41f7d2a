// The API described for programs (/openapi/v1.json) and for people (/docs). The page is rendered here from the same document: the usual
// script viewers need more than our content security policy allows, and a megabyte of script to show a list.

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NeedsSurvey.Web.Hosting;

/// <summary>The OpenAPI document and its page.</summary>
public static class ApiDocument
{
    private const string Name = "v1";
    private const string Key = "key";

    /// <summary>Describes what no endpoint can say of itself: title, address, keys, problems.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
        {
            options.AddDocumentTransformer(
                (document, context, _) =>
                {
                    document.Info = new OpenApiInfo
                    {
                        Title = "NeedsSurvey",
                        Version = Name,
                        Description =
                            "Send an API key as \"Authorization: Bearer KEY\" to everything under /api/v1; the command create-key "
                            + "makes one. "
                            + "Errors are problem details (RFC 9457) with a stable \"code\"; faults of single fields are under "
                            + "\"errors\" by path. "
                            + "Lists are paged by cursor. Times are RFC 3339 in UTC. Unknown and repeated keys in JSON are refused.",
                    };
                    // Not from the request's Host header, which anybody can forge.
                    document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<PublicLinks>().Of("") }];
                    document.Components ??= new OpenApiComponents();
                    document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                    {
                        [Key] = new OpenApiSecurityScheme
                        {
                            Type = SecuritySchemeType.Http,
                            Scheme = "bearer",
                            Description = "An API key of one organisation.",
                        },
                    };
                    document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
                    document.Components.Schemas[ApiSchemas.Problem] = ApiSchemas.OfProblem();
                    return Task.CompletedTask;
                }
            );
            options.AddOperationTransformer(
                (operation, context, _) =>
                {
                    operation.Responses ??= [];
                    // One for every problem: their statuses are many, their shape is one.
                    foreach (var status in operation.Responses.Keys.Where(status => status[0] is '4' or '5').ToList())
                        operation.Responses.Remove(status);
                    operation.Responses["default"] = new OpenApiResponse
                    {
                        Description = "A problem.",
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["application/problem+json"] = new()
                            {
                                Schema = new OpenApiSchemaReference(ApiSchemas.Problem, context.Document),
                            },
                        },
                    };
                    // An empty list says that no key is asked for.
                    var route = context.Description.ActionDescriptor.EndpointMetadata.OfType<Routes.RouteKind>().Last();
                    operation.Security =
                        route.Kind == Routes.Kind.Api
                            ? [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Key, context.Document)] = [] }]
                            : [];
                    return Task.CompletedTask;
                }
            );
            options.AddSchemaTransformer(ApiSchemas.Mend);
            options.CreateSchemaReferenceId = ApiSchemas.IdOf;
        });

    /// <summary>Says what body a route takes that reads it by itself.</summary>
    /// <param name="example">JSON that the route takes.</param>
    public static RouteHandlerBuilder HasBody<T>(this RouteHandlerBuilder route, string example) =>
        route.AddOpenApiOperationTransformer(
            async (operation, context, cancellation) =>
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        ["application/json"] = new()
                        {
                            Schema = await context.GetOrCreateSchemaAsync(typeof(T), cancellationToken: cancellation),
                            Example = JsonNode.Parse(example),
                        },
                    },
                }
        );

    /// <summary>Maps the document and the page.</summary>
    public static void MapApiDocument(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").WithMetadata(new Routes.RouteKind(Routes.Kind.Public));
        app.Public()
            .ExcludeFromDescription()
            .MapGet("/docs", async (IServiceProvider services, CancellationToken cancellation) =>
            {
                var document = await services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(cancellation);
                return HttpResults.Page<ApiDocumentPage>(new { Document = document });
            });
    }
}
