// The API described for programs (/openapi/v1.json) and for people (/docs). The page is rendered here from the same document: the usual
// script viewers need more than our content security policy allows, and a megabyte of script to show a list.

using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace NeedsSurvey.Web.Hosting;

/// <summary>The OpenAPI document and its page.</summary>
public static class ApiDocument
{
    internal const string Name = "v1";

    /// <summary>Describes what no endpoint can say of itself.</summary>
    public static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi(Name, options =>
        {
            options.AddOperationTransformer(ApiOperations.Mend);
            options.AddSchemaTransformer(ApiSchemas.Mend);
            options.CreateSchemaReferenceId = ApiSchemas.IdOf;
            // When all operations and schemas are there.
            options.AddDocumentTransformer(ApiOverview.Add);
            options.AddDocumentTransformer(ApiSchemas.Finish);
        });

    /// <summary>Says what body a route takes that reads it by itself.</summary>
    /// <param name="example">JSON that the route takes.</param>
    public static RouteHandlerBuilder HasBody<T>(this RouteHandlerBuilder route, string example) =>
        route
            .WithMetadata(ApiOperations.ReadsBodyItself.It)
            .AddOpenApiOperationTransformer(
                async (operation, context, cancellation) =>
                {
                    context.Document!.AddComponent(
                        typeof(T).Name,
                        await context.GetOrCreateSchemaAsync(typeof(T), cancellationToken: cancellation)
                    );
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["application/json"] = new()
                            {
                                Schema = new OpenApiSchemaReference(typeof(T).Name, context.Document),
                                Example = JsonNode.Parse(example),
                            },
                        },
                    };
                }
            );

    /// <summary>
    /// Says that the operation behind a route answers with a problem of this status. Those that follow from what a route is need no saying:
    /// <see cref="ApiOperations"/>.
    /// </summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder route, int status) =>
        route.WithMetadata(new ApiOperations.Refusal(status));

    /// <summary>Says that a route answers with a file of one of these types, besides what else it answers with.</summary>
    public static RouteHandlerBuilder AnswersFile(this RouteHandlerBuilder route, params string[] types) =>
        route.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                operation.Responses ??= [];
                if (!operation.Responses.TryGetValue("200", out var ok))
                    operation.Responses["200"] = ok = new OpenApiResponse { Description = "OK" };
                var content = ((OpenApiResponse)ok).Content ??= new Dictionary<string, OpenApiMediaType>();
                foreach (var type in types)
                    content[type] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                    };
                return Task.CompletedTask;
            }
        );

    /// <summary>Says that a route takes <c>If-Match</c>.</summary>
    /// <param name="isRequired">Whether nothing is overwritten without it.</param>
    /// <param name="of">What the tag belongs to, and where it is read.</param>
    public static RouteHandlerBuilder TakesRevision(this RouteHandlerBuilder route, bool isRequired, string of) =>
        route.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                operation.Parameters ??= [];
                operation.Parameters.Add(
                    new OpenApiParameter
                    {
                        Name = "If-Match",
                        In = ParameterLocation.Header,
                        Required = isRequired,
                        Description =
                            $"The ETag of {of} that yours was made from."
                            + (
                                isRequired
                                    ? ""
                                    : " Refused (409, changed_meanwhile) where another is stored; without it, yours is stored over any."
                            ),
                        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                    }
                );
                return Task.CompletedTask;
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
