using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;
using Maoding.Shared;
using Maoding.Shared.Rules;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

public enum MonthState
{
    /// <summary>已月结.</summary>
    Closed = 1,

    /// <summary>待月结: over, and the next to be closed.</summary>
    Waiting = 2,

    /// <summary>未到: not over, or months before it are open.</summary>
    Later = 3,

    /// <summary>不评: before the first row was issued.</summary>
    Before = 4,
}

/// <summary>A month of a plan as the page of closings lists it.</summary>
/// <param name="CloseOn">Day on which it is closed by itself.</param>
/// <param name="ClosedBy">Name; 系统自动 for nobody; empty while open.</param>
/// <param name="Counts">Counted rows by the light shown; empty while open.</param>
public sealed record MonthLine(
    int Month, MonthState State, DateOnly CloseOn, MonthClose? Close, string ClosedBy, string RulesName, IReadOnlyDictionary<Light, int> Counts);

/// <summary>The month that waits to be closed as it stands now.</summary>
/// <param name="Counts">Rows by the light they would get.</param>
/// <param name="Submitted">Reports of the month that wait for their head.</param>
/// <param name="SignedOff">Reports of the month that wait to be accepted: not in the counts yet.</param>
/// <param name="Missing">Rows without an accepted report of the month.</param>
public sealed record ProvisionalMonth(int Month, IReadOnlyDictionary<Light, int> Counts, int Submitted, int SignedOff, int Missing);

/// <summary>Where a plan stands with its closings.</summary>
/// <param name="Next">Null when all is closed or nothing was issued.</param>
/// <param name="Provisional">Null while the next month is not over.</param>
public sealed record CloseStanding(IReadOnlyList<MonthLine> Months, int? Next, ProvisionalMonth? Provisional);

/// <summary>Reads the closings of a plan.</summary>
public sealed class CloseReader(MaodingContext db, CountedRows counted, MonthCloseService closing, RuleStore rules)
{
    public async Task<CloseStanding> ReadAsync(Plan plan, DirectorySnapshot directory, DateOnly today, CancellationToken stop)
    {
        var closes = await db.MonthCloses.AsNoTracking().Where(c => c.PlanId == plan.Id).ToDictionaryAsync(c => c.Month, stop);
        var editions = await rules.ListAsync(LightKind.Only, stop);
        var names = await db.NamesAsync([.. closes.Values.Select(c => c.ClosedById).Distinct()], stop);
        var counts = await counted.Lights(plan.Id).GroupBy(l => new { l.Month, Light = l.Override ?? l.Light })
            .Select(g => new { g.Key.Month, g.Key.Light, Count = g.Count() }).ToListAsync(stop);
        var next = await closing.NextAsync(plan, stop);
        var lines = Enumerable.Range(1, 12).Select(m => (plan.Year * 100) + m).Select(month =>
        {
            var close = closes.GetValueOrDefault(month);
            return new MonthLine(
                month,
                StateOf(month, close, next, today),
                Closing.DayAfter(month, directory.Region.CloseDay, directory.Calendar),
                close,
                close is null ? "" : close.ClosedById == 0 ? Actor.System.Name : names.GetValueOrDefault(close.ClosedById, "别人"),
                close is null ? "" : editions.Find(e => e.Id == close.RuleEditionId)?.Title() ?? "",
                counts.Where(c => c.Month == month).ToDictionary(c => c.Light, c => c.Count));
        });
        return new CloseStanding([.. lines], next, next is { } open
            && Closing.IsOver(open, today) ? await ProvisionalAsync(plan, open, editions, today, stop) : null);
    }

    private static MonthState StateOf(int month, MonthClose? close, int? next, DateOnly today) => close is not null
        ? MonthState.Closed
        : month < next ? MonthState.Before : month == next && Closing.IsOver(month, today) ? MonthState.Waiting : MonthState.Later;

    private async Task<ProvisionalMonth> ProvisionalAsync(Plan plan, int month, List<RuleEdition> editions, DateOnly today, CancellationToken stop)
    {
        var rows = await counted.Of(plan.Id).Select(c => c.Id).ToHashSetAsync(stop);
        var lights = (await closing.ProvisionalAsync(plan.Id, month, today, LightKind.RulesFor(month, editions), stop))
            .FindAll(l => rows.Contains(l.CommitmentId));
        var waiting = await db.Reports
            .Where(r => r.Period >= month * 10 && r.Period < (month + 1) * 10 && (r.State == ReportState.Submitted || r.State == ReportState.SignedOff))
            .Join(db.Commitments.Where(c => c.PlanId == plan.Id), r => r.CommitmentId, c => c.Id, (r, _) => r.State)
            .GroupBy(state => state).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(stop);
        int Waiting(ReportState state) => waiting.Find(w => w.State == state)?.Count ?? 0;
        return new ProvisionalMonth(
            month, lights.CountBy(l => l.Light).ToDictionary(), Waiting(ReportState.Submitted), Waiting(ReportState.SignedOff), lights.Count(l => l.IsMissing));
    }
}
