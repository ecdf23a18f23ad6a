using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Features.Progress.Reporting;
using Maoding.Shared;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Chasing;

/// <summary>A row with the reports of the month that it owes.</summary>
public sealed record OwedRow(string Number, int LeadUnitId, int? LeaderPostId, IReadOnlyList<MissingReport> Missing);

/// <summary>What a unit owes, of all its rows or of one leader's.</summary>
/// <param name="Rows">Numbers of the rows, in the order of the ledger.</param>
/// <param name="Missing">Reports: a row by ten-day parts can owe three.</param>
/// <param name="Late">Those past their last day.</param>
/// <param name="DaysLate">Of the one that is longest past it.</param>
/// <param name="DueOn">The earliest last day.</param>
public sealed record Arrears(Unit Unit, IReadOnlyList<string> Rows, int Missing, int Late, int DaysLate, DateOnly DueOn)
{
    /// <param name="owed">At least one.</param>
    public static Arrears Of(Unit unit, IEnumerable<OwedRow> owed, DateOnly today)
    {
        List<OwedRow> rows = [.. owed];
        List<MissingReport> missing = [.. rows.SelectMany(r => r.Missing)];
        return new Arrears(unit, [.. rows.Select(r => r.Number)], missing.Count, missing.Count(m => m.DaysLate(today) > 0),
            missing.Max(m => m.DaysLate(today)), missing.Min(m => m.DueOn));
    }
}

/// <summary>A unit that owes reports.</summary>
/// <param name="Last">The last call about the month; null for none.</param>
public sealed record LateUnit(Arrears Owed, IReadOnlyList<(Post Post, Person Person)> Contacts, ChaseCall? Last, string LastBy, int Calls);

/// <summary>A leader with the units that owe reports of the leader's rows.</summary>
/// <param name="PostId">Null for rows without a leader.</param>
public sealed record LateLeader(int? PostId, IReadOnlyList<Arrears> Units);

/// <param name="Units">In official order.</param>
/// <param name="Leaders">In the order of the directory.</param>
public sealed record LateView(IReadOnlyList<LateUnit> Units, IReadOnlyList<LateLeader> Leaders);

