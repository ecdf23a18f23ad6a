using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Search;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Maoding.Storage.Searching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Ledger;

/// <summary>A row as the list shows it; names come from the directory.</summary>
public sealed record LedgerRow(
    int Id, int? ParentId, string Number, int Order, CommitmentKind Kind, CommitmentState State, string Title,
    int? LeadUnitId, int? LeaderPostId, int? SecondLeaderPostId, DueKind DueKind, DateOnly? Due,
    int? Share, Light Light, string MonthlyPlan, int? WithinId);

/// <summary>One page of the list.</summary>
/// <param name="Count">Rows of all pages, counted up to <see cref="LedgerList.CountedAtMost"/> and one more.</param>
/// <param name="Leaves">Those of them without leaves of their own.</param>
/// <param name="Before">Key for the page before; null on the first.</param>
/// <param name="After">Key for the page after; null on the last.</param>
public sealed record LedgerPage(IReadOnlyList<LedgerRow> Rows, int Count, int Leaves, string? Before, string? After);

/// <summary>Reads the ledger list: filtered by what the actor may see, in pages that stay right while rows are added.</summary>
public sealed class LedgerList(MaodingContext db, CountedRows counting)
{
    public const int PageSize = 100;

    public const int CountedAtMost = 1000;

    /// <summary>Stands in keys for the time of a row without one.</summary>
    private const string NoTime = "none";

    private static readonly DateOnly Never = new(9999, 12, 31);

    /// <param name="filter">With both After and Before, Before counts.</param>
    public async Task<LedgerPage> ReadAsync(Actor actor, DirectorySnapshot directory, Plan plan, LedgerFilter filter, CancellationToken stop)
    {
        var rows = Filtered(actor, plan, filter);
        var lowest = Lowest(actor, filter);
        // Owners, months, sections and documents have an index of their own, which a range of states must not win over.
        var counted = (filter is { Unit: null, Leader: null, DueMonth: null, Section: null, Document: null, Mine: false, Light: null }
            ? rows.Where(c => c.State >= lowest) : rows).Take(CountedAtMost + 1);
        var back = filter.Before.Length > 0;
        var page = new List<(LedgerRow Row, int Count, int Leaves)>();
        foreach (var part in Parts(rows, filter, back))
        {
            if (page.Count > PageSize) break;
            // The rows and how many there are in one statement: the databases count once, whatever the rows.
            var read = await part.Take(PageSize + 1 - page.Count).Select(c => new
            {
                Row = new LedgerRow(c.Id, c.ParentId, c.Number, c.Order, c.Kind, c.State, c.Title, c.LeadUnitId,
                    c.LeaderPostId, c.SecondLeaderPostId, c.DueKind, c.Due, c.Share, c.Light, c.MonthlyPlan, c.WithinId),
                Count = counted.Count(),
                Leaves = counted.Count(l => l.IsLeaf),
            }).ToListAsync(stop);
            page.AddRange(read.Select(r => (r.Row, r.Count, r.Leaves)));
        }

        // Fewer rows than a page before the key: that is the first page, shown whole. None after it: the list has shrunk since.
        if ((back && page.Count <= PageSize) || (filter.After.Length > 0 && page.Count == 0))
            return await ReadAsync(actor, directory, plan, filter.FirstPage(), stop);
        var more = page.Count > PageSize;
        if (more) page.RemoveAt(PageSize);
        if (back) page.Reverse();
        string Key(LedgerRow row) => KeyOf(row, directory, filter.Sort);
        return new LedgerPage(
            [.. page.Select(p => p.Row)],
            page.Count > 0 ? page[0].Count : 0,
            page.Count > 0 ? page[0].Leaves : 0,
            page.Count > 0 && (back ? more : filter.After.Length > 0) ? Key(page[0].Row) : null,
            page.Count > 0 && (back || more) ? Key(page[^1].Row) : null);
    }

