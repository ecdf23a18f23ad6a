using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Features.Planning.Ledger;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Planning.Documents;

/// <summary>Autosaved edits of rows: saved at once, told once when the sitting ends.</summary>
public sealed class RowEditService(MaodingContext db, AuditedSave save, TimeProvider clock)
{
    /// <summary>Minutes without a key stroke after which a sitting is over.</summary>
    public const int IdleMinutes = 10;

    /// <summary>Saves what was typed, unless the row was changed since: then both texts come back.</summary>
    /// <param name="version">The version the form was made from.</param>
    /// <param name="basis">The values the form was made from.</param>
    /// <exception cref="RefusalException">LED010–LED021 or ASG007–ASG010 for values; REV014: the row has left the office.</exception>
    public async Task<(int Version, RowConflict? Conflict)> SaveAsync(
        Actor actor, Commitment row, int version, Func<RowValues, RowValues> edit, RowValues basis, RowNames names, CancellationToken stop)
    {
        var now = RowValues.Of(row);
        var mine = edit(now);
        if (row.Version != version) return (row.Version, RowConflict.Between(row, mine, basis, names));
        if (row.State is not (CommitmentState.Proposed or CommitmentState.Draft))
            throw new RefusalException("REV014", $"这一项现在是“{CommitmentMoves.NameOf(row.State)}”，不能在这里修改。", RefusalKind.Conflict);
        await RowWriting.WriteAsync(db, [row], _ => mine, stop);
        // A sitting is one row's; when leaves follow, they and the row are told together at once.
        if (db.ChangeTracker.Entries<Commitment>().Any(e => e.Entity != row && e.State != EntityState.Unchanged))
            await save.SaveAsync(actor, "修改任务", stop: stop);
        else await save.SaveDraftAsync(actor, row, stop);
        return (row.Version, null);
    }

    /// <summary>Ends the person's sitting at a row, and writes its entry.</summary>
    public async Task LeaveAsync(Actor actor, int rowId, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        await save.EndSittingsAsync(await db.DraftEdits.Where(d => d.CommitmentId == rowId && d.AccountId == actor.AccountId).ToListAsync(stop), stop);
    }

    /// <summary>Ends the person's sittings at all rows.</summary>
    public async Task LeaveAllAsync(Actor actor, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ReviewFindings);
        await save.EndSittingsAsync(await db.DraftEdits.Where(d => d.AccountId == actor.AccountId).ToListAsync(stop), stop);
    }

    /// <summary>Ends every sitting that nobody has touched for <see cref="IdleMinutes"/>.</summary>
    public async Task EndIdleAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddMinutes(-IdleMinutes);
        await save.EndSittingsAsync(await db.DraftEdits.Where(d => d.LastAt < since).OrderBy(d => d.Id).ToListAsync(stop), stop);
    }
}

/// <summary>Ends idle sittings, at the start and then every minute.</summary>
internal sealed partial class DraftSweeper(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DraftSweeper> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minute = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<RowEditService>().EndIdleAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                // The next minute tries again; what was typed is saved already.
                Failed(log, error);
            }
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 20, Level = LogLevel.Warning, Message = "Sittings of edits could not be ended")]
    private static partial void Failed(ILogger logger, Exception error);
}
