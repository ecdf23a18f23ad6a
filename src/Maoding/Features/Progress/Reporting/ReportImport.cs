using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Progress;
using Maoding.Shared.Workbooks;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>One report as a workbook would write it.</summary>
/// <param name="Share">0 to 1000; null while something is missing.</param>
/// <param name="Gap">Why it could not be submitted; empty when it could.</param>
public sealed record ReportPreview(
    int RowId, Period Period, string Title, string PeriodWords, int? Share, int? Last, string Done, string Gap, ReportEntry Entry);

/// <param name="Problems">Each begins with its cell: F12：….</param>
public sealed record ReportBookPreview(IReadOnlyList<ReportPreview> Reports, IReadOnlyList<string> Problems, int Untouched)
{
    /// <summary>Those that can be submitted.</summary>
    public int Complete => Reports.Count(r => r.Gap.Length == 0);
}

/// <summary>Reads a filled workbook of reports, and writes it when nothing stands against it.</summary>
public sealed class ReportImport(MaodingContext db, ReportQueue queue, ReportService service, ShareSources sources, DoubtReader doubts, CurrentRequest current)
{
    /// <exception cref="RefusalException">PER001; REP026: no such workbook; or the reader's own.</exception>
    public async Task<ReportBookPreview> PreviewAsync(Actor actor, byte[] workbook, string fileName, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.FillReport);
        string[] heads = [.. ReportBook.Columns.Select(c => c.Header)];
        var form = new BookForm("REP026", "从填报页导出的表", ReportBook.Period, heads, ReportBook.MostRows) { Formerly = ReportBook.Formerly };
        var filled = BookCells.Read(workbook, fileName, form);
        var owed = (await queue.OwedAsync(actor.Units, stop)).Where(o => o.IsOpen).ToDictionary(o => (o.Row.Id, o.Period.Key));
        // Rows that moved on since the export are known as well, so that those in which nothing was filled in are passed over.
        List<int> ids = [.. filled.Select(r => r.Number(ReportBook.Id)).OfType<int>().Union(owed.Keys.Select(k => k.Id))];
        var rows = await db.Commitments.AsNoTracking().Include(c => c.Quantities).Include(c => c.Milestones)
            .AsSplitQuery().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        var reports = await db.Reports.AsNoTracking().Include(r => r.Quantities).Include(r => r.Milestones)
            .AsSplitQuery().Where(r => ids.Contains(r.CommitmentId)).ToListAsync(stop);
        var (known, asks) = (await sources.ReadAsync(ids, stop), await doubts.TodayAsync(stop));
        var sorting = new ReportSorting(owed, rows, actor.Units, reports.ToLookup(r => r.CommitmentId), known, asks, current.Today);
        foreach (var row in filled) sorting.Take(row);
        return sorting.Result();
    }

    /// <summary>Writes all reports of the workbook, or none; of those to be submitted the complete ones are sent on, the others stay drafts.</summary>
    /// <exception cref="RefusalException">REP027: cells are wrong; REP028: nothing is filled in.</exception>
    public async Task<SentReports> ApplyAsync(Actor actor, byte[] workbook, string fileName, bool submit, HandledRequest? request, CancellationToken stop)
    {
        var preview = await PreviewAsync(actor, workbook, fileName, stop);
        if (preview.Problems.Count > 0) throw new RefusalException("REP027", $"表里有 {preview.Problems.Count} 处错误，没有写入。请改正后重新上传。");
        if (preview.Reports.Count == 0) throw new RefusalException("REP028", "表里没有新填的内容。");
        return await service.WriteManyAsync(actor, [.. preview.Reports.Select(r => (r.RowId, r.Period.Key, r.Entry))], submit, request, stop);
    }
}