/// <summary>Who owes reports of a month, and that they were called.</summary>
public sealed class ChaseService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>The month whose reports are asked for now: the last that is over, or the first of the plan's year.</summary>
    public static int MonthInQuestion(Plan plan, DateOnly today) =>
        today.Year == plan.Year && today.Month > 1 ? (plan.Year * 100) + today.Month - 1 : Months(plan, today)[^1];

    /// <summary>yyyymm of the plan's months that have begun, oldest first; January before the year.</summary>
    public static IReadOnlyList<int> Months(Plan plan, DateOnly today)
    {
        var last = today.Year > plan.Year ? 12 : today.Year < plan.Year ? 1 : today.Month;
        return [.. Enumerable.Range(1, last).Select(m => (plan.Year * 100) + m)];
    }

    /// <summary>Units that owe reports of a month, and the leaders of the rows that they owe them of.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<LateView> ReadAsync(Actor actor, Plan plan, int month, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ChaseUnits);
        var owed = await OwedAsync(plan, month, stop);
        var calls = (await db.ChaseCalls.AsNoTracking().Where(c => c.Month == month).OrderBy(c => c.Id).ToListAsync(stop)).ToLookup(c => c.UnitId);
        var names = await db.NamesAsync([.. calls.Select(c => c.Last().CalledById).Distinct()], stop);
        var posts = current.Directory.Posts.Select((p, i) => (p.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return new LateView(
            [.. ByUnit(owed).Select(unit =>
            {
                var last = calls[unit.Unit.Id].LastOrDefault();
                return new LateUnit(unit, [.. current.Directory.ContactsOf(unit.Unit.Id, current.Today)], last,
                    last is null ? "" : names.GetValueOrDefault(last.CalledById, ""), calls[unit.Unit.Id].Count());
            })],
            [.. owed.GroupBy(r => r.LeaderPostId).OrderBy(g => g.Key is { } id ? posts.GetValueOrDefault(id, int.MaxValue) : int.MaxValue)
                .Select(g => new LateLeader(g.Key, ByUnit([.. g])))]);
    }

    /// <summary>In official order.</summary>
    private IReadOnlyList<Arrears> ByUnit(IReadOnlyList<OwedRow> owed)
    {
        var byUnit = owed.ToLookup(r => r.LeadUnitId);
        return [.. current.Directory.Units.Where(u => byUnit.Contains(u.Id)).Select(u => Arrears.Of(u, byUnit[u.Id], current.Today))];
    }

    /// <summary>Rows that owe reports of a month, in the order of the ledger.</summary>
    public Task<IReadOnlyList<OwedRow>> OwedAsync(Plan plan, int month, CancellationToken stop = default) => OwedAsync(plan, month, month, stop);

    /// <summary>Rows that owe reports of some months of the plan's year, in the order of the ledger.</summary>
    /// <param name="first">yyyymm.</param>
    public async Task<IReadOnlyList<OwedRow>> OwedAsync(Plan plan, int first, int last, CancellationToken stop = default)
    {
        var (from, to, today) = (first * 10, (last * 10) + 9, current.Today);
        List<int> all = [.. Enumerable.Range(first, last - first + 1)];
        int Over(Rhythm rhythm) => all.Sum(month => Period.In(month, rhythm).Count(p => p.End <= today));
        var (months, parts, quarters) = (Over(Rhythm.Month), Over(Rhythm.TenDays), Over(Rhythm.Quarter));
        var lastDay = Period.OfMonth(last).End;
        var sent = db.Reports.AsNoTracking().Where(r => r.Period >= from && r.Period <= to
            && (r.State == ReportState.Submitted || r.State == ReportState.SignedOff || r.State == ReportState.Accepted));
        var open = await (from row in db.Commitments.AsNoTracking().AskedFor(db)
                          join issue in db.Issues on row.IssueId equals issue.Id
                          where row.PlanId == plan.Id && issue.IssuedOn <= lastDay
                          where sent.Count(r => r.CommitmentId == row.Id) < (row.Rhythm == Rhythm.TenDays
                              ? parts : row.Rhythm == Rhythm.Quarter ? quarters : months)
                          orderby row.Order, row.Id
                          select new
                          {
                              row.Number,
                              Unit = row.LeadUnitId!.Value,
                              row.LeaderPostId,
                              row.Rhythm,
                              issue.IssuedOn,
                              Sent = sent.Where(r => r.CommitmentId == row.Id).Select(r => r.Period).ToList(),
                          }).ToListAsync(stop);
        var (day, calendar) = (current.Directory.Region.ReportDay, current.Directory.Calendar);
        var rows = open.Select(
            r => new OwedRow(r.Number, r.Unit, r.LeaderPostId,
                [.. all.SelectMany(month => MissingReports.Of(month, r.Rhythm, r.IssuedOn, r.Sent, day, today, calendar))]));
        return [.. rows.Where(r => r.Missing.Count > 0)];
    }

    /// <summary>Records that a unit was called about the reports it owes.</summary>
    /// <param name="personId">Who was spoken to; null when nobody in particular was.</param>
    /// <exception cref="RefusalException">PER001; CHA001: the unit owes nothing; CHA002: the note is too long; CHA003: not a person of that unit.</exception>
    public async Task CallAsync(
        Actor actor, Plan plan, int month, int unitId, int? personId, string note, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ChaseUnits);
        DemandShort(note);
        if (personId is not null && current.Directory.ContactsOf(unitId, current.Today).All(c => c.Person.Id != personId))
            throw new RefusalException("CHA003", "请在该单位的联络员和负责人里选通话的人。") { Field = "PersonId" };
        if (await RecordAsync(actor, plan, month, [unitId], personId, note, stop) == 0) throw NothingOwed();
        await save.SaveAsync(actor, "催办", note.Trim(), request, stop);
    }

    /// <summary>Records in one act that the units shown were asked, those left out that owe nothing any more.</summary>
    /// <returns>How many were recorded.</returns>
    /// <exception cref="RefusalException">PER001; CHA001: none of them owes anything; CHA002.</exception>
    public async Task<int> CallAllAsync(
        Actor actor, Plan plan, int month, IReadOnlyCollection<int> unitIds, string note, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ChaseUnits);
        DemandShort(note);
        var recorded = await RecordAsync(actor, plan, month, unitIds, null, note, stop);
        if (recorded == 0) throw NothingOwed();
        await save.SaveAsync(actor, "成批催办", note.Trim(), request, stop);
        return recorded;
    }

    private async Task<int> RecordAsync(
        Actor actor, Plan plan, int month, IReadOnlyCollection<int> unitIds, int? personId, string note, CancellationToken stop)
    {
        var owing = (await OwedAsync(plan, month, stop)).Where(r => unitIds.Contains(r.LeadUnitId)).ToLookup(r => r.LeadUnitId);
        foreach (var unit in owing)
            db.ChaseCalls.Add(new ChaseCall
            {
                UnitId = unit.Key,
                Month = month,
                CalledOn = current.Today,
                PersonId = personId,
                Missing = unit.Sum(r => r.Missing.Count),
                Note = note.Trim(),
                CalledById = actor.AccountId,
            });
        return owing.Count;
    }

    private static void DemandShort(string note)
    {
        if (note.Trim().Length > 500) throw new RefusalException("CHA002", "备注请控制在500字以内。") { Field = "Note" };
    }

    private static RefusalException NothingOwed() => new("CHA001", "该单位该月已无未报的进展，无需催办。请刷新页面。", RefusalKind.Conflict);
}
