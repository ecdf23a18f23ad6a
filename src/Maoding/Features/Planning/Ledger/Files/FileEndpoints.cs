using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Hosting;
using Maoding.Shared;

namespace Maoding.Features.Planning.Ledger.Files;

internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app) => app.MapGet("/ledger/files/{id:int}", DownloadAsync).Needs(Permission.SeeRowWorkings);

    private static async Task<IResult> DownloadAsync(
        int id, HttpContext context, CurrentRequest current, FileService files, Downloads downloads, CancellationToken stop)
    {
        if (await files.FindAsync(current.Actor, id, stop) is not { } file) return Results.NotFound();
        return await downloads.StoredAsync(new TakenOut("下载附件", nameof(StoredFile), id, file.Name), file, context.Response, stop);
    }
}
