using Maoding.Districts;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Planning;
using Maoding.Features.Planning.Ledger.Assigning;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>Gives every draft row its owners, time and monthly plan, as the office does after the review.</summary>
internal static class DemoAssignment
{
    private static readonly string[] Building = ["建设", "新建", "改造", "建成", "开工", "扩建", "治理", "交付"];

    /// <summary>Rows that every street does by itself.</summary>
    private static readonly string[] OfStreets = ["组织宣讲团", "整合网格"];

    public static async Task RunAsync(IServiceProvider services, CurrentRequest current, CancellationToken stop)
    {
        var db = services.GetRequiredService<MaodingContext>();
        var assign = services.GetRequiredService<AssignService>();
        var rows = await DraftsAsync(db, stop);
        var lacking = rows.Where(r => r.LeadUnitId is null || r.LeaderPostId is null).ToList();
        var suggested = await assign.SuggestAsync(current.Actor, [.. lacking.Select(r => r.Id)], current.Directory, current.Today, stop);
        if (suggested.Count > 0) await assign.AcceptSuggestionsAsync(current.Actor, Keys(lacking), current.Directory, current.Today, stop: stop);
        await FillOwnersAsync(db, assign, current, stop);
        rows = await DraftsAsync(db, stop);
        var year = rows.Count > 0 ? await db.Plans.Where(p => p.Id == rows[0].PlanId).Select(p => p.Year).SingleAsync(stop) : 0;
        await TimeAsync(assign, current, rows, new DateOnly(year, 12, 31), stop);
        await ShapeAsync(db, assign, current, stop);
        await LeavesAsync(db, services.GetRequiredService<LeafService>(), current, stop);
    }

    /// <summary>What no function tells goes to the government office and the leader who answers for it.</summary>
    private static async Task FillOwnersAsync(MaodingContext db, AssignService assign, CurrentRequest current, CancellationToken stop)
    {
        var office = current.Directory.Units.Single(u => u.ShortName == "区政府办");
        var rest = await DraftsAsync(db, stop);
        var unled = rest.Where(r => r.LeadUnitId is null).ToList();
        if (unled.Count > 0)
            await assign.SetManyAsync(current.Actor, Keys(unled), new BulkChange(LeadUnitId: office.Id), stop: stop);
        foreach (var row in (await DraftsAsync(db, stop)).Where(r => r.LeaderPostId is null).GroupBy(r => r.LeadUnitId))
        {
            var leader = current.Directory.LeaderOf(row.Key, current.Today) ?? current.Directory.LeaderOf(office.Id, current.Today);
            await assign.SetManyAsync(current.Actor, Keys(row), new BulkChange(LeaderPostId: leader!.Id), stop: stop);
        }
    }

    /// <summary>A row that counts something ends with the year; a way of working lasts all year.</summary>
    private static async Task TimeAsync(AssignService assign, CurrentRequest current, List<Commitment> rows, DateOnly end, CancellationToken stop)
    {
        var open = rows.Where(r => r.DueKind == DueKind.None).ToLookup(r => r.Quantities.Count > 0 || r.Kind == CommitmentKind.Target);
        if (open[true].Any()) await assign.SetManyAsync(current.Actor, Keys(open[true]), new BulkChange(DueKind: DueKind.Date, Due: end), stop: stop);
        if (open[false].Any()) await assign.SetManyAsync(current.Actor, Keys(open[false]), new BulkChange(DueKind: DueKind.AllYear, Due: end), stop: stop);
    }

    private static async Task ShapeAsync(MaodingContext db, AssignService assign, CurrentRequest current, CancellationToken stop)
    {
        var rows = (await DraftsAsync(db, stop)).ToLookup(r => Building.Any(w => r.Title.Contains(w, StringComparison.Ordinal)));
        if (rows[true].Any()) await assign.SetManyAsync(current.Actor, Keys(rows[true]), new BulkChange(Shape: PlanShape.BackLoaded), stop: stop);
        if (rows[false].Any()) await assign.SetManyAsync(current.Actor, Keys(rows[false]), new BulkChange(Shape: PlanShape.Even), stop: stop);
    }

    private static async Task LeavesAsync(MaodingContext db, LeafService leaves, CurrentRequest current, CancellationToken stop)
    {
        foreach (var row in (await DraftsAsync(db, stop))
            .Where(r => r.ParentId is null && r.IsLeaf && OfStreets.Any(w => r.Title.Contains(w, StringComparison.Ordinal))))
            await leaves.SplitByKindAsync(current.Actor, row.Id, row.Version, UnitKind.Street, stop: stop);
    }

    private static Task<List<Commitment>> DraftsAsync(MaodingContext db, CancellationToken stop) =>
        db.Commitments.AsNoTracking().Include(c => c.Quantities).Where(c => c.State == CommitmentState.Draft)
            .OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);

    private static List<RowKey> Keys(IEnumerable<Commitment> rows) => [.. rows.Select(r => new RowKey(r.Id, r.Version))];
}
