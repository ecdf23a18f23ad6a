using Maoding.Domain.Access;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Building.Projects;

/// <summary>A project of a year with what rates are divided by.</summary>
public sealed record RatedProject(RateRow Row, ProjectLevel Level, Sector Sector, int LeadUnitId, int? LeaderPostId);

/// <summary>Reads what rates are computed from.</summary>
public sealed class RateReader(MaodingContext db)
{
    /// <summary>The projects of a month's year as they stood at its end, whatever has come of them since.</summary>
    /// <param name="month">yyyymm.</param>
    public async Task<IReadOnlyList<RatedProject>> ReadAsync(Actor actor, int month, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeProjects);
        var (year, first, end) = (month / 100, (month / 100 * 100) + 1, Period.OfMonth(month).End);
        var projects = await (from y in db.ProjectYears.AsNoTracking()
                              join p in db.Projects on y.ProjectId equals p.Id
                              where y.Year == year
                              orderby p.Code
                              select new
                              {
                                  p.Id,
                                  p.Stage,
                                  p.Level,
                                  p.Sector,
                                  p.LeadUnitId,
                                  p.LeaderPostId,
                                  p.PlannedStart,
                                  p.StartedOn,
                                  p.PlannedFinish,
                                  p.FinishedOn,
                                  y.Class,
                                  y.Planned,
                              }).ToListAsync(stop);
        var changes = (await db.StageChanges.AsNoTracking().ToListAsync(stop)).ToLookup(c => c.ProjectId);
        var months = (await db.ProjectMonths.AsNoTracking().Where(m => m.Month >= first && m.Month <= month + 12 - (month % 100))
            .Select(m => new { m.ProjectId, m.Month, m.Planned, m.Done, m.State })
            .ToListAsync(stop)).ToLookup(m => m.ProjectId, m => MonthMoney.Of(m.Month, m.Planned, m.Done, m.State));
        var money = projects.ToDictionary(p => p.Id, p => YearMoney.To(month, months[p.Id]));
        return
        [
            .. projects.Select(p => new RatedProject(
                new RateRow(
                    p.Id, StageHistory.At(p.Stage, changes[p.Id], end), p.Class,
                    p.PlannedStart, p.StartedOn, p.PlannedFinish, p.FinishedOn, p.Planned,
                    money[p.Id].Planned, money[p.Id].Done ?? 0),
                p.Level,
                p.Sector,
                p.LeadUnitId,
                p.LeaderPostId)),
        ];
    }

    /// <summary>The projects behind a number.</summary>
    public async Task<IReadOnlyList<int>> PartsAsync(Actor actor, int month, RateParts parts, CancellationToken stop)
    {
        var rates = ProjectRates.Of((await ReadAsync(actor, month, stop)).Select(p => p.Row), month);
        return parts switch
        {
            RateParts.Due => rates.Started.WholeIds,
            RateParts.Started => rates.Started.PartIds,
            RateParts.NotStarted => rates.Started.Open,
            RateParts.DueToFinish => rates.Finished.WholeIds,
            RateParts.Finished => rates.Finished.PartIds,
            RateParts.NotFinished => rates.Finished.Open,
            RateParts.Split => rates.Planned.WholeIds,
            _ => rates.Invested.WholeIds,
        };
    }
}
