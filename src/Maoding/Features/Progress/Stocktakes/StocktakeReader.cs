using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Progress;
using Maoding.Domain.Settling;
using Maoding.Features.Progress.Overviews;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Stocktakes;

/// <summary>Whose half-hour it is: a leader's or a theme's, one of the two.</summary>
public sealed record Subject(int? LeaderPostId, int? ThemeId);

/// <summary>A row to speak of, with why it goes badly.</summary>
/// <param name="Light">Of the last closed month, with its numbers.</param>
/// <param name="Reason">Why the light is what it is, in words.</param>
public sealed record BadRow(int Id, string Number, string Title, int? LeadUnitId, DueKind DueKind,
    DateOnly? Due, Rhythm Rhythm, int RedMonths, MonthLight Light, string Reason, LastWords? Last);

/// <summary>A decision with the row it serves.</summary>
public sealed class StepLine
{
    public required NextStep Step { get; init; }

    public required int PlanId { get; init; }

    public required DateOnly HeldOn { get; init; }

    /// <summary>Of the row; empty for a decision on the whole.</summary>
    public required string Number { get; init; }

    public required string Title { get; init; }
}

/// <summary>One page for one half-hour.</summary>
/// <param name="Month">yyyymm of the lights; null while no month was closed.</param>
/// <param name="Earlier">Decisions of the last time, and older ones that are not done.</param>
/// <param name="Now">What was decided today.</param>
/// <param name="Others">Rows that are yellow or red beside those shown.</param>
public sealed record Sheet(int? Month, IReadOnlyList<BadRow> Rows, int Others, IReadOnlyList<StepLine> Earlier, IReadOnlyList<StepLine> Now);

/// <summary>A stocktake that was held.</summary>
public sealed record HeldLine(Stocktake Stocktake, int Steps, int Open);

/// <summary>Reads what a stocktake needs.</summary>
public sealed class StocktakeReader(MaodingContext db, PartReader parts)
{
    /// <summary>Earlier decisions shown at once, and stocktakes in the list.</summary>
    public const int ShownAtMost = 50;

