using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Shared;
using Maoding.Shared.Rules;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>A row whose light would be another one.</summary>
/// <param name="Reason">Why, by the new rules.</param>
public sealed record PreviewRow(int RowId, string Number, string Title, Light From, Light To, string Reason);

/// <summary>What new rules would have made of a month.</summary>
/// <param name="IsClosed">Judged by the numbers that were frozen; else by what is accepted now.</param>
/// <param name="Rows">The counted rows that were judged.</param>
/// <param name="Moves">Rows by what their light is and would be, only where that differs; the worst first.</param>
/// <param name="Shown">The first of them.</param>
public sealed record PreviewMonth(int Month, bool IsClosed, int Rows, IReadOnlyList<(Light From, Light To, int Count)> Moves, IReadOnlyList<PreviewRow> Shown)
{
    public int Changed => Moves.Sum(m => m.Count);
}

/// <summary>Tries rules on what happened already; nothing is written.</summary>
public sealed class RulePreview(MaodingContext db, CountedRows counted, MonthCloseService closing, RuleStore rules)
{
    /// <summary>Closed months that are looked back at.</summary>
    public const int Months = 3;

    /// <summary>Rows listed of a month; all are counted.</summary>
    public const int Listed = 50;

    /// <summary>The last closed months, newest first; before the first closing the month that waits for it; none before a month is over.</summary>
    public async Task<IReadOnlyList<PreviewMonth>> ReadAsync(Plan plan, LightRules proposed, DateOnly today, CancellationToken stop)
    {
        var closed = await db.MonthCloses.Where(c => c.PlanId == plan.Id).OrderByDescending(c => c.Month).Select(c => c.Month).Take(Months).ToListAsync(stop);
        var months = new List<PreviewMonth>();
        foreach (var month in closed) months.Add(await OfClosedAsync(plan.Id, month, proposed, stop));
        if (months.Count == 0 && await closing.NextAsync(plan, stop) is { } open && Closing.IsOver(open, today))
            months.Add(await OfOpenAsync(plan.Id, open, proposed, today, stop));
        return months;
    }

    private async Task<PreviewMonth> OfClosedAsync(int planId, int month, LightRules proposed, CancellationToken stop)
    {
        var (changes, rows) = (new List<Change>(), 0);
        await foreach (var light in counted.Lights(planId).AsNoTracking().Where(l => l.Month == month).AsAsyncEnumerable().WithCancellation(stop))
        {
            rows++;
            var judged = light.Rule == Judgement.ByTarget ? new Judgement(light.Light, Judgement.ByTarget) : proposed.Judge(LightFacts.Of(light));
            if (judged.Light != light.Light) changes.Add(new Change(
                light.CommitmentId, light.Light, judged.Light, changes.Count < Listed ? proposed.Reason(judged, LightFacts.Of(light)) : ""));
        }

        return await MonthAsync(month, true, rows, changes, stop);
    }

    private async Task<PreviewMonth> OfOpenAsync(int planId, int month, LightRules proposed, DateOnly today, CancellationToken stop)
    {
        var by = LightKind.RulesFor(month, await rules.ListAsync(LightKind.Only, stop));
        var rows = await counted.Of(planId).Select(c => c.Id).ToHashSetAsync(stop);
        var present = (await closing.ProvisionalAsync(planId, month, today, by, stop)).ToDictionary(l => l.CommitmentId, l => l.Light);
        var lights = (await closing.ProvisionalAsync(planId, month, today, proposed, stop)).FindAll(l => rows.Contains(l.CommitmentId));
        var changes = lights.Where(l => l.Light != present[l.CommitmentId]).Select(
            l => new Change(l.CommitmentId, present[l.CommitmentId], l.Light, proposed.Reason(new Judgement(l.Light, l.Rule), LightFacts.Of(l)))).ToList();
        return await MonthAsync(month, false, lights.Count, changes, stop);
    }

    private async Task<PreviewMonth> MonthAsync(int month, bool isClosed, int rows, List<Change> changes, CancellationToken stop)
    {
        var shown = changes.Take(Listed).ToDictionary(c => c.RowId);
        var ids = shown.Keys.ToList();
        var named = await db.Commitments.AsNoTracking().Where(c => ids.Contains(c.Id)).OrderBy(c => c.Order)
            .ThenBy(c => c.Id).Select(c => new { c.Id, c.Number, c.Title }).ToListAsync(stop);
        var moves = changes.GroupBy(c => (c.From, c.To)).OrderByDescending(g => g.Key.To)
            .ThenByDescending(g => g.Key.From).Select(g => (g.Key.From, g.Key.To, g.Count()));
        return new PreviewMonth(month, isClosed, rows, [.. moves],
            [.. named.Select(n => new PreviewRow(n.Id, n.Number, n.Title, shown[n.Id].From, shown[n.Id].To, shown[n.Id].Reason))]);
    }

    private sealed record Change(int RowId, Light From, Light To, string Reason);
}
