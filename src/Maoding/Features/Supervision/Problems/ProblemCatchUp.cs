using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Problems;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Supervision.Problems;

/// <summary>
/// Sends up what its tier did not settle in time: one tier, one entry each. Done twice on a day
/// it does nothing the second time, since the new tier has its days before it.
/// </summary>
public sealed class ProblemCatchUp(MaodingContext db, AuditedSave save, BusinessClock clock, ILogger<ProblemCatchUp> log) : NightWork(db, clock, log)
{
    protected override async Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop)
    {
        var (ladder, calendar) = (Ladder.Of(region), await DistrictCalendar.ReadAsync(Db, stop));
        var running = await Db.Problems.AsNoTracking()
            .Where(p => (p.State == ProblemState.Assigned || p.State == ProblemState.Handling) && p.Tier < Tier.Meeting && p.TierSince < today)
            .OrderBy(p => p.Number).ToListAsync(stop);
        var count = 0;
        foreach (var id in running.Where(p => ladder.IsOver(p, today, calendar)).Select(p => p.Id))
        {
            Db.ChangeTracker.Clear();
            if (await EscalateAsync(id, ladder, today, calendar, stop)) count++;
        }

        Db.ChangeTracker.Clear();
        return count;
    }

    private async Task<bool> EscalateAsync(int id, Ladder ladder, DateOnly today, WorkCalendar calendar, CancellationToken stop)
    {
        // Another node, or somebody at the desk, may have moved it since it was found.
        var problem = await Db.Problems.SingleAsync(p => p.Id == id, stop);
        if (!ladder.IsOver(problem, today, calendar) || Ladder.Above(problem.Tier) is not { } above) return false;
        var why = $"{ProblemWords.Of(problem.Tier)}期限已过";
        problem.State = ProblemMoves.Table.After(problem.State, ProblemMove.Escalate);
        (problem.Tier, problem.TierSince) = (above, today);
        problem.Happened(ProblemMove.Escalate, today, Actor.System, $"提到{ProblemWords.Of(above)}。{why}，系统自动提级。");
        try
        {
            await save.SaveAsync(Actor.System, "问题提级", why, stop: stop);
            return true;
        }
        catch (RefusalException refusal) when (refusal.Code == "SYS001")
        {
            return false;
        }
    }
}
