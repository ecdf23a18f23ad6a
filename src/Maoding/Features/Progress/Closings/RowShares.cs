using System.Linq.Expressions;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Storage;
using Maoding.Storage.Closing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>What share of a row is done: as its projects tell it where they do, else as its last accepted report says. Nothing is saved here.</summary>
public sealed class RowShares(MaodingContext db, MonthLightService lights)
{
    /// <summary>Sets the shares of rows, and of those that they are leaves of, from what is accepted, in memory or stored.</summary>
    /// <param name="rows">Leaves, tracked.</param>
    /// <returns>Those that projects tell, with their shares.</returns>
    public async Task<Dictionary<int, int>> KeepAsync(IReadOnlyCollection<Commitment> rows, DateOnly today, CancellationToken stop)
    {
        var told = new Dictionary<int, int>();
        var planIds = rows.Select(r => r.PlanId).Distinct().ToList();
        foreach (var plan in await db.Plans.AsNoTracking().Where(p => planIds.Contains(p.Id)).ToListAsync(stop))
        {
            var month = YearMoney.LastMonth(plan.Year, today);
            var ids = rows.Where(r => r.PlanId == plan.Id).Select(r => r.Id).ToList();
            foreach (var (row, share) in await db.SharesByProjectsAsync(ids, month, stop)) told[row] = share;
        }

        var reports = await AcceptedAsync([.. rows.Select(r => r.Id).Where(id => !told.ContainsKey(id))], stop);
        foreach (var row in rows) row.Share = told.TryGetValue(row.Id, out var share) ? share : ReportShare.Latest(reports[row.Id]);
        await lights.FollowSharesAsync(rows, stop);
        return told;
    }

    /// <summary>Rows follow months of projects that were accepted or taken back: work has begun, and closed months may be made up for.</summary>
    /// <param name="accepted">yyyymm by row; null: taken back, or something else of the projects changed.</param>
    public async Task FollowAsync(IReadOnlyDictionary<int, int?> accepted, DateOnly today, CancellationToken stop)
    {
        if (accepted.Count == 0) return;
        var ids = accepted.Keys.ToList();
        var rows = await db.Commitments
            .Where(c => ids.Contains(c.Id) && c.IsLeaf && c.State >= CommitmentState.Issued && c.State <= CommitmentState.CompletionApplied).ToListAsync(stop);
        if (rows.Count == 0) return;
        var told = await KeepAsync(rows, today, stop);
        var moved = rows.Where(r => told.ContainsKey(r.Id) && accepted[r.Id] is not null).ToList();
        foreach (var row in moved.Where(r => r.State == CommitmentState.Issued)) row.State = CommitmentMoves.Table.After(row.State, CommitmentMove.Start);
        await lights.AfterAcceptingAsync([.. moved.Select(r => (r, Period.OfMonth(accepted[r.Id]!.Value).Key, (int?)told[r.Id]))], today, stop);
    }

    /// <summary>The rows of all projects that are changed in memory follow them: their stage, their year's plan, the row they serve.</summary>
    public Task FollowChangedAsync(DateOnly today, CancellationToken stop)
    {
        db.ChangeTracker.DetectChanges();
        var rows = db.ChangeTracker.Entries<Project>()
            .SelectMany(e => (int?[])[e.Entity.CommitmentId, e.Property(p => p.CommitmentId).OriginalValue]).OfType<int>().Distinct();
        return FollowAsync(rows.ToDictionary(r => r, _ => (int?)null), today, stop);
    }

    /// <summary>Lights are frozen from what is accepted: while a month of the plan is being closed nobody accepts or takes back anything.</summary>
    public async Task WaitForClosingAsync(IEnumerable<int> planIds, CancellationToken stop)
    {
        foreach (var plan in planIds.Distinct().Order()) await MonthRows.LockPlanAsync(db, plan, stop);
    }

    private async Task<ILookup<int, ProgressReport>> AcceptedAsync(IReadOnlyCollection<int> rowIds, CancellationToken stop)
    {
        var changed = db.Reports.Local.ToDictionary(r => r.Id);
        var stored = await db.Reports.AsNoTracking().Where(r => rowIds.Contains(r.CommitmentId) && r.State == ReportState.Accepted).ToListAsync(stop);
        return stored.Where(r => !changed.ContainsKey(r.Id)).Concat(changed.Values).ToLookup(r => r.CommitmentId);
    }
}

