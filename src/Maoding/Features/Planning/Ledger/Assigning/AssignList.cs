using System.Globalization;
using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Planning;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>What of the grid is shown; lives in the address.</summary>
/// <param name="Lacks">leader, unit, due or plan: rows that still lack it; null for all.</param>
/// <param name="State">draft (also null), consulting or consulted.</param>
/// <param name="After">The place of the last row before this page, as order_id.</param>
/// <param name="Before">The place of the first row after this page, as order_id.</param>
public sealed record AssignFilter(
    string? Lacks = null, int? Section = null, int? Unit = null, string? State = null, string? After = null, string? Before = null)
{
    /// <summary>The address of the grid, or of another page, with this filter.</summary>
    public Address On(string page) => new Address(page)
        .With("lacks", Lacks)
        .With("section", Section)
        .With("unit", Unit)
        .With("state", State)
        .With("after", After)
        .With("before", Before);

    public string Href() => On(AssignLinks.Grid).ToString();

    /// <summary>Where a form of the grid is sent.</summary>
    public Address Handler(string name) => On(AssignLinks.Grid).With("handler", name);
}

/// <summary>A row of the grid.</summary>
public sealed record GridRow(
    int Id,
    int Version,
    int Order,
    string Number,
    string Title,
    int? ParentId,
    bool IsLeaf,
    CommitmentState State,
    int? LeaderPostId,
    int? SecondLeaderPostId,
    int? LeadUnitId,
    List<int> CoUnitIds,
    DueKind DueKind,
    DateOnly? Due,
    PlanShape PlanShape,
    string MonthlyPlan,
    string Functions,
    string Measures,
    List<Quantity> Quantities,
    List<int> ThemeIds)
{
    public int MeasureCount => Measures.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    public string QuantityWords => string.Join("；", Quantities.OrderBy(q => q.Id).Select(q => new QuantityValue(q.Name, q.Value, q.Unit).ToString()));

    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Id}-{Version}");
}

/// <summary>A page of the grid with its neighbours.</summary>
public sealed record GridPage(IReadOnlyList<GridRow> Rows, int Total, AssignFilter? Previous, AssignFilter? Next);

/// <summary>How many rows still lack something.</summary>
public sealed record Lacking(int All, int Leader, int Unit, int Due, int Plan);

/// <summary>Reads the grid, at most 50 rows at a time, by place and never by counting off.</summary>
public sealed class AssignList(MaodingContext db)
{
    public const int PageSize = 50;

    public Task<List<Theme>> ThemesAsync(int planId, CancellationToken stop) =>
        db.Themes.AsNoTracking().Where(t => t.PlanId == planId).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(stop);

    /// <summary>The sections that rows of the plan stand under, in the order of the text.</summary>
    public Task<List<Section>> SectionsAsync(int planId, CancellationToken stop) => (
        from section in db.Sections.AsNoTracking()
        join document in db.Documents on section.DocumentId equals document.Id
        where document.PlanId == planId && db.Commitments.Any(c => c.PlanId == planId && c.SectionId == section.Id && c.State >= CommitmentState.Draft)
        orderby section.DocumentId, section.Order
        select section).Take(300).ToListAsync(stop);

    public async Task<Lacking> LackingAsync(int planId, AssignFilter filter, CancellationToken stop)
    {
        var leaves = Filtered(planId, filter with { Lacks = null }).Where(c => c.IsLeaf);
        var counts = await leaves.GroupBy(_ => 1).Select(g => new Lacking(
            g.Count(),
            g.Count(c => c.LeaderPostId == null),
            g.Count(c => c.LeadUnitId == null),
            g.Count(c => c.DueKind == DueKind.None),
            g.Count(c => c.MonthlyPlan == "" && c.Kind != CommitmentKind.Target))).SingleOrDefaultAsync(stop);
        return counts ?? new Lacking(0, 0, 0, 0, 0);
    }

