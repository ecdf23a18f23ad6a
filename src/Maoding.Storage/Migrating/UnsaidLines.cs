using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Storage.Auditing;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Migrating;

/// <summary>A directory from before lines were kept: its units and posts get those that their names suggest, as a change that the log tells and people correct.</summary>
internal static class UnsaidLines
{
    /// <summary>Asks with one statement whether there is anything to do, so that a start does not wait for it.</summary>
    public static async Task ProposeAsync(MaodingContext db, CancellationToken stop)
    {
        const string unsaid = """SELECT (SELECT COUNT(*) FROM "Units" WHERE "Line" = 0) + (SELECT COUNT(*) FROM "Posts" WHERE "Line" = 0) AS "Value" """;
        if (await db.Database.SqlQueryRaw<long>(unsaid).SingleAsync(stop) == 0) return;
        var units = await db.Units.ToListAsync(stop);
        foreach (var unit in units.Where(u => u.Line == OrganLine.Unsaid)) unit.Line = LineProposal.OfUnit(unit.Name, unit.Kind);
        var posts = await db.Posts.OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(stop);
        foreach (var post in posts.Where(p => p.Line == OrganLine.Unsaid))
        {
            post.Line = LineProposal.OfPost(post.Name, units.Find(u => u.Id == post.UnitId)?.Line);
            post.IsChief = !post.IsClosed && Chiefs.Of(posts, post.Line) is null && LineProposal.IsChief(post.Name, post.Kind, post.Line);
        }

        await new AuditedSave(db, TimeProvider.System).SaveAsync(Actor.System, "补充单位和岗位的条线", "升级后按名称判断，请在机构人员里核对", stop: stop);
        db.ChangeTracker.Clear();
    }
}
