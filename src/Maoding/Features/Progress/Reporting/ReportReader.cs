using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Features.Planning.Ledger;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Everything that the page of one report shows.</summary>
/// <param name="Report">Null before anybody wrote.</param>
/// <param name="Earlier">The report of the time before, whatever its state; null for the first.</param>
/// <param name="Last">The last accepted share before the period, 0 to 1000.</param>
/// <param name="Source">What tells the row's progress, so that the report does not ask; null for most.</param>
/// <param name="Files">Of the row; empty for those who do not see its workings.</param>
public sealed record ReportView(
    Commitment Row,
    Plan Plan,
    Period Period,
    DateOnly DueOn,
    ProgressReport? Report,
    ProgressReport? Earlier,
    int? Last,
    bool IsClosed,
    ShareSource? Source,
    IReadOnlyDictionary<int, string> Names,
    IReadOnlyList<FileLine> Files)
{
    /// <summary>Of the business date: the words of another year's period say so.</summary>
    public int ThisYear { get; init; }

    public string PeriodWords => Period.Words(Row.Rhythm, ThisYear);

    public int? Planned => ReportPeriods.Planned(PlannedShare.PlanOf(Row.Kind, Row.MonthlyPlan), Period);

    /// <summary>What the stored share is made of; null when the row was changed since, so that its parts no longer make it.</summary>
    public ReportShare? Parts =>
        Report is { } report && ReportShare.Of(Row, report.Quantities, report.Milestones, report.Share, Source) is var share
            && share.Value == report.Share ? share : null;
}

/// <summary>The reports of a row for its page.</summary>
/// <param name="MayReview">May enter instructions and set the rhythm.</param>
/// <param name="MayFill">Writes the row's reports.</param>
public sealed record RowReports(
    Commitment Row, IReadOnlyList<ProgressReport> Reports, IReadOnlyList<InstructionLine> Instructions,
    IReadOnlyDictionary<int, string> Names, bool SeesWorkings, bool MayReview, bool MayFill)
{
    public static RowReports None { get; } = new(new Commitment { Title = "" }, [], [], new Dictionary<int, string>(), false, false, false);

    /// <summary>The shares come from the projects that serve the row: no report is owed.</summary>
    public bool IsByProjects { get; init; }

    /// <summary>What stands in the place of a share of a target that no figures tell; null for all others.</summary>
    public ShareSource? Untold { get; init; }

    /// <summary>The last period that can be written about what projects do not tell; null where reports are owed, or not the actor's to write.</summary>
    public Period? Offered { get; init; }
}

/// <summary>A leader's instruction with its scan.</summary>
public sealed record InstructionLine(Instruction Instruction, string Leader, StoredFile? Scan);

/// <summary>Reads reports as far as the actor may see them.</summary>
public sealed class ReportReader(MaodingContext db, RowReader rows, ShareSources sources, CurrentRequest current)
{
    /// <summary>One report, or the place for it.</summary>
    /// <exception cref="RefusalException">PER001; REP002: no such row or period.</exception>
    public async Task<ReportView> ReadAsync(Actor actor, int rowId, int key, CancellationToken stop)
    {
        var period = ReportPeriods.Read(key) ?? throw Missing();
        var row = await db.Commitments.AsNoTracking().AsSplitQuery().Include(c => c.CoUnits)
            .Include(c => c.Quantities).Include(c => c.Milestones).Include(c => c.Quotes)
            .SingleOrDefaultAsync(c => c.Id == rowId && c.IsLeaf, stop) ?? throw Missing();
        var facts = RowFacts.Of(row);
        Permissions.Demand(actor, Permission.SeeRow, facts);
        var seesWorkings = Permissions.Allows(actor, Permission.SeeRowWorkings, facts);
        var all = await db.Reports.AsNoTracking().AsSplitQuery().Include(r => r.Quantities).Include(r => r.Milestones).Include(r => r.Paragraphs)
            .Where(r => r.CommitmentId == rowId).ToListAsync(stop);
        var report = all.Find(r => r.Period == key);
        if (report?.State != ReportState.Accepted) Permissions.Demand(actor, Permission.SeeRowWorkings, facts);
        var plan = current.Directory.Ledger.Plans.First(p => p.Id == row.PlanId);
        return new ReportView(
            row,
            plan,
            period,
            ReportDue.DueOn(period, current.Directory.Region.ReportDay, current.Directory.Calendar),
            report,
            seesWorkings ? ReportShare.LastBefore(all, period) : null,
            ReportShare.Latest(all, period),
            await db.MonthCloses.AnyAsync(c => c.PlanId == row.PlanId && c.Month == period.Month, stop),
            (await sources.ReadAsync([rowId], stop)).Of(rowId, period),
            await db.NamesAsync(Accounts(report), stop),
            seesWorkings ? await rows.FilesAsync(rowId, stop) : [])
        {
            ThisYear = current.Today.Year,
        };
    }

    /// <summary>A row's reports, newest first: accepted ones for everyone who sees the row, others for those who see its workings.</summary>
    public async Task<RowReports> OfRowAsync(Actor actor, Commitment row, CancellationToken stop)
    {
        var facts = RowFacts.Of(row);
        Permissions.Demand(actor, Permission.SeeRow, facts);
        var seesWorkings = Permissions.Allows(actor, Permission.SeeRowWorkings, facts);
        var reports = await db.Reports.AsNoTracking().AsSplitQuery().Include(r => r.Quantities).Include(r => r.Milestones)
            .Where(r => r.CommitmentId == row.Id && (seesWorkings || r.State == ReportState.Accepted)).ToListAsync(stop);
        var instructions = await (from instruction in db.Instructions.AsNoTracking()
                                  join file in db.Files on instruction.FileId equals file.Id into scans
                                  from scan in scans.DefaultIfEmpty()
                                  where instruction.CommitmentId == row.Id
                                  orderby instruction.GivenOn descending, instruction.Id descending
                                  select new { instruction, scan }).ToListAsync(stop);
        return new RowReports(
            row,
            [.. reports.OrderByDescending(ReportShare.InTime)],
            [.. instructions.Select(i =>
                new InstructionLine(i.instruction, current.Directory.LeaderName(i.instruction.PostId, i.instruction.GivenOn), seesWorkings ? i.scan : null))],
            await db.NamesAsync([.. reports.SelectMany(Accounts).Distinct()], stop),
            seesWorkings,
            Permissions.Allows(actor, Permission.ReviewReports, facts),
            Leads(actor, row) && Permissions.Allows(actor, Permission.FillReport, facts));
    }

    public static bool Leads(Actor actor, Commitment row) => row.LeadUnitId is { } lead && actor.Units.Contains(lead);

    private static List<int> Accounts(ProgressReport? report) => report is null
        ? []
        : [.. new[] { report.SubmittedById, report.SignedById, report.DecidedById }.Concat(report.Paragraphs.Select(p => p.WrittenById))
            .OfType<int>().Distinct()];

    private static RefusalException Missing() => new("REP002", "没有这一项任务，或者没有这一期。请从填报页重新进入。", RefusalKind.Missing);
}
