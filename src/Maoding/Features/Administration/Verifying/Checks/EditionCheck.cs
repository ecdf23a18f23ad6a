using System.Runtime.CompilerServices;
using Maoding.Domain.Editions;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>Every edition against the files that it names; the bytes of the files are held to their hashes by <see cref="FileCheck"/>.</summary>
internal sealed class EditionCheck : IntegrityCheck
{
    public override string Code => "VER016";

    public override string Name => "定稿";

    public override string What => "每份定稿的文件齐全，名称和 SHA-256 与存入时相同；更正的定稿都在。";

    public override string Why => "发出去的文本被换过或丢失，下载到的不是当初发出的。";

    public override string Remedy => "停止使用，保留现状，用核对过的备份恢复。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var files = (await scope.Db.Files.AsNoTracking().Where(f => f.Subject == nameof(Edition)).OrderBy(f => f.Id)
            .Select(f => new { f.SubjectId, f.Sha256, f.Name }).ToListAsync(stop)).ToLookup(f => f.SubjectId, f => (f.Sha256, f.Name));
        await foreach (var edition in scope.Db.Editions.AsNoTracking().OrderBy(e => e.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!edition.Files.Order().SequenceEqual(files[edition.Id].Order())) yield return $"定稿“{edition.Name}”（内部号 {edition.Id}）的文件与存入时不同";
        }
    }
}
