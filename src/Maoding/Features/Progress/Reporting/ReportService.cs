using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Closings;
using Maoding.Features.Planning.Ledger.Files;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Reports from the first word to their acceptance. Each act is one save; who may do it is checked with the row.</summary>
public sealed partial class ReportService(
    MaodingContext db, AuditedSave save, CurrentRequest current, FileService files, MonthLightService lights, RowShares shares, ShareSources sources,
    DoubtReader doubts)
{
    /// <summary>Characters of what was done.</summary>
    public const int LongestDone = 3000;

    /// <summary>Characters of any other text.</summary>
    public const int LongestText = 1500;

    /// <summary>Keeps what was written without sending it on; a returned report stays returned.</summary>
    /// <exception cref="RefusalException">PER001, REP002–REP008, FIL001–FIL003; SYS001: changed in between.</exception>
    public async Task SaveDraftAsync(
        Actor actor, int rowId, int period, ReportEntry entry, IFormFile? upload = null, HandledRequest? request = null, CancellationToken stop = default)
    {
        await WriteAsync(actor, rowId, period, entry, await sources.ReadAsync([rowId], stop), stop);
        if (upload is { Length: > 0 }) await files.TrackAsync(actor, rowId, upload, stop);
        await save.SaveAsync(actor, "暂存填报", "", request, stop);
    }

    /// <summary>Writes it and sends it to the unit's head.</summary>
    /// <exception cref="RefusalException">As <see cref="SaveDraftAsync"/>, and REP001, REP006, REP009, REP010, REP029 while it is not complete.</exception>
    public async Task SubmitAsync(
        Actor actor, int rowId, int period, ReportEntry entry, IFormFile? upload = null, HandledRequest? request = null, CancellationToken stop = default)
    {
        var known = await sources.ReadAsync([rowId], stop);
        var (row, report) = await WriteAsync(actor, rowId, period, entry, known, stop);
        await SendAsync(actor, row, report, known, stop);
        if (upload is { Length: > 0 }) await files.TrackAsync(actor, rowId, upload, stop);
        await save.SaveAsync(actor, "提交填报", "", request, stop);
    }

    /// <summary>Takes a report back before the head has signed it.</summary>
    /// <exception cref="RefusalException">PER001, REP001, REP002; SYS001.</exception>
    public async Task WithdrawAsync(Actor actor, int rowId, int period, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        var row = await RowAsync(rowId, stop);
        DemandLead(actor, row);
        var report = await ReportAsync(rowId, period, stop) ?? throw NoReport();
        Versions.Demand(report.Version, version, "这份填报");
        report.State = ReportMoves.Table.After(report.State, ReportMove.Withdraw);
        await save.SaveAsync(actor, "撤回填报", "", request, stop);
    }

    private async Task<(Commitment Row, ProgressReport Report)> WriteAsync(
        Actor actor, int rowId, int period, ReportEntry entry, KnownShares known, CancellationToken stop)
    {
        var row = await RowAsync(rowId, stop);
        DemandLead(actor, row);
        var report = await ReportAsync(rowId, period, stop);
        Versions.Demand(report?.Version ?? 0, entry.Version, "这份填报");
        if (report is null) db.Reports.Add(report = await NewAsync(row, period, stop));
        else ReportMoves.Table.After(report.State, ReportMove.Submit);
        ReportWriting.Write(row, report, entry, current.Today, known.Of(rowId, new Period(report.Period)));
        return (row, report);
    }

    /// <summary>An empty report of a row that owes one for the period.</summary>
    private async Task<ProgressReport> NewAsync(Commitment row, int key, CancellationToken stop)
    {
        var period = ReportPeriods.Read(key) ?? throw NotOwed();
        var plan = current.Directory.Ledger.Plans.FirstOrDefault(p => p.Id == row.PlanId);
        if (!ReportQueue.Owes(row.State) || plan is null or { State: PlanState.Closed })
            throw new RefusalException("REP003", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，不用再填报。", RefusalKind.Conflict);
        var issuedOn = await db.Issues.Where(i => i.Id == row.IssueId).Select(i => i.IssuedOn).SingleAsync(stop);
        if (!ReportDue.IsOwed(period, row.Rhythm, plan.Year, issuedOn, current.Today)) throw NotOwed();
        return new ProgressReport { CommitmentId = row.Id, Period = key };
    }

    private async Task SendAsync(Actor actor, Commitment row, ProgressReport report, KnownShares known, CancellationToken stop)
    {
        var others = await db.Reports.AsNoTracking().Where(r => r.CommitmentId == row.Id && r.State == ReportState.Accepted).ToListAsync(stop);
        var period = new Period(report.Period);
        ReportWriting.DemandComplete(row, report, ReportShare.Latest(others, period), known.Of(row.Id, period), await doubts.TodayAsync(stop));
        Send(actor, report);
    }

    private void Send(Actor actor, ProgressReport report)
    {
        report.State = ReportMoves.Table.After(report.State, ReportMove.Submit);
        (report.SubmittedOn, report.SubmittedById) = (current.Today, actor.AccountId);
        (report.SignedOn, report.SignedById, report.DelegationId) = (null, null, null);
    }

    /// <summary>A leaf with what its share is computed from.</summary>
    private async Task<Commitment> RowAsync(int id, CancellationToken stop) =>
        await db.Commitments.Include(c => c.CoUnits).Include(c => c.Quantities).Include(c => c.Milestones)
            .AsSplitQuery().SingleOrDefaultAsync(c => c.Id == id && c.IsLeaf, stop)
        ?? throw new RefusalException("REP002", "没有这一项任务。请从填报页重新进入。", RefusalKind.Missing);

    private Task<ProgressReport?> ReportAsync(int rowId, int period, CancellationToken stop) =>
        db.Reports.Include(r => r.Quantities).Include(r => r.Milestones).Include(r => r.Paragraphs)
            .AsSplitQuery().SingleOrDefaultAsync(r => r.CommitmentId == rowId && r.Period == period, stop);

    private static void DemandLead(Actor actor, Commitment row)
    {
        Permissions.Demand(actor, Permission.FillReport, RowFacts.Of(row));
        if (row.LeadUnitId is not { } lead || !actor.Units.Contains(lead))
            throw new RefusalException("PER001", "这一项由牵头单位填报。贵单位的进展，等牵头单位请您写的时候写。", RefusalKind.Forbidden);
    }

    private static bool Heads(Actor actor, int unitId) => actor.Posts.Any(p => p.Kind == PostKind.UnitHead && p.UnitId == unitId);

    private static RefusalException NotOwed() => new("REP004", "这一期不用填报：还没有到期末，或不在这一项的填报频次之内。", RefusalKind.Missing);

    private static RefusalException NoReport() => new("REP015", "这一期还没有填报。请刷新页面。", RefusalKind.Missing);
}
