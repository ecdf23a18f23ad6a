using System.Globalization;
using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Shared;
using Maoding.Shared.Rules;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Maoding.Storage.Closing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Progress.Closings;

/// <summary>月结: freezes the lights of a month, once.</summary>
public sealed class MonthCloseService(
    MaodingContext db, AuditedSave save, RuleStore rules, CountedRows counted, IEnumerable<ClosingPart> parts)
{
    /// <summary>Action of the entry that keeps the digest of the lights.</summary>
    public const string Action = "月结";

    /// <summary>What stands before the digest in the entry's reason.</summary>
    public const string DigestMark = "校验值";

    /// <summary>Closes a month by hand, which may be done as soon as it is over.</summary>
    /// <returns>False when it was closed already: nothing was changed.</returns>
    /// <exception cref="RefusalException">PER001; CLO001: an earlier month first; CLO002: not over yet; CLO003: nothing to close.</exception>
    public async Task<bool> CloseAsync(Actor actor, int planId, int month, DateOnly today, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.CloseMonth);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == planId, stop) ?? throw Nothing();
        if (await IsClosedAsync(planId, month, stop)) return false;
        var next = await NextAsync(plan, stop) ?? throw Nothing();
        if (month != next)
            throw new RefusalException("CLO001", string.Create(CultureInfo.InvariantCulture, $"月结要按月份顺序，现在该月结{next % 100}月。"), RefusalKind.Conflict);
        if (!Closing.IsOver(month, today))
            throw new RefusalException("CLO002", string.Create(CultureInfo.InvariantCulture, $"{month % 100}月还没有过完，下月1日起才能月结。"), RefusalKind.Conflict);
        return await FreezeAsync(actor, planId, month, today, request, stop);
    }

    /// <summary>Closes every month of every plan whose day of closing has come; safe to call on several nodes and at any time.</summary>
    /// <returns>How many were closed by this call.</returns>
    public async Task<int> CatchUpAsync(DateOnly today, CancellationToken stop = default)
    {
        if (await db.Regions.AsNoTracking().SingleOrDefaultAsync(stop) is not { } region) return 0;
        var (count, calendar) = (0, await DistrictCalendar.ReadAsync(db, stop));
        foreach (var plan in await db.Plans.AsNoTracking().Where(p => p.State == PlanState.Issued).OrderBy(p => p.Year).ToListAsync(stop))
        {
            while (await NextAsync(plan, stop) is { } month && today >= Closing.DayAfter(month, region.CloseDay, calendar))
            {
                if (await FreezeAsync(Actor.System, plan.Id, month, today, null, stop)) count++;
                db.ChangeTracker.Clear();
            }
        }

        return count;
    }

    /// <summary>The month to be closed next; null when there is none.</summary>
    public async Task<int?> NextAsync(Plan plan, CancellationToken stop = default) => Closing.Next(
        plan.Year,
        await db.Issues.Where(i => i.PlanId == plan.Id).MinAsync(i => (DateOnly?)i.IssuedOn, stop),
        await db.MonthCloses.Where(c => c.PlanId == plan.Id).MaxAsync(c => (int?)c.Month, stop));

    /// <summary>The lights that a month would get now; nothing is written.</summary>
    public async Task<List<MonthLight>> ProvisionalAsync(int planId, int month, DateOnly today, LightRules by, CancellationToken stop = default) =>
        await JudgeAsync(await ToldAsync(new ClosingScene(planId, month, today), stop), planId, month, new MonthRules(by, 0), stop);

    public Task<bool> IsClosedAsync(int planId, int month, CancellationToken stop = default) =>
        db.MonthCloses.AnyAsync(c => c.PlanId == planId && c.Month == month, stop);

    private async Task<bool> FreezeAsync(Actor actor, int planId, int month, DateOnly today, HandledRequest? request, CancellationToken stop)
    {
        var edition = await rules.EnsureAsync(actor, LightKind.Only, LightKind.DayOf(month), today, stop);
        var by = new MonthRules(LightKind.RulesOf(edition), edition.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await MonthRows.LockPlanAsync(db, planId, stop);
        // Another node or another window was first.
        if (await IsClosedAsync(planId, month, stop)) return false;
        var told = await ToldAsync(new ClosingScene(planId, month, today), stop);
        var lights = await JudgeAsync(told, planId, month, by, stop);
        var digest = await FrozenLights.WriteAsync(db, planId, month, lights, stop);
        foreach (var word in told) await word.Freeze(by, stop);
        db.MonthCloses.Add(new MonthClose
        {
            PlanId = planId,
            Month = month,
            RuleEditionId = edition.Id,
            ClosedOn = today,
            Rows = lights.Count,
            ClosedById = actor.AccountId,
        });
        var rows = await counted.Of(planId).Select(c => c.Id).ToHashSetAsync(stop);
        await save.SaveWithinAsync(actor, Action, $"{Words(lights.FindAll(l => rows.Contains(l.CommitmentId)))}，{DigestMark}{digest}", request, stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    /// <summary>What each part tells, in their order.</summary>
    private async Task<List<ClosingWord>> ToldAsync(ClosingScene scene, CancellationToken stop)
    {
        var words = new List<ClosingWord>();
        foreach (var part in parts.OrderBy(p => p.Place)) words.Add(await part.ReadAsync(scene, stop));
        return words;
    }

    /// <summary>The lights of the plan's rows; shares that parts tell stand in the place of reports, lights that they tell in that of the rules.</summary>
    private async Task<List<MonthLight>> JudgeAsync(List<ClosingWord> told, int planId, int month, MonthRules by, CancellationToken stop)
    {
        var shares = told.SelectMany(w => w.Shares).ToDictionary();
        var rows = await MonthRows.ReadAsync(db, planId, month, stop);
        if (shares.Count > 0) rows = rows.ConvertAll(r => shares.TryGetValue(r.Id, out var share) ? r.ByProjects(share) : r);
        return PlanMonth.Judge(rows, by.Rules, planId, month, by.EditionId, told.SelectMany(w => w.Lights).ToDictionary());
    }

    /// <summary>绿灯12、黄灯3、红灯1、不评0.</summary>
    private static string Words(List<MonthLight> lights)
    {
        var counts = lights.GroupBy(l => l.Light).ToDictionary(g => g.Key, g => g.Count());
        return string.Join('、', LightMark.Order.Select(light => $"{LightWords.Of(light)}{counts.GetValueOrDefault(light)}"));
    }

    private static RefusalException Nothing() => new("CLO003", "这个年度没有要月结的月份：任务还没有印发，或者全年都已月结。", RefusalKind.Missing);
}
