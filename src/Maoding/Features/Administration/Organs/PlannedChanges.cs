using System.Text.Json;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>Who takes over what, as it is kept until the day.</summary>
internal sealed record Arrangement(
    IReadOnlyList<int> Successors, IReadOnlyDictionary<string, int> Groups, IReadOnlyDictionary<string, int> Things, bool Leaves)
{
    public static string Text(OrganChangeForm form) => JsonSerializer.Serialize(new Arrangement(form.Successors, form.Groups, form.Things, form.Leaves));

    public static OrganChangeForm FormOf(PlannedChange planned)
    {
        var kept = JsonSerializer.Deserialize<Arrangement>(planned.Arrangement)!;
        return new OrganChangeForm(planned.Kind, 0, planned.On, planned.Decision, planned.Reason, kept.Successors, kept.Groups, kept.Things, kept.Leaves);
    }
}

/// <summary>
/// 待生效变动: decided today, carried out on a day to come with what hangs on the unit or post by then. Refusals: DIR035 another one waits
/// already; DIR036 it is carried out or withdrawn.
/// </summary>
public sealed class PlannedChanges(MaodingContext db, AuditedSave save)
{
    /// <summary>Those that are over, shown beneath those that wait.</summary>
    private const int Past = 20;

    /// <exception cref="RefusalException">DIR035.</exception>
    internal async Task AddAsync(Actor actor, PlannedChange planned, CancellationToken stop)
    {
        if (await db.PlannedChanges.AnyAsync(
            p => p.State == PlannedState.Pending && (planned.UnitId == null ? p.PostId == planned.PostId : p.UnitId == planned.UnitId), stop))
            throw new RefusalException("DIR035", "已有一项待生效的变动。请先在“待生效变动”里撤回它，再登记新的。", RefusalKind.Conflict) { Field = "On" };
        planned.DecidedById = actor.AccountId;
        db.PlannedChanges.Add(planned);
    }

    /// <summary>Those that wait, the next one first; then the last of those that are over.</summary>
    public async Task<IReadOnlyList<PlannedChange>> ListAsync(Actor actor, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ChangeOrgans);
        var waiting = await PendingAsync(stop);
        var over = await db.PlannedChanges.AsNoTracking().Where(p => p.State != PlannedState.Pending)
            .OrderByDescending(p => p.On).ThenByDescending(p => p.Id).Take(Past).ToListAsync(stop);
        return [.. waiting, .. over];
    }

    public async Task<IReadOnlyList<PlannedChange>> PendingAsync(CancellationToken stop) => await db.PlannedChanges.AsNoTracking()
        .Where(p => p.State == PlannedState.Pending).OrderBy(p => p.On).ThenBy(p => p.Id).ToListAsync(stop);

    /// <summary>What waits for one unit or post.</summary>
    public Task<PlannedChange?> OfAsync(int? unit, int? post, CancellationToken stop) => db.PlannedChanges.AsNoTracking()
        .FirstOrDefaultAsync(p => p.State == PlannedState.Pending && p.UnitId == unit && p.PostId == post, stop);

    /// <exception cref="RefusalException">PER001, DIR036, SYS001, SYS003.</exception>
    public async Task WithdrawAsync(Actor actor, int id, int version, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.ChangeOrgans);
        var planned = await db.PlannedChanges.SingleOrDefaultAsync(p => p.Id == id, stop);
        if (planned is not { State: PlannedState.Pending })
            throw new RefusalException("DIR036", "没有这项待生效的变动，或者它已经生效、已经撤回。请刷新页面查看。", RefusalKind.Conflict);
        Versions.Demand(planned.Version, version);
        planned.State = PlannedState.Withdrawn;
        await save.SaveAsync(actor, "撤回待生效变动", request: once, stop: stop);
    }

    /// <summary>Keeps why one could not be carried out; it goes on waiting.</summary>
    internal async Task TroubledAsync(int id, string trouble, CancellationToken stop)
    {
        var planned = await db.PlannedChanges.SingleAsync(p => p.Id == id, stop);
        if (planned.State != PlannedState.Pending || planned.Trouble == trouble) return;
        planned.Trouble = trouble;
        await save.SaveAsync(Actor.System, "机构变动未能生效", trouble, stop: stop);
    }
}
