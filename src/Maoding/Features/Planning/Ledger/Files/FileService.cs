using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Settling;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Files;

/// <summary>Attaches files to rows and gives them back.</summary>
public sealed class FileService(MaodingContext db, AuditedSave save, TimeProvider clock)
{
    private const int LongestName = 200;

    /// <exception cref="RefusalException">
    /// PER001: not allowed for this row; FIL001: too large; FIL002: nothing chosen or empty; FIL003: a kind that is not allowed; FIL004: no such row.
    /// </exception>
    public async Task AttachAsync(Actor actor, int rowId, IFormFile? upload, HandledRequest? once, CancellationToken stop)
    {
        await TrackAsync(actor, rowId, upload, stop);
        await save.SaveAsync(actor, "上传附件", "", once, stop);
    }

    /// <summary>Checks a file and tracks it with its row, to be saved with what it belongs to.</summary>
    /// <returns>The key that stands for the file's until it is saved.</returns>
    /// <exception cref="RefusalException">As <see cref="AttachAsync"/>.</exception>
    public async Task<int> TrackAsync(Actor actor, int rowId, IFormFile? upload, CancellationToken stop)
    {
        await DemandAsync(actor, Permission.AttachFile, rowId, stop);
        var (name, type, bytes) = await ReadAsync(upload, stop);
        return db.AddFile(actor, name, type, bytes, clock.GetUtcNow().UtcDateTime, nameof(Commitment), rowId);
    }

    /// <summary>An uploaded file with its bytes, checked.</summary>
    /// <exception cref="RefusalException">FIL001: too large; FIL002: nothing chosen or empty; FIL003: a kind that is not allowed.</exception>
    internal static async Task<(string Name, string Type, byte[] Bytes)> ReadAsync(IFormFile? upload, CancellationToken stop)
    {
        if (upload is null || upload.Length == 0) throw new RefusalException("FIL002", "没有选文件，或文件是空的。请重新选择。") { Field = "Upload" };
        if (upload.Length > StoredFiles.Longest)
            throw new RefusalException("FIL001", $"这个文件有 {SizeWords(upload.Length)}，超过 20 MB。请拆分或压缩后再传。", RefusalKind.TooLarge) { Field = "Upload" };
        var bytes = new byte[upload.Length];
        await using (var stream = upload.OpenReadStream()) await stream.ReadExactlyAsync(bytes, stop);
        var name = CleanName(upload.FileName);
        var type = FileType.Of(name, bytes)
            ?? throw new RefusalException("FIL003", $"只能上传 {FileType.Words}，而且内容要与扩展名一致。请另存为其中一种再传。") { Field = "Upload" };
        return (name, type, bytes);
    }

    /// <summary>
    /// A file's description, for whoever may see what was argued about its row or was asked to verify it; null when there is no such attachment.
    /// </summary>
    public async Task<StoredFile?> FindAsync(Actor actor, int fileId, CancellationToken stop)
    {
        var file = await db.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId && f.Subject == nameof(Commitment), stop);
        if (file is not null && !await VerifiesAsync(actor, file.SubjectId, stop))
            await DemandAsync(actor, Permission.SeeRowWorkings, file.SubjectId, stop);
        return file;
    }

    public static string SizeWords(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576m:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB");

    private async Task DemandAsync(Actor actor, Permission permission, int rowId, CancellationToken stop)
    {
        var row = await db.Commitments.AsNoTracking().Include(c => c.CoUnits).SingleOrDefaultAsync(c => c.Id == rowId, stop)
            ?? throw new RefusalException("FIL004", "没有这一项任务，附件无处可放。请回到台账重新选择。", RefusalKind.Missing);
        Permissions.Demand(actor, permission, RowFacts.Of(row));
    }

    /// <summary>A unit asked to verify a row reads what shows that it is done.</summary>
    private Task<bool> VerifiesAsync(Actor actor, int rowId, CancellationToken stop)
    {
        var units = actor.Units;
        return db.Completions.AnyAsync(c => c.CommitmentId == rowId && c.State == CompletionState.Applied && units.Contains(c.VerifierUnitId!.Value), stop);
    }

    /// <summary>The last part of the path, without signs that another system reads as something else.</summary>
    private static string CleanName(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(name.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))).Trim();
        var extension = Path.GetExtension(clean);
        return clean.Length <= LongestName ? clean : clean[..(LongestName - extension.Length)] + extension;
    }
}
