using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Closings;
using Maoding.Shared;
using Maoding.Shared.Signing;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;
using System.Linq.Expressions;

namespace Maoding.Features.Progress.Reporting;

/// <summary>A report that a row owes, or the last one it gave.</summary>
/// <param name="Planned">Share planned by the end of the period, 0 to 1000; null while nothing is planned.</param>
/// <param name="Last">The last accepted share before the period.</param>
/// <param name="Report">Null before anybody wrote.</param>
public sealed record OwedReport(OwedRow Row, Period Period, DateOnly DueOn, int? Planned, int? Last, GivenReport? Report)
{
    /// <summary>With the clerk: not written, a draft, or returned.</summary>
    public bool IsOpen => Report is null or { State: ReportState.Draft or ReportState.Returned };

    public bool IsReturned => Report is { State: ReportState.Returned };

    /// <summary>Of the business date: the words of another year's period say so.</summary>
    public int ThisYear { get; init; }

    public string PeriodWords => Period.Words(Row.Rhythm, ThisYear);

    /// <summary>For a tick in the list; null before anybody wrote.</summary>
    public ReportKey? Key => Report is { } report ? new ReportKey(report.Id, report.Version) : null;
}

/// <summary>What of a row its reports need.</summary>
/// <param name="IsTold">Its projects tell it: no report is owed.</param>
public sealed record OwedRow(int Id, int PlanId, string Number, int Order, string Title, int LeadUnitId,
    CommitmentState State, CommitmentKind Kind, Rhythm Rhythm, string MonthlyPlan, int? Share, DateOnly IssuedOn, bool IsTold);

/// <summary>A report without its texts.</summary>
public sealed record GivenReport(int Id, int RowId, int Period, ReportState State, int? Share, int Version, string ReturnReason);

/// <summary>A report in a list of those that wait for a decision.</summary>
/// <param name="Last">The last accepted share before the period, 0 to 1000.</param>
public sealed record WaitingReport(
    int Id, int Version, int RowId, string Number, string Title, int? LeadUnitId, int Period, CommitmentKind Kind, Rhythm Rhythm, int? Share, int? Last,
    string MonthlyPlan,
    string Done, string Problems, string FallReason)
{
    public ReportKey Key => new(Id, Version);

    public int? Planned => ReportPeriods.Planned(PlannedShare.PlanOf(Kind, MonthlyPlan), new Period(Period));

    /// <summary>Of the business date: the words of another year's period say so.</summary>
    public int ThisYear { get; init; }

    public string PeriodWords => new Period(Period).Words(Rhythm, ThisYear);
}

/// <summary>A paragraph that a co-unit was asked for.</summary>
public sealed record AskedParagraph(int RowId, string Number, string Title, int? LeadUnitId, int UnitId, int Period, Rhythm Rhythm, DateOnly AskedOn);

/// <summary>Reports that wait for somebody; the pages and the numbers of 今日 ask the same.</summary>
public sealed class ReportQueue(MaodingContext db, DelegationService delegations, CurrentRequest current)
{
    /// <summary>Reports decided on in one act.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Rows in these states are reported on.</summary>
    public static bool Owes(CommitmentState state) => state is CommitmentState.Issued or CommitmentState.InProgress or CommitmentState.CompletionApplied;

    private (IReadOnlyList<int> Units, IReadOnlyList<OwedReport> Owed)? _owed;

    /// <summary>The same for several parts of one page, which ask for the same units: asked once.</summary>
    public async Task<IReadOnlyList<OwedReport>> OwedOnceAsync(IReadOnlyList<int> units, CancellationToken stop)
    {
        if (_owed is { } known && known.Units.SequenceEqual(units)) return known.Owed;
        var owed = await OwedAsync(units, stop);
        _owed = (units, owed);
        return owed;
    }

    /// <summary>
    /// What units owe until today: what is open by its last day, returned ones first; then what is on its way of the latest period of each row.
    /// </summary>
    public async Task<IReadOnlyList<OwedReport>> OwedAsync(IReadOnlyList<int> units, CancellationToken stop)
    {
        if (units.Count == 0) return [];
        var plans = current.Directory.Ledger.Plans.Where(p => p.State != PlanState.Closed).ToDictionary(p => p.Id, p => p.Year);
        var planIds = plans.Keys.ToList();
        var owing = db.Commitments.AsNoTracking().ReportedOn().Where(c => planIds.Contains(c.PlanId) && units.Contains(c.LeadUnitId!.Value));
        var told = db.Commitments.ToldByProjects(db);
        var rows = await (from row in owing
                          join issue in db.Issues on row.IssueId equals issue.Id
                          select new OwedRow(row.Id, row.PlanId, row.Number, row.Order, row.Title, row.LeadUnitId!.Value, row.State,
                              row.Kind, row.Rhythm, row.MonthlyPlan, row.Share, issue.IssuedOn, told.Any(t => t.Id == row.Id))).ToListAsync(stop);
        var given = await db.Reports.AsNoTracking().Where(r => owing.Any(c => c.Id == r.CommitmentId))
            .Select(r => new GivenReport(r.Id, r.CommitmentId, r.Period, r.State, r.Share, r.Version, r.ReturnReason)).ToListAsync(stop);
        var byRow = given.ToLookup(r => r.RowId);
        return [.. rows.SelectMany(r => Owed(r, r.IsTold ? null : plans[r.PlanId], byRow[r.Id].ToDictionary(g => g.Period)))
            .OrderByDescending(o => o.IsOpen).ThenByDescending(o => o.IsReturned).ThenBy(o => o.DueOn)
            .ThenBy(o => o.Row.Order).ThenBy(o => o.Row.Id).ThenBy(o => o.Period.Key)];
    }

