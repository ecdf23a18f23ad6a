using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Shared.Signing;

/// <summary>Who signs what a unit's clerk wrote: its head, or whom the head let sign in a dated record.</summary>
public sealed class DelegationService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>Days that a record may run at most.</summary>
    public const int LongestDays = 366;

    /// <summary>Units that the actor heads.</summary>
    public static IReadOnlyList<int> HeadedBy(Actor actor) =>
        [.. actor.Posts.Where(p => p is { Kind: PostKind.UnitHead, UnitId: not null }).Select(p => p.UnitId!.Value).Distinct()];

    /// <summary>Units for which the actor signs today: as head, or by a record.</summary>
    public async Task<IReadOnlyList<int>> SignsForAsync(Actor actor, CancellationToken stop)
    {
        var headed = HeadedBy(actor);
        if (actor.PersonId is null || actor.Units.All(headed.Contains)) return headed;
        var given = await db.SignDelegations.AsNoTracking().Where(d => d.PersonId == actor.PersonId).ToListAsync(stop);
        return [.. headed.Concat(given.Where(d => d.Covers(current.Today) && actor.Units.Contains(d.UnitId)).Select(d => d.UnitId)).Distinct()];
    }

    /// <summary>Somebody heads the unit today.</summary>
    public bool HasHead(int unitId) =>
        current.Directory.PostsOf(unitId).Any(p => p.Kind == PostKind.UnitHead && current.Directory.Holder(p.Id, current.Today) is not null);

    /// <summary>The unit's people who could sign: those who hold one of its posts today, heads left out.</summary>
    public IReadOnlyList<Person> Candidates(int unitId)
    {
        var (directory, today) = (current.Directory, current.Today);
        return [.. directory.PostsOf(unitId).Where(p => p.Kind == PostKind.UnitClerk)
            .Select(p => directory.Holder(p.Id, today)).OfType<Person>().DistinctBy(p => p.Id)];
    }

    /// <summary>Records of the units that the actor heads, newest first.</summary>
    public Task<List<SignDelegation>> OfAsync(Actor actor, CancellationToken stop)
    {
        var units = HeadedBy(actor);
        return db.SignDelegations.AsNoTracking().Where(d => units.Contains(d.UnitId)).OrderByDescending(d => d.Id).Take(50).ToListAsync(stop);
    }

    /// <exception cref="RefusalException">PER001; REP019: no such person; REP020: the days.</exception>
    public async Task GiveAsync(
        Actor actor, int unitId, int? personId, DateOnly? from, DateOnly? to, string note, HandledRequest? request = null, CancellationToken stop = default)
    {
        DemandHead(actor, unitId);
        if (Candidates(unitId).All(p => p.Id != personId)) throw new RefusalException("REP019", "请选由谁代签。名单里没有的，请督查室先在机构人员中登记岗位。") { Field = "PersonId" };
        if (from is not { } first || to is not { } last || first < current.Today || last < first || last.DayNumber - first.DayNumber >= LongestDays)
            throw new RefusalException("REP020", "请写起止日期：从今天或以后开始，止日不早于起日，最长一年。") { Field = "From" };
        if (note.Length > 200) throw new RefusalException("REP005", "说明最多 200 个字，请删短。") { Field = "Note" };
        db.SignDelegations.Add(
            new SignDelegation { UnitId = unitId, PersonId = personId!.Value, From = first, To = last, Note = note.Trim(), GivenById = actor.AccountId });
        await save.SaveAsync(actor, "委托签发", note.Trim(), request, stop);
    }

    /// <summary>Ends a record today; what was signed by it stays signed.</summary>
    /// <exception cref="RefusalException">PER001; REP021: no such record, or over already; SYS001.</exception>
    public async Task EndAsync(Actor actor, int id, int version, HandledRequest? request = null, CancellationToken stop = default)
    {
        Permissions.Demand(actor, Permission.SignReport);
        var record = await db.SignDelegations.SingleOrDefaultAsync(d => d.Id == id, stop)
            ?? throw new RefusalException("REP021", "没有这条委托。请刷新页面。", RefusalKind.Missing);
        DemandHead(actor, record.UnitId);
        Versions.Demand(record.Version, version, "这条委托");
        if (record.RevokedOn is not null || record.To < current.Today) throw new RefusalException("REP021", "这条委托已经终止。请刷新页面。", RefusalKind.Conflict);
        record.RevokedOn = current.Today;
        await save.SaveAsync(actor, "终止委托签发", "", request, stop);
    }

    private static void DemandHead(Actor actor, int unitId)
    {
        if (!HeadedBy(actor).Contains(unitId)) throw new RefusalException("PER001", "签发的委托由单位负责人本人办理。", RefusalKind.Forbidden);
    }
}
