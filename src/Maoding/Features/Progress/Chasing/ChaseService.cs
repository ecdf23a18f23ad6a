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
public sealed record OwedRow(string Number, int LeadUnitId, IReadOnlyList<MissingReport> Missing);

/// <summary>A unit that owes reports.</summary>
/// <param name="Rows">Numbers of the rows, in the order of the ledger.</param>
/// <param name="Missing">Reports: a row by ten-day parts can owe three.</param>
/// <param name="Late">Those past their last day.</param>
/// <param name="DaysLate">Of the one that is longest past it.</param>
/// <param name="DueOn">The earliest last day.</param>
/// <param name="Last">The last call about the month; null for none.</param>
public sealed record LateUnit(Unit Unit, IReadOnlyList<string> Rows, int Missing, int Late, int DaysLate,
    DateOnly DueOn, IReadOnlyList<(Post Post, Person Person)> Contacts, ChaseCall? Last, string LastBy, int Calls);

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

    /// <summary>Units that owe reports of a month, in official order.</summary>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<IReadOnlyList<LateUnit>> ReadAsync(Actor actor, Plan plan, int month, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ChaseUnits);
        var owed = (await OwedAsync(plan, month, stop)).ToLookup(r => r.LeadUnitId);
        var calls = (await db.ChaseCalls.AsNoTracking().Where(c => c.Month == month).OrderBy(c => c.Id).ToListAsync(stop)).ToLookup(c => c.UnitId);
        var names = await db.NamesAsync([.. calls.Select(c => c.Last().CalledById).Distinct()], stop);
        return [.. current.Directory.Units.Where(u => owed.Contains(u.Id)).Select(unit =>
        {
            List<MissingReport> missing = [.. owed[unit.Id].SelectMany(r => r.Missing)];
            var last = calls[unit.Id].LastOrDefault();
            return new LateUnit(
                unit,
                [.. owed[unit.Id].Select(r => r.Number)],
                missing.Count,
                missing.Count(m => m.DaysLate(current.Today) > 0),
                missing.Max(m => m.DaysLate(current.Today)),
                missing.Min(m => m.DueOn),
                [.. current.Directory.ContactsOf(unit.Id, current.Today)],
                last,
                last is null ? "" : names.GetValueOrDefault(last.CalledById, ""),
                calls[unit.Id].Count());
        })];
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
                              row.Rhythm,
                              issue.IssuedOn,
                              Sent = sent.Where(r => r.CommitmentId == row.Id).Select(r => r.Period).ToList(),
                          }).ToListAsync(stop);
        var (day, calendar) = (current.Directory.Region.ReportDay, current.Directory.Calendar);
        var rows = open.Select(r => new OwedRow(
            r.Number, r.Unit, [.. all.SelectMany(month => MissingReports.Of(month, r.Rhythm, r.IssuedOn, r.Sent, day, today, calendar))]));
        return [.. rows.Where(r => r.Missing.Count > 0)];
    }

    /// <summary>Records that a unit was called about the reports it owes.</summary>
    /// <param name="personId">Who was spoken to; null when nobody in particular was.</param>
    /// <exception cref="RefusalException">PER001; CHA001: the unit owes nothing; CHA002: the note is too long; CHA003: not a person of that unit.</exception>
    public async Task CallAsync(
        Actor actor, Plan plan, int month, int unitId, int? personId, string note, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.ChaseUnits);
        if (note.Trim().Length > 500) throw new RefusalException("CHA002", "备注请控制在 500 字以内。") { Field = "Note" };
        var missing = (await OwedAsync(plan, month, stop)).Where(r => r.LeadUnitId == unitId).Sum(r => r.Missing.Count);
        if (missing == 0) throw new RefusalException("CHA001", "这个单位这个月已经没有未报的了，不用催。请刷新页面。", RefusalKind.Conflict);
        if (personId is not null && current.Directory.ContactsOf(unitId, current.Today).All(c => c.Person.Id != personId))
            throw new RefusalException("CHA003", "请在这个单位的联络员和负责人里选通话的人。") { Field = "PersonId" };
        db.ChaseCalls.Add(new ChaseCall
        {
            UnitId = unitId,
            Month = month,
            CalledOn = current.Today,
            PersonId = personId,
            Missing = missing,
            Note = note.Trim(),
            CalledById = actor.AccountId,
        });
        await save.SaveAsync(actor, "催办", note.Trim(), request, stop);
    }
}
