using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Maoding.Features.Problems;

/// <summary>Sends up what its rung did not settle in time: one rung, one entry each. Done twice on a day it does nothing the second time, since the new rung has its days before it.</summary>
public sealed partial class ProblemCatchUp(MaodingContext db, AuditedSave save, BusinessClock clock, ILogger<ProblemCatchUp> log)
{
    private static readonly Actor System = new(0, null, "系统自动", false, []);

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await EscalateAsync(stop);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The day of the office goes on; the list shows the problem as overdue.
            Failed(log, error);
        }
    }

    /// <returns>How many went up by this call.</returns>
    public async Task<int> EscalateAsync(CancellationToken stop)
    {
        if (await db.Regions.AsNoTracking().FirstOrDefaultAsync(stop) is not { } region) return 0;
        var (ladder, today) = (Ladder.Of(region), clock.Today(region.BusinessDate));
        var running = await db.Problems.AsNoTracking()
            .Where(p => (p.State == ProblemState.Assigned || p.State == ProblemState.Handling) && p.Rung < Rung.Meeting && p.RungSince < today).OrderBy(p => p.Number).ToListAsync(stop);
        var count = 0;
        foreach (var id in running.Where(p => ladder.IsOver(p, today)).Select(p => p.Id))
        {
            db.ChangeTracker.Clear();
            if (await EscalateAsync(id, ladder, today, stop)) count++;
        }

        db.ChangeTracker.Clear();
        return count;
    }

    private async Task<bool> EscalateAsync(int id, Ladder ladder, DateOnly today, CancellationToken stop)
    {
        // Another node, or somebody at the desk, may have moved it since it was found.
        var problem = await db.Problems.SingleAsync(p => p.Id == id, stop);
        if (!ladder.IsOver(problem, today) || Ladder.Above(problem.Rung) is not { } above) return false;
        var why = $"{ProblemWords.Of(problem.Rung)}期限已过";
        problem.State = ProblemMoves.Table.After(problem.State, ProblemMove.Escalate);
        (problem.Rung, problem.RungSince) = (above, today);
        problem.Happened(ProblemMove.Escalate, today, System, $"提到{ProblemWords.Of(above)}。{why}，系统自动提级。");
        try
        {
            await save.SaveAsync(System, "问题提级", why, stop: stop);
            return true;
        }
        catch (RefusalException refusal) when (refusal.Code == "SYS001")
        {
            return false;
        }
    }

    [LoggerMessage(EventId = 21, Level = LogLevel.Error, Message = "Overdue problems could not be sent up; the next try is tomorrow or at the next start")]
    private static partial void Failed(ILogger logger, Exception error);
}

/// <summary>Once a day, on one of the nodes.</summary>
[DisallowConcurrentExecution]
internal sealed class ProblemLadderJob(ProblemCatchUp problems) : IJob
{
    public const string Name = "problem-ladder";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await problems.RunAsync(cancellationToken);
}
