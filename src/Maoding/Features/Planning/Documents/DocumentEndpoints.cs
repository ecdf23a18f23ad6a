using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Maoding.Shared;

namespace Maoding.Features.Planning.Documents;

/// <summary>Addresses of documents that are no pages.</summary>
internal static class DocumentEndpoints
{
    public static void MapDocuments(this IEndpointRouteBuilder app) =>
        app.MapGet("/documents/{id:int}/file", DownloadAsync).Needs(Permission.SeeDocuments);

    private static async Task<IResult> DownloadAsync(
        int id, CurrentRequest current, DocumentService documents, Downloads downloads, HttpContext context, CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeDocuments);
        var file = await documents.FileAsync(id, stop) ?? throw DocumentService.Missing();
        return await downloads.StoredAsync(new TakenOut("下载文件原件", nameof(SourceDocument), id, file.Name), file, context.Response, stop);
    }
}