    /// <summary>Reports that the actor can sign, oldest period first.</summary>
    public async Task<IReadOnlyList<WaitingReport>> ToSignAsync(Actor actor, CancellationToken stop)
    {
        var units = await delegations.SignsForAsync(actor, stop);
        return units.Count == 0 ? [] : await WaitingAsync(Waiting(ReportState.Submitted, c => units.Contains(c.LeadUnitId!.Value)), stop);
    }

    /// <summary>How many <see cref="ToSignAsync"/> would find, more than it shows included.</summary>
    public async Task<int> CountToSignAsync(Actor actor, CancellationToken stop)
    {
        var units = await delegations.SignsForAsync(actor, stop);
        return units.Count == 0 ? 0 : await Waiting(ReportState.Submitted, c => units.Contains(c.LeadUnitId!.Value)).CountAsync(stop);
    }

    /// <summary>Signed reports for the coordinator, oldest period first, at most <see cref="MostAtOnce"/>.</summary>
    public Task<List<WaitingReport>> ToAcceptAsync(CancellationToken stop) => WaitingAsync(Waiting(ReportState.SignedOff, _ => true), stop);

    public Task<int> CountToAcceptAsync(CancellationToken stop) => db.Reports.CountAsync(r => r.State == ReportState.SignedOff, stop);

    /// <summary>Paragraphs that units were asked for and did not write, while the lead can still take them in.</summary>
    public async Task<IReadOnlyList<AskedParagraph>> ParagraphsAsync(IReadOnlyList<int> units, CancellationToken stop) => units.Count == 0
        ? []
        : await (from paragraph in db.Set<CoParagraph>().AsNoTracking()
                 join report in db.Reports on paragraph.ReportId equals report.Id
                 join row in db.Commitments on report.CommitmentId equals row.Id
                 where units.Contains(paragraph.UnitId) && paragraph.WrittenOn == null
                     && (report.State == ReportState.Draft || report.State == ReportState.Returned)
                     && row.CoUnits.Any(u => u.UnitId == paragraph.UnitId)
                 orderby paragraph.AskedOn, row.Order, row.Id
                 select new AskedParagraph(
                     row.Id, row.Number, row.Title, row.LeadUnitId, paragraph.UnitId, report.Period, row.Rhythm, paragraph.AskedOn)).ToListAsync(stop);

    private IQueryable<WaitingReport> Waiting(ReportState state, Expression<Func<Commitment, bool>> which) =>
        from report in db.Reports.AsNoTracking()
        join row in db.Commitments.Where(which) on report.CommitmentId equals row.Id
        where report.State == state
        orderby report.Period, row.LeadUnitId, row.Order, row.Id
        select new WaitingReport(
            report.Id, report.Version, row.Id, row.Number, row.Title, row.LeadUnitId, report.Period, row.Kind, row.Rhythm, report.Share, row.Share,
            row.MonthlyPlan,
            report.Done, report.Problems, report.FallReason);

    /// <summary>With the last accepted shares before their periods.</summary>
    private async Task<List<WaitingReport>> WaitingAsync(IQueryable<WaitingReport> waiting, CancellationToken stop)
    {
        var found = await waiting.Take(MostAtOnce).ToListAsync(stop);
        var rows = found.Select(w => w.RowId).Distinct().ToList();
        var accepted = await db.Reports.AsNoTracking().Where(r => rows.Contains(r.CommitmentId) && r.State == ReportState.Accepted)
            .Select(r => new { r.CommitmentId, r.Period, r.Share }).ToListAsync(stop);
        var byRow = accepted.ToLookup(a => a.CommitmentId, a => (a.Period, a.Share));
        return found.ConvertAll(w => w with
        {
            Last = ReportShare.Latest(byRow[w.RowId], new Period(w.Period)),
            ThisYear = current.Today.Year,
        });
    }

    /// <summary>All open periods, and the latest whatever its state; a report begun in another rhythm stays open too.</summary>
    /// <param name="year">Of the plan; null where projects tell the row: then only what was begun.</param>
    private IEnumerable<OwedReport> Owed(OwedRow row, int? year, Dictionary<int, GivenReport> given)
    {
        var owed = year is { } of ? ReportDue.Periods(row.Rhythm, of, row.IssuedOn, current.Today).ToList() : [];
        var begun = given.Values.Where(g => g.State is ReportState.Draft or ReportState.Returned)
            .Select(g => new Period(g.Period)).Where(p => !owed.Contains(p));
        var accepted = given.Values.Where(g => g.State == ReportState.Accepted).Select(g => (g.Period, g.Share)).ToList();
        foreach (var period in owed.Concat(begun))
        {
            var report = new OwedReport(row, period, ReportDue.DueOn(period, current.Directory.Region.ReportDay, current.Directory.Calendar),
                ReportPeriods.Planned(PlannedShare.PlanOf(row.Kind, row.MonthlyPlan), period), ReportShare.Latest(accepted, period),
                given.GetValueOrDefault(period.Key))
            {
                ThisYear = current.Today.Year,
            };
            if (report.IsOpen || (owed.Count > 0 && period == owed[^1])) yield return report;
        }
    }
}
