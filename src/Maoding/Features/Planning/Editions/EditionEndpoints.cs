using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Editions;

namespace Maoding.Features.Planning.Editions;

internal static class EditionEndpoints
{
    public static void MapEditions(this IEndpointRouteBuilder app) =>
        app.MapGet($"{EditionLinks.Index}/{{id:int}}/files/{{file:int}}", DownloadAsync).Needs(Permission.SeeEditions);

    /// <exception cref="Domain.RefusalException">PER001; EDI001.</exception>
    private static async Task<IResult> DownloadAsync(
        int id, int file, EditionReader reader, CurrentRequest current, Downloads downloads, HttpContext context, CancellationToken stop)
    {
        var stored = await reader.FileAsync(current.Actor, id, file, stop);
        return await downloads.StoredAsync(new TakenOut("下载定稿", nameof(Edition), id, stored.Name), stored, context.Response, stop);
    }
}
