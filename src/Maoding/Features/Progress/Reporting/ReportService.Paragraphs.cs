using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Parts of a report that co-units write.</summary>
public sealed partial class ReportService
{
    /// <summary>Asks co-units of the row for their paragraphs; those asked before stay as they are.</summary>
    /// <exception cref="RefusalException">PER001, REP002–REP004, REP016: the report is on its way; REP017: no unit, or none of the row's.</exception>
    public async Task AskAsync(Actor actor, int rowId, int period, IReadOnlyList<int> unitIds, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await RowAsync(rowId, stop);
        DemandLead(actor, row);
        if (unitIds.Count == 0 || unitIds.Any(id => !row.CoUnits.Exists(u => u.UnitId == id)))
            throw new RefusalException("REP017", "请勾选要请哪些配合单位写。") { Field = "UnitIds" };
        var report = await ReportAsync(rowId, period, stop);
        if (report is null) db.Reports.Add(report = await NewAsync(row, period, stop));
        DemandWritable(report);
        foreach (var id in unitIds.Where(id => !report.Paragraphs.Exists(p => p.UnitId == id)))
            report.Paragraphs.Add(new CoParagraph { UnitId = id, AskedOn = current.Today });
        await save.SaveAsync(actor, "请配合单位写进展", "", request, stop);
    }

    /// <summary>Writes a co-unit's paragraph, again while the report is with the lead unit.</summary>
    /// <exception cref="RefusalException">PER001, REP002, REP005, REP015, REP016, REP018.</exception>
    public async Task WriteParagraphAsync(
        Actor actor, int rowId, int period, int unitId, string text, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await RowAsync(rowId, stop);
        Permissions.Demand(actor, Permission.FillReport, RowFacts.Of(row));
        if (text.Trim().Length is 0 or > LongestText) throw new RefusalException("REP018", $"请写贵单位的进展，{LongestText} 字以内。") { Field = "Paragraph" };
        var report = await ReportAsync(rowId, period, stop) ?? throw NoReport();
        if (!actor.Units.Contains(unitId) || report.Paragraphs.Find(p => p.UnitId == unitId) is not { } paragraph)
            throw new RefusalException("REP017", "这一期没有请贵单位写进展。", RefusalKind.Missing);
        DemandWritable(report);
        (paragraph.Text, paragraph.WrittenOn, paragraph.WrittenById) = (text.ReplaceLineEndings("\n").Trim(), current.Today, actor.AccountId);
        await save.SaveAsync(actor, "写配合进展", "", request, stop);
    }

    private static void DemandWritable(ProgressReport report)
    {
        if (report.State is not (ReportState.Draft or ReportState.Returned))
            throw new RefusalException("REP016", $"这份填报已经是“{ReportMoves.NameOf(report.State)}”，不能再改配合单位的内容。", RefusalKind.Conflict);
    }
}
