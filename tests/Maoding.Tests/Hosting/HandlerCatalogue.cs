using System.Reflection;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Maoding.Tests.Hosting;

/// <summary>Something that answers requests: a handler of a page, or a mapped endpoint.</summary>
/// <param name="Route">As declared: ledger/{id:int}/edit.</param>
/// <param name="Name">The page handler's name, null without.</param>
/// <param name="Needs">What it declares; null when it forgot.</param>
internal sealed record Handler(string Method, string Route, string? Name, Permission? Needs, RoutePatternParts Parts)
{
    public bool IsGet => Method == "GET";

    /// <summary>The first part of the address; empty for the front page.</summary>
    public string Section => Route.Split('/', '?')[0];

    public override string ToString() => $"{Method} /{Route}{(Name is null ? "" : $"?handler={Name}")}";
}

/// <param name="Segments">Literal segments and, as {name} or {name?}, parameters.</param>
internal sealed record RoutePatternParts(IReadOnlyList<string> Segments)
{
    public IEnumerable<(string Name, bool IsOptional)> Parameters =>
        Segments.Where(s => s[0] == '{').Select(s => (s[1..^1].TrimEnd('?'), s.EndsWith("?}", StringComparison.Ordinal)));
}

/// <summary>Every handler of the running application, found through its endpoints: a new page is in it by being there.</summary>
internal static class HandlerCatalogue
{
    /// <summary>The framework's stand-in for files that are not built yet; a published program has none.</summary>
    private const string UnbuiltAssets = "{**path:file}";

    public static async Task<IReadOnlyList<Handler>> OfAsync(TestApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var found = new List<Handler>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var parts = new RoutePatternParts([.. endpoint.RoutePattern.PathSegments.Select(
                s => s.Parts is [RoutePatternParameterPart parameter] ? $"{{{parameter.Name}{(parameter.IsOptional ? "?" : "")}}}"
                    : string.Concat(s.Parts.OfType<RoutePatternLiteralPart>().Select(p => p.Content)))]);
            var route = (endpoint.RoutePattern.RawText ?? "").TrimStart('/');
            if (route == UnbuiltAssets) continue;
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                found.AddRange(compiled.HandlerMethods.Select(
                    h => new Handler(h.HttpMethod.ToUpperInvariant(), route, h.Name, h.MethodInfo.GetCustomAttribute<NeedsAttribute>()?.Permission, parts)));
                continue;
            }

            var permission = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission;
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                if (method is "GET" or "POST" or "PUT" or "DELETE"
                    && !parts.Segments.Any(s => s.Contains('.', StringComparison.Ordinal) && permission == Permission.Open))
                    found.Add(new Handler(method, route, null, permission, parts));
        }

        return [.. found.DistinctBy(h => h.ToString())];
    }
}
