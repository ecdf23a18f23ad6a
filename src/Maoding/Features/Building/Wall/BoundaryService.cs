using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Wall;

/// <summary>Keeps the district's boundary, as uploaded.</summary>
public sealed class BoundaryService(MaodingContext db, AuditedSave save, CurrentRequest current, District district, TimeProvider clock)
{
    private sealed record Kept(Boundary? Boundary);

    /// <summary>The boundary; null before one was uploaded.</summary>
    public async Task<Boundary?> ReadAsync(CancellationToken stop)
    {
        Permissions.Demand(current.Actor, Permission.SeeProjects);
        return (await district.Answers.OfAsync(current, "boundary", async () => new Kept(await LoadAsync(stop)))).Boundary;
    }

    /// <exception cref="RefusalException">PER001; FIL002: nothing chosen; WAL002: it cannot be read.</exception>
    public async Task KeepAsync(Actor actor, IFormFile? upload, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditProjects);
        if (upload is null || upload.Length == 0) throw new RefusalException("FIL002", "没有选文件，或文件是空的。请重新选择。") { Field = "Upload" };
        if (upload.Length > Boundary.Longest) throw new RefusalException("WAL002", "区界文件超过 4 MB。请先抽稀坐标点再传。", RefusalKind.TooLarge) { Field = "Upload" };
        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream()) await stream.ReadExactlyAsync(bytes, stop);
        Boundary.Parse(bytes);
        var region = await db.Regions.SingleAsync(stop);
        region.BoundaryFileId = db.AddFile(actor, "区界.geojson", "application/geo+json", bytes, clock.GetUtcNow().UtcDateTime);
        await save.SaveAsync(actor, "上传区界", "", once, stop);
    }

    private async Task<Boundary?> LoadAsync(CancellationToken stop)
    {
        if (current.Directory.Region.BoundaryFileId is not { } id) return null;
        var length = await db.Files.Where(f => f.Id == id).Select(f => f.Length).SingleAsync(stop);
        using var bytes = new MemoryStream((int)length);
        await db.CopyFileAsync(id, length, bytes, stop);
        return Boundary.Parse(bytes.ToArray());
    }
}
