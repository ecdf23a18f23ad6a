using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Storage;

namespace Maoding.Features.Planning.Ledger.Files;

internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app) => app.MapGet("/ledger/files/{id:int}", DownloadAsync).Needs(Permission.SeeRowWorkings);

    /// <summary>Always as a download: nothing that a person uploaded is shown as a page of ours.</summary>
    private static async Task<IResult> DownloadAsync(
        int id, HttpContext context, CurrentRequest current, FileService files, MaodingContext db, CancellationToken stop)
    {
        if (await files.FindAsync(current.Actor, id, stop) is not { } file) return Results.NotFound();
        await StoredFiles.SendAsync(context.Response, db, file, stop);
        return Results.Empty;
    }
}