    /// <exception cref="Domain.RefusalException">PER001.</exception>
    public async Task<Sheet> SheetAsync(Actor actor, int planId, Subject subject, DateOnly today, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.HoldStocktake);
        var month = await db.MonthCloses.Where(c => c.PlanId == planId).MaxAsync(c => (int?)c.Month, stop);
        var leaves = subject.LeaderPostId is { } post ? parts.OfLeader(planId, post) : parts.OfTheme(planId, subject.ThemeId!.Value);
        var standing = await StandingAsync(leaves.Where(c => c.State < CommitmentState.Done), planId, month, stop);
        var worst = Worst.Order(standing).ToList();
        var held = db.Stocktakes.Where(s => s.PlanId == planId && s.LeaderPostId == subject.LeaderPostId && s.ThemeId == subject.ThemeId);
        var last = await held.Where(s => s.HeldOn < today).MaxAsync(s => (DateOnly?)s.HeldOn, stop);
        var steps = await Lines(held.Where(s => s.HeldOn >= last || db.NextSteps.Any(n => n.StocktakeId == s.Id && n.DoneOn == null)))
            .Where(l => l.Step.DoneOn == null || l.HeldOn >= last || l.HeldOn == today)
            .OrderBy(l => l.HeldOn).ThenBy(l => l.Step.Id).Take(ShownAtMost).ToListAsync(stop);
        return new Sheet(
            month,
            await RowsAsync([.. worst.Take(Worst.Spoken)], month, stop),
            Math.Max(0, worst.Count - Worst.Spoken),
            steps.FindAll(s => s.HeldOn < today),
            steps.FindAll(s => s.HeldOn == today));
    }

    /// <summary>Decisions that the actor's units are to carry out: open ones by their day, then those done last.</summary>
    public async Task<IReadOnlyList<StepLine>> OfUnitsAsync(Actor actor, int planId, CancellationToken stop)
    {
        var units = actor.Units;
        return await Lines(db.Stocktakes.Where(s => s.PlanId == planId)).Where(l => units.Contains(l.Step.UnitId))
            .OrderBy(l => l.Step.DoneOn != null).ThenByDescending(l => l.Step.DoneOn)
            .ThenBy(l => l.Step.Due).ThenBy(l => l.Step.Id).Take(ShownAtMost).ToListAsync(stop);
    }

    /// <summary>How many decisions wait for the actor's units, and the earliest day; null for none.</summary>
    public async Task<(int Count, DateOnly Due)?> OpenAsync(Actor actor, int planId, CancellationToken stop)
    {
        var units = actor.Units;
        var open = await (from step in db.NextSteps
                          join stocktake in db.Stocktakes on step.StocktakeId equals stocktake.Id
                          where stocktake.PlanId == planId && step.DoneOn == null && units.Contains(step.UnitId)
                          group step by 1 into all
                          select new { Count = all.Count(), Due = all.Min(s => s.Due) }).FirstOrDefaultAsync(stop);
        return open is null ? null : (open.Count, open.Due);
    }

    public async Task<StepLine?> StepAsync(int id, CancellationToken stop) => await Lines(db.Stocktakes).FirstOrDefaultAsync(l => l.Step.Id == id, stop);

    /// <summary>The stocktakes held last, newest first.</summary>
    public async Task<IReadOnlyList<HeldLine>> HeldAsync(int planId, CancellationToken stop) =>
        await db.Stocktakes.AsNoTracking().Where(s => s.PlanId == planId).OrderByDescending(s => s.HeldOn).ThenByDescending(s => s.Id).Take(ShownAtMost)
            .Select(s => new HeldLine(s, db.NextSteps.Count(n => n.StocktakeId == s.Id), db.NextSteps.Count(n => n.StocktakeId == s.Id && n.DoneOn == null)))
            .ToListAsync(stop);

    private IQueryable<StepLine> Lines(IQueryable<Stocktake> stocktakes) =>
        from stocktake in stocktakes
        join step in db.NextSteps.AsNoTracking() on stocktake.Id equals step.StocktakeId
        join row in db.Commitments on step.CommitmentId equals (int?)row.Id into rows
        from row in rows.DefaultIfEmpty()
        select new StepLine
        {
            Step = step,
            PlanId = stocktake.PlanId,
            HeldOn = stocktake.HeldOn,
            Number = row == null ? "" : row.Number,
            Title = row == null ? "" : row.Title,
        };

    private async Task<IReadOnlyList<Standing>> StandingAsync(IQueryable<Commitment> leaves, int planId, int? month, CancellationToken stop)
    {
        var bad = await (from row in leaves
                         join light in db.MonthLights on row.Id equals light.CommitmentId
                         where light.PlanId == planId && light.Month == month && (light.Override ?? light.Light) >= Light.Yellow
                         select new
                         {
                             row.Id,
                             row.Due,
                             row.Order,
                             Shown = light.Override ?? light.Light,
                             Behind = (light.Planned ?? 0) - (light.Done ?? 0),
                             History = db.MonthLights.Where(l => l.CommitmentId == row.Id && l.Month <= month)
                                 .OrderByDescending(l => l.Month).Select(l => l.Override ?? l.Light).ToList(),
                         }).ToListAsync(stop);
        return [.. bad.Select(b => new Standing(b.Id, b.Shown, Worst.RedMonths(b.History), b.Behind, b.Due, b.Order))];
    }

    private async Task<IReadOnlyList<BadRow>> RowsAsync(IReadOnlyList<Standing> worst, int? month, CancellationToken stop)
    {
        List<int> ids = [.. worst.Select(w => w.RowId)];
        var found = await (from row in db.Commitments.AsNoTracking()
                           join light in db.MonthLights on row.Id equals light.CommitmentId
                           where ids.Contains(row.Id) && light.Month == month
                           select new
                           {
                               Row = row,
                               Light = light,
                               Rules = db.RuleEditions.Where(e => e.Id == light.RuleEditionId).Select(e => e.Values).First(),
                               Last = db.Reports.Where(r => r.CommitmentId == row.Id && r.State == ReportState.Accepted).OrderByDescending(r => r.Period)
                                   .Select(r => new LastWords(r.Period, r.Done, r.Problems, r.NextStep)).FirstOrDefault(),
                           }).ToDictionaryAsync(f => f.Row.Id, stop);
        return [.. worst.Select(w => (w.RedMonths, Found: found[w.RowId])).Select(w => new BadRow(
            w.Found.Row.Id, w.Found.Row.Number, w.Found.Row.Title, w.Found.Row.LeadUnitId,
            w.Found.Row.DueKind, w.Found.Row.Due, w.Found.Row.Rhythm, w.RedMonths,
            w.Found.Light, LightKind.RulesOf(w.Found.Rules).Reason(w.Found.Light), w.Found.Last))];
    }
}
