using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Shared;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Overviews;

/// <summary>A leaf with its light of the month and the last words that were accepted.</summary>
/// <param name="Planned">Per mille at the end of the month; null without a plan or before the first closing.</param>
/// <param name="Done">The last accepted share, per mille.</param>
public sealed record PartRow(
    int Id, string Number, string Title, CommitmentState State, int? LeadUnitId, int? LeaderPostId, DueKind DueKind,
    DateOnly? Due, int? Done, Rhythm Rhythm, Light Light, int? Planned, bool Missing, LastWords? Last);

/// <summary>What was reported last.</summary>
/// <param name="Period">Key of the period.</param>
public sealed record LastWords(int Period, string Done, string Problems, string NextStep);

/// <summary>Reads one leader's, unit's or theme's leaves, the worst first.</summary>
public sealed class PartReader(MaodingContext db, CountedRows counted)
{
    /// <summary>Rows shown at once; the list of the ledger has them all.</summary>
    public const int ShownAtMost = 300;

    /// <param name="month">yyyymm of the lights; null for none.</param>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<IReadOnlyList<PartRow>> ReadAsync(Actor actor, IQueryable<Commitment> leaves, int planId, int? month, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeOverview);
        return await (from row in leaves.AsNoTracking()
                      join light in db.MonthLights.Where(l => l.PlanId == planId && l.Month == month) on row.Id equals light.CommitmentId into lights
                      from light in lights.DefaultIfEmpty()
                      let shown = light == null ? Light.None : light.Override ?? light.Light
                      orderby shown descending, row.Order, row.Id
                      select new PartRow(
                          row.Id, row.Number, row.Title, row.State, row.LeadUnitId, row.LeaderPostId, row.DueKind,
                          row.Due, row.Share, row.Rhythm, shown, light.Planned, light != null && light.IsMissing,
                          db.Reports.Where(r => r.CommitmentId == row.Id && r.State == ReportState.Accepted).OrderByDescending(r => r.Period)
                              .Select(r => new LastWords(r.Period, r.Done, r.Problems, r.NextStep)).FirstOrDefault())).Take(ShownAtMost).ToListAsync(stop);
    }

    /// <summary>The leaves of a leader's post, first or second, in force.</summary>
    public IQueryable<Commitment> OfLeader(int planId, int post) =>
        counted.Of(planId).Where(c => c.LeaderPostId == post || c.SecondLeaderPostId == post);

    /// <summary>The leaves that a unit leads.</summary>
    public IQueryable<Commitment> OfUnit(int planId, int unit) => counted.Of(planId).Where(c => c.LeadUnitId == unit);

    public IQueryable<Commitment> OfTheme(int planId, int theme) => counted.Of(planId).Where(c => c.Themes.Any(t => t.ThemeId == theme));
}
