using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Storage;

namespace Maoding.Features.Planning.Documents;

/// <summary>Addresses of documents that are no pages.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{id:int}/file", DownloadAsync).Needs(Permission.SeeDocuments);

    /// <summary>Always an attachment of no particular kind: nothing that was uploaded is ever shown inside a page of ours.</summary>
    private static async Task<IResult> DownloadAsync(
        int id, CurrentRequest current, DocumentService documents, MaodingContext db, HttpContext context, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeDocuments);
        var file = await documents.FileAsync(id, stop) ?? throw DocumentService.Missing();
        context.Response.ContentLength = file.Length;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => db.CopyFileAsync(file.Id, file.Length, to, stop), "application/octet-stream", file.Name);
    }
}