    public async Task<GridPage> PageAsync(int planId, AssignFilter filter, CancellationToken stop)
    {
        var all = Filtered(planId, filter);
        var total = await all.CountAsync(stop);
        var backward = Place(filter.Before) is not null;
        var page = Place(filter.Before) is { } before
            ? all.Where(c => c.Order < before.Order || (c.Order == before.Order && c.Id < before.Id))
                .OrderByDescending(c => c.Order).ThenByDescending(c => c.Id)
            : Place(filter.After) is { } after
                ? all.Where(c => c.Order > after.Order || (c.Order == after.Order && c.Id > after.Id)).OrderBy(c => c.Order).ThenBy(c => c.Id)
                : all.OrderBy(c => c.Order).ThenBy(c => c.Id);
        var rows = await Projected(page.Take(PageSize + 1)).ToListAsync(stop);
        // A place beyond either end: the list has shrunk since the link was made.
        if (rows.Count == 0 && total > 0) return await PageAsync(planId, filter with { After = null, Before = null }, stop);
        var more = rows.Count > PageSize;
        if (more) rows.RemoveAt(PageSize);
        if (backward) rows.Reverse();
        var clean = filter with { After = null, Before = null };
        var hasPrevious = backward ? more : filter.After is not null;
        var hasNext = backward || more;
        return new GridPage(
            rows,
            total,
            hasPrevious && rows.Count > 0 ? clean with { Before = PlaceOf(rows[0]) } : null,
            hasNext && rows.Count > 0 ? clean with { After = PlaceOf(rows[^1]) } : null);
    }

    /// <summary>Rows of the filter with everything that is edited, for the workbook; in the order of the ledger.</summary>
    /// <exception cref="RefusalException">ASG045: more rows than one workbook takes; counted before anything is loaded.</exception>
    public async Task<List<Commitment>> AllAsync(int planId, AssignFilter filter, CancellationToken stop)
    {
        var rows = Filtered(planId, filter);
        if (await rows.Select(c => c.Id).Take(AssignService.MostRows + 1).CountAsync(stop) > AssignService.MostRows)
            throw new RefusalException("ASG045", $"超过 {AssignService.MostRows} 行，请先按章节或单位筛选再导出。");
        return await rows.AsNoTracking().WithParts().OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(stop);
    }

    private IQueryable<Commitment> Filtered(int planId, AssignFilter filter)
    {
        var state = filter.State switch
        {
            "consulting" => CommitmentState.Consulting,
            "consulted" => CommitmentState.Consulted,
            _ => CommitmentState.Draft,
        };
        var rows = db.Commitments.Where(c => c.PlanId == planId && c.State == state);
        rows = filter.Lacks switch
        {
            "leader" => rows.Where(c => c.IsLeaf && c.LeaderPostId == null),
            "unit" => rows.Where(c => c.IsLeaf && c.LeadUnitId == null),
            "due" => rows.Where(c => c.IsLeaf && c.DueKind == DueKind.None),
            "plan" => rows.Where(c => c.IsLeaf && c.MonthlyPlan == "" && c.Kind != CommitmentKind.Target),
            _ => rows,
        };
        if (filter.Section is { } section) rows = rows.Where(c => c.SectionId == section);
        if (filter.Unit is not { } unit) return rows;
        var handed = db.HandedByUnit<Commitment>(unit);
        return rows.Where(c => c.LeadUnitId == unit || c.CoUnits.Any(u => u.UnitId == unit) || handed.Contains(c.Id));
    }

    private static IQueryable<GridRow> Projected(IQueryable<Commitment> rows) => rows.AsNoTracking().AsSplitQuery().Select(c => new GridRow(
        c.Id, c.Version, c.Order, c.Number, c.Title, c.ParentId, c.IsLeaf, c.State, c.LeaderPostId, c.SecondLeaderPostId, c.LeadUnitId,
        c.CoUnits.OrderBy(u => u.Order).Select(u => u.UnitId).ToList(),
        c.DueKind, c.Due, c.PlanShape, c.MonthlyPlan, c.Functions, c.Measures,
        c.Quantities.ToList(),
        c.Themes.Select(t => t.ThemeId).ToList()));

    private static string PlaceOf(GridRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Order}_{row.Id}");

    private static (int Order, int Id)? Place(string? text) =>
        text?.Split('_') is [var order, var id] && int.TryParse(order, CultureInfo.InvariantCulture, out var o)
            && int.TryParse(id, CultureInfo.InvariantCulture, out var i) ? (o, i) : null;
}