    /// <summary>All rows of the filter that the actor may see, whatever the page.</summary>
    public IQueryable<Commitment> Filtered(Actor actor, Plan plan, LedgerFilter filter)
    {
        var rows = db.Commitments.AsNoTracking().Where(c => c.PlanId == plan.Id).VisibleTo(db, actor);
        rows = filter.State is { } state and >= CommitmentState.Draft ? rows.Where(c => c.State == state) : Viewed(rows, actor, filter.View);
        if (filter.Document is { } document) rows = rows.Where(c => c.DocumentId == document);
        if (filter.Section is { } section) rows = Within(rows, section);
        if (filter.Leaves) rows = counting.Among(rows.InForce());
        if (filter.MissingIn is { } missing) rows = rows.Where(c => db.MonthLights.Any(l => l.CommitmentId == c.Id && l.Month == missing && l.IsMissing));
        if (filter.Theme is { } theme) rows = rows.Where(c => c.Themes.Any(t => t.ThemeId == theme));
        if (filter.Leader is { } leader)
        {
            var handed = db.HandedByPost<Commitment>(leader);
            rows = rows.Where(c => c.LeaderPostId == leader || c.SecondLeaderPostId == leader || handed.Contains(c.Id));
        }

        if (filter.DueMonth is { } month) rows = rows.Where(c => c.DueMonth == month);
        if (filter.Mine) rows = rows.OwnedBy(actor);
        if (filter.Light is { } light)
            rows = filter.LightMonth is { } closed ? LitIn(rows, plan.Id, closed, light) : rows.InForce().Where(c => c.Light == light);
        if (filter.DueFrom is not null || filter.DueTo is not null)
            rows = DueWithin(rows, filter.DueFrom ?? DateOnly.MinValue, filter.DueTo ?? DateOnly.MaxValue);
        if (filter.Unit is { } unit)
        {
            var handed = db.HandedByUnit<Commitment>(unit);
            rows = filter.Role switch
            {
                UnitRole.Lead => rows.Where(c => c.LeadUnitId == unit || handed.Contains(c.Id)),
                UnitRole.Co => rows.Where(c => c.CoUnits.Any(u => u.UnitId == unit)),
                _ => rows.Where(c => c.LeadUnitId == unit || c.CoUnits.Any(u => u.UnitId == unit) || handed.Contains(c.Id)),
            };
        }

        return filter.Text.Length > 0 ? rows.Matching(db, Bigrams.Query(filter.Text)) : rows;
    }

    /// <summary>Rows of a section and of those under it, which lie within its text.</summary>
    private IQueryable<Commitment> Within(IQueryable<Commitment> rows, int section)
    {
        var under = from top in db.Sections
                    from part in db.Sections
                    where top.Id == section && part.DocumentId == top.DocumentId && part.Start >= top.Start && part.Start < top.Start + top.Length
                    select (int?)part.Id;
        return rows.Where(c => under.Contains(c.SectionId));
    }

    /// <param name="back">From the last to the first, for the page before.</param>
    public IQueryable<Commitment> Ordered(IQueryable<Commitment> rows, LedgerFilter filter, bool back = false)
    {
        if (filter.Sort == LedgerSort.Due)
        {
            return back ? rows.OrderByDescending(c => c.Due ?? Never).ThenByDescending(c => c.Id) : rows.OrderBy(c => c.Due ?? Never).ThenBy(c => c.Id);
        }

        if (filter.Sort == LedgerSort.Number)
            return back ? rows.OrderByDescending(c => c.Order).ThenByDescending(c => c.Id) : rows.OrderBy(c => c.Order).ThenBy(c => c.Id);
        var placed = Placed(rows);
        return (back
            ? placed.OrderByDescending(p => p.Unit).ThenByDescending(p => p.Row.Order).ThenByDescending(p => p.Row.Id)
            : placed.OrderBy(p => p.Unit).ThenBy(p => p.Row.Order).ThenBy(p => p.Row.Id)).Select(p => p.Row);
    }

    /// <summary>
    /// No row of the filter stands below it. Said plainly, so that counting begins in the index of states where the list's own bound is hidden from it.
    /// </summary>
    private static CommitmentState Lowest(Actor actor, LedgerFilter filter) => Permissions.ScopeOf(actor, Permission.SeeRow) switch
    {
        Scope.All when filter.State is not null || filter.View is LedgerView.Draft or LedgerView.All => CommitmentState.Draft,
        Scope.All or Scope.Issued => CommitmentState.Issued,
        _ => CommitmentState.Consulting,
    };

    /// <summary>不评 is a row without a light in that month: it was not judged, or not there yet.</summary>
    private IQueryable<Commitment> LitIn(IQueryable<Commitment> rows, int planId, int month, Light light)
    {
        var lights = db.MonthLights.Where(l => l.PlanId == planId && l.Month == month);
        if (light == Light.None) return rows.InForce().Where(c => !lights.Any(l => l.CommitmentId == c.Id && (l.Override ?? l.Light) != Light.None));
        var lit = lights.Where(l => (l.Override ?? l.Light) == light).Select(l => l.CommitmentId);
        return rows.Where(c => lit.Contains(c.Id));
    }

    private IQueryable<Commitment> DueWithin(IQueryable<Commitment> rows, DateOnly from, DateOnly to) =>
        counting.Among(rows.InForce()).Where(c => c.State < CommitmentState.Done && c.Due >= from && c.Due <= to);

