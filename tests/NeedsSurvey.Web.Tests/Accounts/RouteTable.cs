// The program's own route table, as the generated tests read it: what a route needs, and a request to it that a refusal can be told from.

using System.Collections;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;
using NeedsSurvey.App;

namespace NeedsSurvey.Web.Tests.Accounts;

/// <summary>One method of one route.</summary>
public sealed record Route(string Method, RoutePattern Pattern, Routes.Kind? Kind, Permission? Needs, Type? Body)
{
    /// <summary>What follows the path, for routes that do several things by it.</summary>
    public string Query { get; init; } = "";

    public bool IsUnsafe => Method is not ("GET" or "HEAD" or "OPTIONS");

    public override string ToString() => $"{Method} {Pattern.RawText}";

    /// <summary>The address with these values; throws with what to do when a parameter has none.</summary>
    public string Address(IReadOnlyDictionary<string, string> values)
    {
        var path = new StringBuilder();
        foreach (var segment in Pattern.PathSegments)
        {
            path.Append('/');
            foreach (var part in segment.Parts)
                path.Append(
                    part switch
                    {
                        RoutePatternLiteralPart literal => literal.Content,
                        RoutePatternSeparatorPart separator => separator.Content,
                        RoutePatternParameterPart parameter => Uri.EscapeDataString(Value(parameter, values)),
                        _ => throw new System.Diagnostics.UnreachableException(),
                    }
                );
        }
        return (path.Length == 0 ? "/" : path.ToString()) + Query;
    }

    /// <summary>The name under which a world has the parameter's value.</summary>
    public static string KeyOf(RoutePatternParameterPart parameter) =>
        parameter.ParameterPolicies.Any(policy => policy.Content == "guid") ? parameter.Name + ":guid" : parameter.Name;

    private string Value(RoutePatternParameterPart parameter, IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(KeyOf(parameter), out var value) || OneOfEverything.Neutral.TryGetValue(parameter.Name, out value)
            ? value
            : throw new InvalidOperationException(
                $"{this}: the parameter {{{parameter.Name}}} has no sample. Add a line to OneOfEverything.cs."
            );
}

/// <summary>All routes of a program.</summary>
public static class RouteTable
{
    public static IReadOnlyList<Route> Of(TestSite site) =>
        [
            .. site.Get<IEnumerable<EndpointDataSource>>()
                .SelectMany(source => source.Endpoints)
                .OfType<RouteEndpoint>()
                .SelectMany(endpoint =>
                    (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => new Route(
                        method,
                        endpoint.RoutePattern,
                        endpoint.Metadata.GetMetadata<Routes.RouteKind>()?.Kind,
                        endpoint.Metadata.OfType<Permission>().Cast<Permission?>().LastOrDefault(),
                        endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType
                    ))
                ),
        ];

    /// <summary>
    /// A body that reads well, so that a refusal is the permission's and not the reader's: from <see cref="RouteSamples"/>, or made of the
    /// parameter's type.
    /// </summary>
    public static HttpContent BodyOf(TestSite site, Route route, IReadOnlyDictionary<string, string> values)
    {
        var json =
            RouteSamples.Json.TryGetValue(route.ToString(), out var sample) ? sample.With(values)
            : route.Body is null ? "{}"
            : JsonSerializer.Serialize(Sample(route.Body, 0), site.Get<IOptions<JsonOptions>>().Value.SerializerOptions);
        return new StringContent(json, new MediaTypeHeaderValue("application/json", "utf-8"));
    }

    private static object? Sample(Type type, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is not null || depth > 8)
            return null;
        if (type == typeof(string))
            return "sample";
        if (type == typeof(Guid))
            return Guid.NewGuid();
        if (type == typeof(JsonElement))
            return JsonElement.Parse("{}");
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(0);
        if (type.IsValueType)
            return Activator.CreateInstance(type);
        if (
            typeof(IDictionary).IsAssignableFrom(type)
            || type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>)
        )
            return new Dictionary<string, string>();
        if (typeof(IEnumerable).IsAssignableFrom(type))
            return type.GetGenericArguments() is [var item] && Sample(item, depth + 1) is { } one ? [one] : Array.Empty<object>();
        // By the constructor and the required properties, as the JSON reader asks for them.
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0 && property.SetMethod is not null)
            .ToDictionary(
                property => JsonNamingPolicy.CamelCase.ConvertName(property.Name),
                property => Sample(property.PropertyType, depth + 1)
            );
    }
}
