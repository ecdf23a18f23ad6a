using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Editions;
using Maoding.Domain.Lights;
using Maoding.Features.Progress.Closings;
using Maoding.Shared.Editions;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Demo;

/// <summary>
/// Moves a demonstration on to the next day on which a month is closed, so that a visitor sees one close. Every night on the way does its work.
/// </summary>
public sealed class DemoDate(
    MaodingContext db, AuditedSave save, MonthCloseService closing, EditionStore editions, IReadOnlyList<Feature> features, IServiceProvider services)
{
    /// <returns>The month that was closed, yyyymm; null when the plan's year is closed to its end.</returns>
    /// <exception cref="RefusalException">SET002: no demonstration.</exception>
    public async Task<int?> AdvanceAsync(Actor actor, HandledRequest? request, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.SeeToday);
        var region = await db.Regions.AsNoTracking().SingleAsync(stop);
        if (!region.IsDemo) throw new RefusalException("SET002", "正式数据的业务日期就是当天，不能改。", RefusalKind.Forbidden);
        if (await db.Plans.AsNoTracking().OrderByDescending(p => p.Year).FirstOrDefaultAsync(stop) is not { } plan
            || await closing.NextAsync(plan, stop) is not { } month) return null;
        var day = Closing.DayAfter(month, region.CloseDay, await DistrictCalendar.ReadAsync(db, stop));
        for (var next = region.BusinessDate?.AddDays(1); next <= day; next = next.Value.AddDays(1))
        {
            await GoToAsync(actor, next.Value, request, stop);
            request = null;
        }

        await closing.CatchUpAsync(day, stop);
        await editions.KeepMissingAsync(EditionKind.ClosedMonth, stop);
        return month;
    }

    /// <summary>What is overdue on a day goes up on that day, not on the last one.</summary>
    private async Task GoToAsync(Actor actor, DateOnly day, HandledRequest? request, CancellationToken stop)
    {
        (await db.Regions.SingleAsync(stop)).BusinessDate = day;
        await save.SaveAsync(actor, "演示：业务日期前移", request: request, stop: stop);
        foreach (var plan in features.SelectMany(f => f.Works).Where(p => p.IsCaughtUp && p.Work != typeof(MonthCatchUp)))
            await ((TimedWork)services.GetRequiredService(plan.Work)).WorkAsync(stop);
        db.ChangeTracker.Clear();
    }
}
