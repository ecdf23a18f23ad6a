using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Overviews;

/// <summary>A part of the ledger with its numbers.</summary>
/// <param name="Filter">The part in the list of the ledger; null where the list has no filter for it.</param>
/// <param name="Href">The part's own page; null without one.</param>
public sealed record PartLine(string Name, Tally Tally, LedgerFilter? Filter, string? Href);

/// <summary>A closed month: how many leaves had each light.</summary>
/// <param name="Month">yyyymm.</param>
public sealed record MonthLine(int Month, int Green, int Yellow, int Red, int None, int Missing)
{
    public int All => Green + Yellow + Red + None;
}

/// <summary>The whole on one page.</summary>
/// <param name="Month">yyyymm whose lights are counted; null while no month was closed.</param>
/// <param name="Months">Closed months, oldest first.</param>
/// <param name="Joint">Rows named twice by leader, because two leaders share them.</param>
public sealed record OverviewView(
    Plan Plan, int? Month, IReadOnlyList<MonthLine> Months, Tally All, IReadOnlyList<PartLine> Sections,
    IReadOnlyList<PartLine> Units, IReadOnlyList<PartLine> Leaders, IReadOnlyList<PartLine> Themes, int Joint);

/// <summary>Counts the rows of a plan: a few grouped statements, whatever the number of rows and units.</summary>
public sealed class OverviewService(MaodingContext db, CountedRows counted)
{
    /// <param name="month">yyyymm; null or one that was not closed: the last closed.</param>
    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<OverviewView> ReadAsync(Actor actor, DirectorySnapshot directory, Plan plan, int? month, DateOnly today, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeOverview);
        var months = await MonthsAsync(plan.Id, stop);
        var chosen = ClosedMonth(months, month);
        var cells = await CellsAsync(plan.Id, chosen, stop);
        var themes = await ThemesAsync(plan.Id, chosen, stop);
        var parts = new Parts(directory, plan, new LedgerFilter(Year: directory.Ledger.Usual(today)?.Id == plan.Id ? null : plan.Year), chosen, today);
        return new OverviewView(
            plan,
            chosen,
            months,
            Tally.Of(cells),
            [.. parts.Sections(cells)],
            [.. parts.Units(cells)],
            [.. parts.Leaders(cells)],
            [.. parts.Themes(themes)],
            cells.Where(c => c.SecondLeaderPostId is not null && c.SecondLeaderPostId != c.LeaderPostId).Sum(c => c.Count));
    }

    internal static int? ClosedMonth(IReadOnlyList<MonthLine> months, int? asked) =>
        months.Any(m => m.Month == asked) ? asked : months.Count > 0 ? months[^1].Month : null;

    private Task<List<Cell>> CellsAsync(int planId, int? month, CancellationToken stop) =>
        (from row in counted.Of(planId)
         join light in db.MonthLights.Where(l => l.PlanId == planId && l.Month == month) on row.Id equals light.CommitmentId into lights
         from light in lights.DefaultIfEmpty()
         group row by new
         {
             row.SectionId,
             row.LeadUnitId,
             row.LeaderPostId,
             row.SecondLeaderPostId,
             row.State,
             Light = light == null ? Light.None : light.Override ?? light.Light,
             Missing = light != null && light.IsMissing,
         } into alike
         select new Cell(alike.Key.SectionId, alike.Key.LeadUnitId, alike.Key.LeaderPostId, alike.Key.SecondLeaderPostId,
             alike.Key.State, alike.Key.Light, alike.Key.Missing, alike.Count())).ToListAsync(stop);

    private async Task<ILookup<int, Cell>> ThemesAsync(int planId, int? month, CancellationToken stop) =>
        (await (from theme in db.CommitmentThemes
                join row in counted.Of(planId) on theme.CommitmentId equals row.Id
                join light in db.MonthLights.Where(l => l.PlanId == planId && l.Month == month) on row.Id equals light.CommitmentId into lights
                from light in lights.DefaultIfEmpty()
                group row by new
                {
                    theme.ThemeId,
                    row.State,
                    Light = light == null ? Light.None : light.Override ?? light.Light,
                    Missing = light != null && light.IsMissing,
                } into alike
                select new { alike.Key.ThemeId, Cell = new Cell(null, null, null, null, alike.Key.State, alike.Key.Light, alike.Key.Missing, alike.Count()) })
                .ToListAsync(stop))
        .ToLookup(t => t.ThemeId, t => t.Cell);

    /// <summary>Every closed month of a plan with its lights, oldest first; one without any light too.</summary>
    public async Task<IReadOnlyList<MonthLine>> MonthsAsync(int planId, CancellationToken stop)
    {
        var closed = await db.MonthCloses.AsNoTracking().Where(c => c.PlanId == planId).OrderBy(c => c.Month).Select(c => c.Month).ToListAsync(stop);
        var counts = (await (from light in counted.Lights(planId)
                             group light by new { light.Month, Light = light.Override ?? light.Light, light.IsMissing } into alike
                             select new { alike.Key.Month, alike.Key.Light, alike.Key.IsMissing, Count = alike.Count() })
                             .ToListAsync(stop)).ToLookup(c => c.Month);
        return [.. closed.Select(month =>
        {
            int Of(Light light) => counts[month].Where(c => c.Light == light).Sum(c => c.Count);
            return new MonthLine(
                month, Of(Light.Green), Of(Light.Yellow), Of(Light.Red), Of(Light.None), counts[month].Where(c => c.IsMissing).Sum(c => c.Count));
        })];
    }
}
