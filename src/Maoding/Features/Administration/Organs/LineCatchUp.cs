using Maoding.Contracts;
using Maoding.Districts;
using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>
/// A directory from before lines were kept: its units and posts get those that their names suggest, as a change that the log tells
/// and people correct. A migration could neither read names nor say who wrote.
/// </summary>
internal sealed class LineCatchUp(MaodingContext db, AuditedSave save, BusinessClock clock, ILogger<LineCatchUp> log) : NightWork(db, clock, log)
{
    protected override async Task<int> RunAsync(Region region, DateOnly today, CancellationToken stop)
    {
        if (!await Db.Units.AnyAsync(u => u.Line == OrganLine.Unsaid, stop) && !await Db.Posts.AnyAsync(p => p.Line == OrganLine.Unsaid, stop)) return 0;
        var units = await Db.Units.ToListAsync(stop);
        var posts = await Db.Posts.OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(stop);
        var (unsaidUnits, unsaidPosts) = (units.FindAll(u => u.Line == OrganLine.Unsaid), posts.FindAll(p => p.Line == OrganLine.Unsaid));
        foreach (var unit in unsaidUnits) unit.Line = LineProposal.OfUnit(unit.Name, unit.Kind);
        foreach (var post in unsaidPosts)
        {
            post.Line = LineProposal.OfPost(post.Name, units.Find(u => u.Id == post.UnitId)?.Line);
            post.IsChief = !post.IsClosed && Chiefs.Of(posts, post.Line) is null && LineProposal.IsChief(post.Name, post.Kind, post.Line);
        }

        await save.SaveAsync(Actor.System, "补充单位和岗位的条线", "升级后按名称判断，请在机构人员里核对", stop: stop);
        return unsaidUnits.Count + unsaidPosts.Count;
    }
}
