// What a handler answers with, as types, so that the API's document says status and schema of each operation without a line of its own.

using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace NeedsSurvey.Web;

/// <summary>200 with JSON, or a problem.</summary>
public sealed class OkOrProblem<T>(IResult inner) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => inner.ExecuteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
}

/// <summary>201 with JSON and the new thing's address, or a problem.</summary>
public sealed class CreatedOrProblem<T>(IResult inner) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => inner.ExecuteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
}

/// <summary>204, or a problem.</summary>
public sealed class NoContentOrProblem(IResult inner) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext) => inner.ExecuteAsync(httpContext);

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent, typeof(void)));
}

/// <summary>A list, as every one of them stands in an answer: a page of it, or the whole with no page after it.</summary>
/// <param name="Next">The cursor of the page that follows; null on the last.</param>
public sealed record ListResource<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Makes a <see cref="ListResource{T}"/>.</summary>
public static class ListResource
{
    /// <summary>A list that is short and comes whole.</summary>
    public static ListResource<T> Whole<T>(IReadOnlyList<T> items) => new(items, null);
}
