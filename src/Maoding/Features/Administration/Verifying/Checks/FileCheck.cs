using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Maoding.Domain.Documents;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>Every uploaded file against its length and hash.</summary>
internal sealed class FileCheck : IntegrityCheck
{
    /// <summary>Chunks in memory at once: 4 MB.</summary>
    private const int Page = 16;

    public override string Code => "VER010";

    public override string Name => "上传的文件";

    public override string What => "每个文件的各块齐全，长度和 SHA-256 与上传时相同，所属的事项还在。";

    public override string Why => "文件损坏或被换过，下载到的不是当初上传的内容；或者没有了主，谁也打不开。";

    public override string Remedy => "请上传人重新上传，或用备份恢复。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var last = 0;
        while (await scope.Db.Files.AsNoTracking().Where(f => f.Id > last).OrderBy(f => f.Id).FirstOrDefaultAsync(stop) is { } file)
        {
            last = file.Id;
            if (await FaultAsync(scope, file, stop) is { } fault) yield return $"文件“{file.Name}”（内部号 {file.Id}）{fault}";
        }

        foreach (var subject in await scope.Db.Files.Select(f => f.Subject).Distinct().Order().ToListAsync(stop))
            foreach (var file in await OrphansAsync(scope.Db, subject, stop))
                yield return $"文件“{file.Name}”（内部号 {file.Id}）所属的 {subject} {file.SubjectId} 不在";
    }

    /// <summary>No foreign key guards what may belong to anything.</summary>
    private static async Task<IReadOnlyList<StoredFile>> OrphansAsync(MaodingContext db, string subject, CancellationToken stop)
    {
        var files = db.Files.AsNoTracking().Where(f => f.Subject == subject);
        if (db.Model.GetEntityTypes().FirstOrDefault(e => e.ShortName() == subject)?.GetTableName() is not { } table) return await files.ToListAsync(stop);
        // The table's name is the model's, not the file's.
        var ids = $"SELECT \"Id\" AS \"Value\" FROM \"{table}\"";
        var owners = db.Database.SqlQueryRaw<int>(ids);
        return await files.Where(f => !owners.Contains(f.SubjectId)).OrderBy(f => f.Id).ToListAsync(stop);
    }

    private static async Task<string?> FaultAsync(VerifyScope scope, StoredFile file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (next, length) = (0, 0L);
        while (true)
        {
            var from = next;
            var chunks = await scope.Db.FileChunks.AsNoTracking().Where(c => c.FileId == file.Id && c.Index >= from)
                .OrderBy(c => c.Index).Take(Page).ToListAsync(stop);
            foreach (var chunk in chunks)
            {
                if (chunk.Index != next++) return $"缺第 {next} 块";
                hash.AppendData(chunk.Bytes);
                length += chunk.Bytes.Length;
            }

            if (chunks.Count < Page) break;
        }

        if (length != file.Length) return $"应有 {file.Length} 字节，实有 {length} 字节";
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == file.Sha256 ? null : "的 SHA-256 与上传时不同";
    }
}
