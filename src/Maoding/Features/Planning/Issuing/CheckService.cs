using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Checking;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Targets;
using Maoding.Storage;
using Maoding.Text.Matching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Issuing;

/// <summary>Runs the catalogue of checks over a plan: every row is read once.</summary>
public sealed class CheckService(MaodingContext db, CurrentRequest current)
{
    /// <summary>Characters of quotes that are compared for each row.</summary>
    private const int LongestQuote = 600;

    /// <summary>What still stops the plan that is shown; null before there is one.</summary>
    /// <param name="withDuplicates">Compares every row with every other and with its quotes: for the page that shows what it finds.</param>
    public async Task<CheckReport?> RunAsync(Actor actor, bool withDuplicates, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.CheckLedger);
        return current.Plan is { } plan ? await RunAsync(plan, withDuplicates, stop) : null;
    }

    internal async Task<CheckReport> RunAsync(Plan plan, bool withDuplicates, CancellationToken stop)
    {
        var rows = await RowsAsync(plan.Id, stop);
        var duplicates = withDuplicates ? await DuplicatesAsync(plan.Id, rows, stop) : [];
        var input = InputOf(plan.Year, rows, duplicates) with
        {
            Targets = await TargetsAsync(plan, stop),
            Quotes = withDuplicates ? await QuotesAsync(plan.Id, stop) : null,
        };
        return new CheckReport(
            plan,
            [.. CheckCatalogue.All.Select(check => new CheckResult(check, [.. check.Find(input)]))],
            rows);
    }

    /// <summary>Rows beside the directory as it is today; for checks of single rows too.</summary>
    internal CheckInput InputOf(int planYear, IReadOnlyList<CheckedRow> rows, IReadOnlyList<CheckedPair> duplicates)
    {
        var directory = current.Directory;
        var held = directory.Posts.Where(p => directory.Holder(p.Id, current.Today) is not null).Select(p => p.Id).ToHashSet();
        return new CheckInput(planYear, rows, directory.Units, directory.Posts, held, duplicates, new CheckLimits());
    }

    /// <summary>Null while there is no catalogue of indicators: nothing could be tied.</summary>
    private async Task<IReadOnlyList<TargetFacts>?> TargetsAsync(Plan plan, CancellationToken stop)
    {
        var indicators = await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Id, stop);
        if (indicators.Count == 0) return null;
        var targets = await db.Targets.AsNoTracking().Include(t => t.Parts).Where(t => t.PlanId == plan.Id).ToListAsync(stop);
        return [.. targets.Select(
            t => new TargetFacts(t, indicators[t.IndicatorId], plan.Year, t.PartnerIndicatorId is { } partner ? indicators[partner].Name : "全市"))];
    }

    private async Task<List<CheckedRow>> RowsAsync(int planId, CancellationToken stop)
    {
        var opinions = await db.Opinions
            .Where(o => o.State == OpinionState.Open || o.State == OpinionState.Escalated)
            .Join(db.Commitments.Where(c => c.PlanId == planId), o => o.CommitmentId, c => c.Id, (o, c) => c.Id)
            .GroupBy(id => id)
            .Select(g => new { Id = g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Id, g => g.Count, stop);
        var rows = await db.Commitments.AsNoTracking().AsSplitQuery()
            .Where(c => c.PlanId == planId && (c.State == CommitmentState.Proposed || (c.State >= CommitmentState.Draft && c.State < CommitmentState.Stopped)))
            .Include(c => c.CoUnits)
            .Include(c => c.Quantities)
            .Include(c => c.Milestones)
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .ToListAsync(stop);
        // Agreement counts here too: whoever said anything was heard.
        var said = (await db.Opinions.AsNoTracking()
            .Where(o => o.State != OpinionState.Withdrawn && db.Commitments.Any(
                c => c.Id == o.CommitmentId && c.PlanId == planId && c.ConsultationId == o.ConsultationId && c.State < CommitmentState.Issued))
            .Select(o => new Opinion { CommitmentId = o.CommitmentId, UnitId = o.UnitId, PostId = o.PostId, State = o.State })
            .ToListAsync(stop)).ToLookup(o => o.CommitmentId);
        var asked = await db.ConsultedRows.AsNoTracking()
            .Where(a => db.Commitments.Any(
                c => c.Id == a.CommitmentId && c.PlanId == planId && c.ConsultationId == a.ConsultationId && c.State == CommitmentState.Consulted))
            .ToDictionaryAsync(a => a.CommitmentId, a => a.Values, stop);
        return [.. LedgerOrder.Sort(rows).Select(row => Of(row, opinions.GetValueOrDefault(row.Id)) with
        {
            Unasked = row.State == CommitmentState.Consulted ? Voice.Unasked(row, said[row.Id]) : [],
            Changed = asked.TryGetValue(row.Id, out var values) ? Consulted.Differences(values, RowValues.Of(row), Names) : [],
        })];
    }

    /// <summary>Units and leaders as the differences name them.</summary>
    private RowNames Names => new(
        id => current.Directory.UnitName(id),
        id => current.Directory.LeaderName(id, current.Today),
        id => id.ToString(CultureInfo.InvariantCulture));

    internal static CheckedRow Of(Commitment row, int openOpinions) => new(
        row.Id, row.ParentId, row.IsLeaf, row.State, row.Number, RowValues.Of(row), row.ConsultationId is not null, openOpinions, row.Version);

    /// <summary>Each open row's quotes, one behind the other.</summary>
    private async Task<Dictionary<int, string>> QuotesAsync(int planId, CancellationToken stop) =>
        (await db.Quotes
            .Join(
                db.Commitments.Where(c => c.PlanId == planId && c.ParentId == null && c.State >= CommitmentState.Draft && c.State < CommitmentState.Issued),
                q => q.CommitmentId, c => c.Id, (q, c) => new { c.Id, q.Start, q.Text })
            .ToListAsync(stop))
        .GroupBy(q => q.Id)
        .ToDictionary(g => g.Key, g => string.Join('\n', g.OrderBy(q => q.Start).Select(q => q.Text)));

    /// <summary>Rows against rows: a leaf is expected to sound like its parent.</summary>
    private async Task<List<CheckedPair>> DuplicatesAsync(int planId, List<CheckedRow> rows, CancellationToken stop)
    {
        var quotes = await db.Quotes
            .Join(db.Commitments.Where(c => c.PlanId == planId && c.ParentId == null && c.State >= CommitmentState.Draft),
                q => q.CommitmentId, c => c.Id, (q, c) => new { c.Id, q.Start, q.Text })
            .ToListAsync(stop);
        var words = quotes.ToLookup(q => q.Id);
        var entries = rows.Where(r => r.ParentId is null && r.State >= CommitmentState.Draft)
            .Select(r => new MatchEntry(r.Id, r.Values.Title, Words(words[r.Id].OrderBy(q => q.Start).Select(q => q.Text)))).ToList();
        var open = rows.Where(r => r.IsOpen).Select(r => r.Id).ToHashSet();
        return
        [
            .. DuplicateFinder.Find(entries)
                .Where(p => open.Contains(p.FirstId) || open.Contains(p.SecondId))
                .Select(p => new CheckedPair(p.FirstId, p.SecondId, string.Join('；', p.Reasons))),
        ];
    }

    private static string Words(IEnumerable<string> quotes)
    {
        var words = string.Concat(quotes);
        return words.Length <= LongestQuote ? words : words[..LongestQuote];
    }
}

