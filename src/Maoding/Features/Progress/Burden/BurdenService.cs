using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Consulting;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Features.Planning.Issuing;
using Maoding.Features.Progress.Reporting;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Burden;

/// <summary>Counts what units were asked for in a month, from the records that the work leaves anyway. Nothing about persons, nothing ranked.</summary>
public sealed class BurdenService(MaodingContext db, BatchUnits batches, CurrentRequest current)
{
    /// <summary>Ten statements, whatever the number of units and demands.</summary>
    /// <param name="month">yyyymm.</param>
    /// <param name="unit">One unit only; null for all that the actor may see.</param>
    /// <exception cref="RefusalException">PER001.</exception>
    public async Task<BurdenMonth> ReadAsync(Actor actor, Plan plan, int month, int? unit, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeBurden);
        var seesAll = Permissions.ScopeOf(actor, Permission.SeeBurden) == Scope.All;
        if (unit is { } one && !seesAll && !actor.Units.Contains(one))
            throw new RefusalException("PER001", "别的单位的减负情况由督查室和领导查看，您可以看本单位的。", RefusalKind.Forbidden);
        bool Shown(int id) => (seesAll || actor.Units.Contains(id)) && (unit is null || unit == id);
        var before = Period.AddMonths(month, -1);
        var asks = (await AsksAsync(plan, before, month, stop)).Where(a => Shown(a.UnitId)).ToList();
        var prefill = (await PrefillAsync(plan, month, stop)).ToDictionary(p => p.UnitId);
        var lines = from ask in asks
                    where Period.MonthOf(ask.AskedOn) == month
                    group ask by ask.UnitId into its
                    orderby current.Directory.Unit(its.Key)?.Order
                    select new BurdenLine(
                        its.Key, [.. its.OrderBy(a => a.Kind).ThenBy(a => a.AskedOn)], prefill.GetValueOrDefault(its.Key) ?? new Prefill(its.Key, 0, 0, 0));
        return new BurdenMonth(month, [.. lines], asks.Where(a => Period.MonthOf(a.AskedOn) == before).Sum(a => a.Count));
    }

    /// <summary>Everything asked from the first day of one month to the last of another.</summary>
    private async Task<List<Ask>> AsksAsync(Plan plan, int from, int to, CancellationToken stop)
    {
        var (first, last) = (Period.OfMonth(from).Start, Period.OfMonth(to).End);
        return
        [
            .. await ReportsAsync(plan, from, to, stop),
            .. await ParagraphsAsync(plan, first, last, stop),
            .. await OpinionsAsync(plan, first, last, stop),
            .. await ReceiptsAsync(plan, first, last, stop),
            .. await MeetingsAsync(plan, first, last, stop),
        ];
    }

    /// <summary>A report is asked for when its period is over; those that nobody began are asked for as well.</summary>
    private async Task<IEnumerable<Ask>> ReportsAsync(Plan plan, int from, int to, CancellationToken stop)
    {
        var (low, high) = (Period.OfMonth(Period.AddMonths(from, -1)).Key, Period.OfMonth(to).Key + 10);
        var owing = db.Commitments.AskedFor(db);
        var rows = await (from report in db.Reports
                          join row in db.Commitments on report.CommitmentId equals row.Id
                          where row.PlanId == plan.Id && row.LeadUnitId != null && report.Period >= low && report.Period < high
                          let runs = owing.Any(c => c.Id == row.Id)
                          group report by new { Unit = row.LeadUnitId!.Value, row.Rhythm, report.Period, report.SignedOn, Runs = runs } into one
                          select new { one.Key, Count = one.Count(), Returns = one.Sum(r => r.Returns) }).ToListAsync(stop);
        var begun = rows.Where(r => r.Key.Runs).GroupBy(r => (r.Key.Unit, r.Key.Rhythm, r.Key.Period)).ToDictionary(g => g.Key, g => g.Sum(r => r.Count));
        var asked = rows.SelectMany(r => (Ask[])
        [
            new Ask(AskKind.Report, r.Key.Unit, AskedOn(r.Key.Period), r.Key.SignedOn, r.Count),
            new Ask(AskKind.Again, r.Key.Unit, AskedOn(r.Key.Period), r.Key.SignedOn, r.Returns),
        ]);
        var missing = from owed in await OwedAsync(plan, low, high, stop)
                      select new Ask(
                          AskKind.Report, owed.Unit, AskedOn(owed.Period), null, owed.Count - begun.GetValueOrDefault((owed.Unit, owed.Rhythm, owed.Period)));
        return asked.Concat(missing).Where(a => a.Count > 0 && Period.MonthOf(a.AskedOn) >= from && Period.MonthOf(a.AskedOn) <= to);
    }

    private static DateOnly AskedOn(int period) => new Period(period).End.AddDays(1);

    /// <summary>How many rows that still run owe a report of each period that is over.</summary>
    private async Task<IEnumerable<(int Unit, Rhythm Rhythm, int Period, int Count)>> OwedAsync(Plan plan, int low, int high, CancellationToken stop)
    {
        var rows = await (from row in db.Commitments.AskedFor(db)
                          join issue in db.Issues on row.IssueId equals issue.Id
                          where row.PlanId == plan.Id
                          group row by new { Unit = row.LeadUnitId!.Value, row.Rhythm, issue.IssuedOn } into one
                          select new { one.Key.Unit, one.Key.Rhythm, one.Key.IssuedOn, Count = one.Count() }).ToListAsync(stop);
        return from row in rows
               from period in ReportDue.Periods(row.Rhythm, plan.Year, row.IssuedOn, current.Today)
               where period.Key >= low && period.Key < high
               group row.Count by (row.Unit, row.Rhythm, period.Key) into one
               select (one.Key.Unit, one.Key.Rhythm, one.Key.Key, one.Sum());
    }

    private async Task<IEnumerable<Ask>> ParagraphsAsync(Plan plan, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var rows = await (from report in db.Reports
                          from part in report.Paragraphs
                          join row in db.Commitments on report.CommitmentId equals row.Id
                          where row.PlanId == plan.Id && part.AskedOn >= first && part.AskedOn <= last
                          group part by new { part.UnitId, part.AskedOn, part.WrittenOn } into one
                          select new { one.Key.UnitId, one.Key.AskedOn, one.Key.WrittenOn, Count = one.Count() }).ToListAsync(stop);
        return rows.Select(r => new Ask(AskKind.Paragraph, r.UnitId, r.AskedOn, r.WrittenOn, r.Count));
    }

    /// <summary>Answers only: silence asks for no work.</summary>
    private async Task<IEnumerable<Ask>> OpinionsAsync(Plan plan, DateOnly first, DateOnly last, CancellationToken stop)
    {
        OpinionState[] heard = [OpinionState.Open, OpinionState.Accepted, OpinionState.Rejected, OpinionState.Escalated];
        var rows = await (from opinion in db.Opinions
                          join round in db.Consultations on opinion.ConsultationId equals round.Id
                          where round.PlanId == plan.Id && opinion.UnitId != null && heard.Contains(opinion.State)
                              && round.StartedOn >= first && round.StartedOn <= last
                          select new { Unit = opinion.UnitId!.Value, round.StartedOn, GivenAt = opinion.SignedAt ?? opinion.GivenAt }).ToListAsync(stop);
        return rows.GroupBy(r => (r.Unit, r.StartedOn, On: BusinessClock.DayOf(r.GivenAt)))
            .Select(g => new Ask(AskKind.Opinion, g.Key.Unit, g.Key.StartedOn, g.Key.On, g.Count()));
    }

    private async Task<IEnumerable<Ask>> ReceiptsAsync(Plan plan, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var issued = await db.Issues.Where(i => i.PlanId == plan.Id && i.IssuedOn >= first && i.IssuedOn <= last)
            .ToDictionaryAsync(i => i.Id, i => i.IssuedOn, stop);
        if (issued.Count == 0) return [];
        return (await batches.ReadAsync(plan.Id, stop)).Where(b => issued.ContainsKey(b.IssueId))
            .Select(b => new Ask(AskKind.Receipt, b.UnitId, issued[b.IssueId], b.SignedAt is { } at ? BusinessClock.DayOf(at) : null, 1));
    }

    private async Task<IEnumerable<Ask>> MeetingsAsync(Plan plan, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var steps = await (from step in db.NextSteps
                           join held in db.Stocktakes on step.StocktakeId equals held.Id
                           where held.PlanId == plan.Id && held.HeldOn >= first && held.HeldOn <= last
                           group step by new { step.UnitId, held.HeldOn, step.DoneOn } into one
                           select new { one.Key.UnitId, one.Key.HeldOn, one.Key.DoneOn, Count = one.Count() }).ToListAsync(stop);
        var verified = await (from completion in db.Completions
                              join row in db.Commitments on completion.CommitmentId equals row.Id
                              where row.PlanId == plan.Id && completion.VerifierUnitId != null && completion.AppliedOn >= first && completion.AppliedOn <= last
                              select new { Unit = completion.VerifierUnitId!.Value, completion.AppliedOn, completion.DecidedOn }).ToListAsync(stop);
        var calls = await db.ChaseCalls.Where(c => c.CalledOn >= first && c.CalledOn <= last).GroupBy(c => new { c.UnitId, c.CalledOn })
            .Select(g => new { g.Key.UnitId, g.Key.CalledOn, Count = g.Count() }).ToListAsync(stop);
        return steps.Select(s => new Ask(AskKind.NextStep, s.UnitId, s.HeldOn, s.DoneOn, s.Count))
            .Concat(verified.Select(v => new Ask(AskKind.Verification, v.Unit, v.AppliedOn, v.DecidedOn, 1)))
            .Concat(calls.Select(c => new Ask(AskKind.Call, c.UnitId, c.CalledOn, c.CalledOn, c.Count)));
    }

    private async Task<List<Prefill>> PrefillAsync(Plan plan, int month, CancellationToken stop)
    {
        var (low, high) = (Period.OfMonth(Period.AddMonths(month, -1)).Key, Period.OfMonth(month).Key + 10);
        var owing = db.Commitments.AskedFor(db);
        var rows = await (from report in db.Reports
                          join row in db.Commitments on report.CommitmentId equals row.Id
                          where row.PlanId == plan.Id && row.LeadUnitId != null && report.Period >= low && report.Period < high
                          select new
                          {
                              Unit = row.LeadUnitId!.Value,
                              report.Period,
                              report.IsTyped,
                              HasEarlier = db.Reports.Any(e => e.CommitmentId == report.CommitmentId && e.Period < report.Period),
                          } into one
                          group one by new { one.Unit, one.Period, one.IsTyped, one.HasEarlier } into some
                          select new { some.Key.Unit, some.Key.Period, some.Key.IsTyped, some.Key.HasEarlier, Count = some.Count() }).ToListAsync(stop);
        return
        [
            .. rows.Where(r => Period.MonthOf(new Period(r.Period).End.AddDays(1)) == month).GroupBy(r => r.Unit)
                .Select(g => new Prefill(g.Key, g.Sum(r => r.Count), g.Where(r => r.HasEarlier).Sum(r => r.Count), g.Where(r => r.IsTyped).Sum(r => r.Count))),
        ];
    }
}