    /// <summary>Others than those who may see everything have no choice of view: what they see is what was sent to them.</summary>
    private static IQueryable<Commitment> Viewed(IQueryable<Commitment> rows, Actor actor, LedgerView view)
    {
        if (Permissions.ScopeOf(actor, Permission.SeeRow) != Scope.All) return rows;
        return view switch
        {
            LedgerView.Draft => rows.From(CommitmentState.Draft).Before(CommitmentState.Issued),
            LedgerView.All => rows.From(CommitmentState.Draft),
            _ => rows.InForce(),
        };
    }

    /// <summary>
    /// The page's rows in the order of reading. By time those without one come last, in a query of their own:
    /// the databases sort nulls differently, and the index on the time serves the others as it is.
    /// </summary>
    private IEnumerable<IQueryable<Commitment>> Parts(IQueryable<Commitment> rows, LedgerFilter filter, bool back)
    {
        if (filter.Sort != LedgerSort.Due) return [Ordered(Beyond(rows, filter), filter, back)];
        var timeless = rows.Where(c => c.Due == null);
        var timed = rows.Where(c => c.Due != null);
        string[] key = (back ? filter.Before : filter.After).Split('.');
        if (key is [NoTime, var text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            (timed, timeless) = back ? (timed, timeless.Where(c => c.Id < id)) : (timed.Where(_ => false), timeless.Where(c => c.Id > id));
        else
            (timed, timeless) = (Beyond(timed, filter), back ? timeless.Where(_ => false) : timeless);
        return back
            ? [timeless.OrderByDescending(c => c.Id), timed.OrderByDescending(c => c.Due).ThenByDescending(c => c.Id)]
            : [timed.OrderBy(c => c.Due).ThenBy(c => c.Id), timeless.OrderBy(c => c.Id)];
    }

    /// <summary>The rows after or before the key; a key that cannot be read leaves the first page.</summary>
    private IQueryable<Commitment> Beyond(IQueryable<Commitment> rows, LedgerFilter filter)
    {
        var back = filter.Before.Length > 0;
        int[] key = [.. (back ? filter.Before : filter.After).Split('.')
            .Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1)];
        if (key.Contains(-1) || key.Length != (filter.Sort == LedgerSort.Unit ? 3 : 2)) return rows;
        var (first, id) = (key[0], key[^1]);
        switch (filter.Sort)
        {
            // The plain bound goes to the index, the rest is looked at row by row.
            case LedgerSort.Number:
                return back
                    ? rows.Where(c => c.Order <= first && (c.Order < first || c.Id < id))
                    : rows.Where(c => c.Order >= first && (c.Order > first || c.Id > id));
            case LedgerSort.Due:
                if (!DateOnly.TryParseExact(
                    first.ToString(CultureInfo.InvariantCulture), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return rows;
                return back ? rows.Where(c => c.Due <= day && (c.Due < day || c.Id < id)) : rows.Where(c => c.Due >= day && (c.Due > day || c.Id > id));
            default:
                return ByUnit(rows, back, first, key[1], id);
        }
    }

    private IQueryable<Commitment> ByUnit(IQueryable<Commitment> rows, bool back, int unit, int order, int id)
    {
        var placed = Placed(rows);
        return (back
            ? placed.Where(p => p.Unit < unit || (p.Unit == unit && (p.Row.Order < order || (p.Row.Order == order && p.Row.Id < id))))
            : placed.Where(p => p.Unit > unit || (p.Unit == unit && (p.Row.Order > order || (p.Row.Order == order && p.Row.Id > id))))).Select(p => p.Row);
    }

    /// <summary>Rows with the official order of their lead unit; those without one come last. A join: a subquery would be asked once for each row.</summary>
    private IQueryable<PlacedRow> Placed(IQueryable<Commitment> rows) =>
        rows.LeftJoin(db.Units, c => c.LeadUnitId, u => (int?)u.Id, (c, u) => new PlacedRow { Row = c, Unit = u == null ? int.MaxValue : u.Order });

    private sealed class PlacedRow
    {
        public required Commitment Row { get; init; }

        public required int Unit { get; init; }
    }

    private static string KeyOf(LedgerRow row, DirectorySnapshot directory, LedgerSort sort) => sort switch
    {
        LedgerSort.Due => string.Create(CultureInfo.InvariantCulture, $"{row.Due?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? NoTime}.{row.Id}"),
        LedgerSort.Unit => string.Create(CultureInfo.InvariantCulture, $"{directory.Unit(row.LeadUnitId)?.Order ?? int.MaxValue}.{row.Order}.{row.Id}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{row.Order}.{row.Id}"),
    };
}