/// <summary>What a check found.</summary>
public sealed record CheckResult(Check Check, IReadOnlyList<CheckHit> Hits);

/// <summary>All checks of a plan as they stand now.</summary>
/// <param name="Results">Every check of the catalogue, those without findings too.</param>
/// <param name="Rows">The rows looked at, in the order of the ledger.</param>
public sealed record CheckReport(Plan Plan, IReadOnlyList<CheckResult> Results, IReadOnlyList<CheckedRow> Rows)
{
    private readonly Dictionary<int, CheckedRow> _byId = Rows.ToDictionary(r => r.Id);

    public IEnumerable<CheckResult> Found => Results.Where(r => r.Hits.Count > 0);

    public CheckedRow? Row(int id) => _byId.GetValueOrDefault(id);

    /// <summary>Rows that may not be issued, each with the names of what is wrong.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Obstacles { get; } = Results
        .Where(r => r.Check.Severity == CheckSeverity.Must)
        .SelectMany(r => r.Hits.SelectMany(h => h.RowIds).Distinct().Select(id => (Id: id, r.Check.Name)))
        .GroupBy(o => o.Id)
        .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(o => o.Name)]);

    /// <summary>What a batch can take: a row with those of its leaves that are not issued.</summary>
    public IReadOnlyList<IssuableFamily> Families { get; } = FamiliesOf(Rows);

    /// <summary>Whether nothing stops this row or its leaves.</summary>
    public bool Passes(IssuableFamily family) => family.Members.All(m => !Obstacles.ContainsKey(m.Id));

    private static List<IssuableFamily> FamiliesOf(IReadOnlyList<CheckedRow> rows)
    {
        var leaves = rows.Where(r => r is { ParentId: not null, IsOpen: true }).ToLookup(r => r.ParentId!.Value);
        return
        [
            .. from row in rows
               where row.ParentId is null && row.State >= CommitmentState.Draft
               let members = (List<CheckedRow>)[.. row.IsOpen ? [row] : Array.Empty<CheckedRow>(), .. leaves[row.Id]]
               where members.Count > 0
               select new IssuableFamily(row, members),
        ];
    }
}

/// <summary>A row and what a batch would issue of it.</summary>
/// <param name="Members">The row itself unless it is issued already, and its leaves that are not.</param>
public sealed record IssuableFamily(CheckedRow Row, IReadOnlyList<CheckedRow> Members);