/// <summary>
/// Which rows their projects tell, as filters of the database; the same as <see cref="ReportShare.BasisOf"/> and
/// <see cref="ProjectShare.Of"/> row by row.
/// </summary>
public static class ToldRows
{
    /// <summary>
    /// The shares of those rows whose progress their projects tell, with the months that are accepted of these; as they are in
    /// memory where somebody changes them.
    /// </summary>
    /// <param name="month">yyyymm: the last one that counts.</param>
    public static async Task<Dictionary<int, int>> SharesByProjectsAsync(
        this MaodingContext db, IReadOnlyCollection<int> rowIds, int month, CancellationToken stop)
    {
        var year = month / 100;
        await db.Projects.Include(p => p.Years.Where(y => y.Year == year)).Where(p => p.CommitmentId != null && rowIds.Contains(p.CommitmentId.Value))
            .LoadAsync(stop);
        var serving = db.Projects.Local.Where(p => p.CommitmentId is { } row && rowIds.Contains(row)).ToLookup(p => p.CommitmentId!.Value);
        if (serving.Count == 0) return [];
        var ids = serving.SelectMany(g => g).Select(p => p.Id).ToList();
        await db.ProjectMonths.Where(m => ids.Contains(m.ProjectId) && m.Month > year * 100 && m.Month <= month).LoadAsync(stop);
        var months = db.ProjectMonths.Local.ToLookup(m => m.ProjectId, MonthMoney.Of);
        var served = serving.Select(g => g.Key).ToList();
        var plain = await db.Commitments.Where(c => served.Contains(c.Id)).WithoutFiguresOfTheirOwn(db).Select(c => c.Id).ToListAsync(stop);
        var shares = new Dictionary<int, int>();
        foreach (var row in plain)
        {
            var projects = from project in serving[row]
                           from wanted in project.Years
                           where wanted.Year == year
                           select new ProjectInvestment(project.Stage, wanted.Class, wanted.Planned, [.. months[project.Id]]);
            if (ProjectShare.Of([.. projects], month, row) is { Share: { } share }) shares[row] = share;
        }

        return shares;
    }

    /// <summary>The same for all rows of a plan.</summary>
    public static async Task<Dictionary<int, int>> SharesByProjectsAsync(this MaodingContext db, int planId, int month, CancellationToken stop)
    {
        var served = db.Commitments.Where(c => c.PlanId == planId && db.Projects.Any(p => p.CommitmentId == c.Id));
        return await db.SharesByProjectsAsync(await served.Select(c => c.Id).ToListAsync(stop), month, stop);
    }

    /// <summary>Rows with neither quantities nor milestones, or that are targets, and no tie to an indicator, which would tell before projects do.</summary>
    public static IQueryable<Commitment> WithoutFiguresOfTheirOwn(this IQueryable<Commitment> rows, MaodingContext db) =>
        rows.Where(c => c.IsLeaf && !db.Targets.Any(t => t.CommitmentId == c.Id)
            && (c.Kind == CommitmentKind.Target || (!c.Quantities.Any(q => q.Value > 0) && !c.Milestones.Any())));

    /// <summary>Rows whose share comes from projects with money planned in the plan's year: nobody owes a report of them.</summary>
    public static IQueryable<Commitment> ToldByProjects(this IQueryable<Commitment> rows, MaodingContext db) =>
        rows.WithoutFiguresOfTheirOwn(db).Where(Served(db));

    /// <summary>All others.</summary>
    public static IQueryable<Commitment> NotToldByProjects(this IQueryable<Commitment> rows, MaodingContext db)
    {
        var told = db.Commitments.ToldByProjects(db);
        return rows.Where(c => !told.Any(t => t.Id == c.Id));
    }

    private static Expression<Func<Commitment, bool>> Served(MaodingContext db) => c => db.Projects.Any(p =>
        p.CommitmentId == c.Id && p.Stage != Stage.Suspended && p.Stage != Stage.Withdrawn
        && p.Years.Any(y => y.Class != YearClass.Reserve && y.Planned > 0 && db.Plans.Any(l => l.Id == c.PlanId && l.Year == y.Year)));
}
