using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>
/// 领导分工, dated. Refusals: DIR007 not a leader's post, DIR008 a later division stands in the way, DIR022 the directory changed since the form was shown.
/// </summary>
public sealed class DivisionService(MaodingContext db, AuditedSave save, CurrentRequest current)
{
    /// <summary>
    /// What a leader is in charge of and linked with from a day on; units that are not named end the day before. A unit has one
    /// leader in charge: whoever was so before ends too.
    /// </summary>
    /// <param name="directoryVersion">The version that the form was made from: it names every unit of the leader's.</param>
    /// <returns>Units taken over from another leader.</returns>
    /// <exception cref="RefusalException">PER001, DIR005, DIR007, DIR008, DIR022.</exception>
    public async Task<IReadOnlyList<string>> SetAsync(
        Actor actor, int postId, IReadOnlyDictionary<int, DivisionKind> units, DateOnly from,
        int directoryVersion, HandledRequest? once, CancellationToken stop)
    {
        Permissions.Demand(actor, Permission.EditDirectory);
        DirectoryRules.DemandCurrent(current.Directory.Region.DirectoryVersion, directoryVersion);
        DirectoryRules.Demand([DirectoryRules.OfDay(from, current.Today, "From")], "DIR005");
        if (await db.Posts.SingleOrDefaultAsync(p => p.Id == postId, stop) is not { Kind: PostKind.Leader })
            throw new RefusalException("DIR007", "只有牵头领导的岗位有分工。请从分工表里重新进入。");
        var all = await db.Divisions.Include(d => d.Unit).Where(d => d.To == null || d.To >= from).ToListAsync(stop);
        foreach (var mine in all.Where(d => d.PostId == postId && units.GetValueOrDefault(d.UnitId) != d.Kind)) End(mine, from);
        var taken = new List<string>();
        foreach (var (unitId, kind) in units)
        {
            if (all.Exists(d => d.PostId == postId && d.UnitId == unitId && d.Kind == kind && d.Covers(from) && d.To is null)) continue;
            if (all.Find(d => d.UnitId == unitId && d.Kind == kind && d.From > from && (d.PostId == postId || kind == DivisionKind.InCharge)) is { } later)
                throw new RefusalException("DIR008", $"{later.Unit!.ShortName}自{later.From:yyyy-MM-dd}起已另有分工，请把日期改到那天或以后。") { Field = "From" };
            foreach (var other in all.Where(d => kind == DivisionKind.InCharge && d.UnitId == unitId && d.Kind == kind && d.PostId != postId))
            {
                End(other, from);
                taken.Add(other.Unit!.ShortName);
            }

            if (all.Find(d => d.PostId == postId && d.UnitId == unitId && d.Kind == kind && d.Covers(from)) is { } limited) limited.To = null;
            else db.Divisions.Add(new Division { PostId = postId, UnitId = unitId, Kind = kind, From = from });
        }

        await save.SaveAsync(actor, "调整领导分工", request: once, stop: stop);
        return taken;
    }

    /// <summary>A division that had not begun by then never was; the audit keeps both.</summary>
    private void End(Division division, DateOnly from)
    {
        if (division.From >= from) db.Divisions.Remove(division);
        else division.To = from.AddDays(-1);
    }
}
