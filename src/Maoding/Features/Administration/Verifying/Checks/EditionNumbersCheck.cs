using System.Globalization;
using System.Runtime.CompilerServices;
using Maoding.Domain.Editions;
using Maoding.Features.Measuring.Watching;
using Maoding.Features.Progress.Closings;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Verifying.Checks;

/// <summary>The numbers kept with computed editions against the same numbers made again from the raw facts as of then.</summary>
internal sealed class EditionNumbersCheck : IntegrityCheck
{
    public override string Code => "VER017";

    public override string Name => "定稿所用数据";

    public override string What => "月结亮灯表和经济运行分析所用的数据，按当时的规则、填报和指标数据重新计算，结果与存入时相同。";

    public override string Why => "发出去的数字与原始记录对不上：原始记录被改过，或者当时就算错了。";

    public override string Remedy => "保留现状，核对所列定稿的原始记录；原始记录被改过的，用核对过的备份恢复；当时算错的，在“定稿”栏目办理更正。";

    public override async IAsyncEnumerable<string> FindAsync(VerifyScope scope, [EnumeratorCancellation] CancellationToken stop)
    {
        var db = scope.Db;
        var files = await db.Files.AsNoTracking().Where(f => f.Subject == nameof(Edition) && f.Name == KeptNumbers.FileName)
            .OrderBy(f => f.SubjectId).ToListAsync(stop);
        foreach (var file in files)
        {
            var edition = await db.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.Id == file.SubjectId, stop);
            // Bytes that are not there are told by the checks of files.
            if (edition is null || await ReadAsync(db, file.Id, stop) is not { } kept) continue;
            if (await AgainAsync(db, edition, kept, stop) is { } again && FirstDifference(kept, again) is { } line)
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"定稿“{edition.Name}”（内部号 {edition.Id}）第{line + 1}行：存入时为“{At(kept, line)}”，重新计算为“{At(again, line)}”");
        }
    }

    /// <returns>Null for a kind that is not computed.</returns>
    private static async Task<IReadOnlyList<string>?> AgainAsync(MaodingContext db, Edition edition, IReadOnlyList<string> kept, CancellationToken stop)
    {
        if (edition.Kind == EditionKind.Analysis) return await AnalysisNumbers.AgainAsync(db, kept, stop);
        if (edition.Kind != EditionKind.ClosedMonth) return null;
        var sequence = await db.AuditEntries.Where(e => e.Subject == nameof(Edition) && e.SubjectId == edition.Id).MinAsync(e => (long?)e.Sequence, stop);
        return await MonthNumbers.AgainAsync(db, edition.SubjectId, sequence ?? long.MaxValue, stop);
    }

    private static async Task<IReadOnlyList<string>?> ReadAsync(MaodingContext db, int fileId, CancellationToken stop)
    {
        var pieces = await db.FileChunks.AsNoTracking().Where(c => c.FileId == fileId).OrderBy(c => c.Index).Select(c => c.Bytes).ToListAsync(stop);
        return pieces.Count == 0 ? null : KeptNumbers.Lines([.. pieces.SelectMany(p => p)]);
    }

    private static int? FirstDifference(IReadOnlyList<string> kept, IReadOnlyList<string> again)
    {
        for (var line = 0; line < Math.Max(kept.Count, again.Count); line++)
            if (At(kept, line) != At(again, line)) return line;
        return null;
    }

    private static string At(IReadOnlyList<string> lines, int line) => line < lines.Count ? lines[line] : "";
}
