using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Projects;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>Photos of projects: optional, never asked for.</summary>
public sealed class ProjectPhotos(MaodingContext db, AuditedSave save, TimeProvider clock)
{
    /// <summary>Bytes of a photo at most.</summary>
    private const int Longest = 10 * 1024 * 1024;

    private const int LongestName = 100;

    /// <exception cref="RefusalException">PER001, PRJ003; PRJ013: nothing chosen, too large, or no photo.</exception>
    public async Task AttachAsync(Actor actor, int id, IFormFile? upload, HandledRequest? request, CancellationToken stop)
    {
        var project = await db.Projects.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) ?? throw ProjectService.Missing();
        Permissions.Demand(actor, Permission.ReportProjects, ProjectFacts.Of(project));
        if (upload is null || upload.Length == 0) throw Refuse("没有选照片，或文件是空的。请重新选择。");
        if (upload.Length > Longest)
            throw new RefusalException("PRJ013", $"这张照片有 {FileService.SizeWords(upload.Length)}，超过 10 MB。请缩小后再传。", RefusalKind.TooLarge) { Field = "Upload" };
        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream()) await stream.ReadExactlyAsync(bytes, stop);
        var name = Path.GetFileName(upload.FileName.Replace('\\', '/'));
        if (FileType.Of(name, bytes) is not { } type || !type.StartsWith("image/", StringComparison.Ordinal)) throw Refuse("只能上传 jpg、png 照片，而且内容要与扩展名一致。");
        var clean = string.Concat(Path.GetFileNameWithoutExtension(name).Where(c => !char.IsControl(c)));
        db.AddFile(actor, $"{clean[..Math.Min(clean.Length, LongestName)]}{Path.GetExtension(name)}",
            type, bytes, clock.GetUtcNow().UtcDateTime, nameof(Project), id);
        await save.SaveAsync(actor, "上传项目照片", "", request, stop);
    }

    /// <summary>Null when there is no such photo.</summary>
    public async Task<StoredFile?> FindAsync(Actor actor, int fileId, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        return await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId && f.Subject == nameof(Project), stop);
    }

    private static RefusalException Refuse(string message) => new("PRJ013", message) { Field = "Upload" };
}
