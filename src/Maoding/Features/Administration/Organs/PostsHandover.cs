using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Shared.Addresses;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Features.Administration.Organs;

/// <summary>
/// The posts of a unit go along to another one, with those who hold them and their accounts; one that goes nowhere is closed, and
/// its term ends the day before.
/// </summary>
internal sealed class PostsHandover(MaodingContext db) : HandoverPart
{
    public override int Place => 20;

    public override string Words => "个岗位（含在任人员和账号）";

    public override string Subject => nameof(Post);

    public override bool Holds => false;

    public override Permission Needs => Permission.SeeDirectory;

    public override string Href(Bearer bearer, int id) => DirectoryLinks.Posts;

    public override async Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        if (bearer != Bearer.Unit) return [];
        var wanted = ids.ToList();
        return await db.Posts.Where(p => !p.IsClosed && wanted.Contains(p.UnitId!.Value)).OrderBy(p => p.Order)
            .Select(p => new Borne(p.UnitId!.Value, p.Id, p.Name, null)).ToListAsync(stop);
    }

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        var keys = to.Keys.ToList();
        var units = await db.Units.Where(u => u.Id == handover.FromId || to.Values.Contains(u.Id)).ToDictionaryAsync(u => u.Id, stop);
        foreach (var post in await db.Posts.Where(p => keys.Contains(p.Id)).ToListAsync(stop))
        {
            var (from, next) = (units[handover.FromId], units[to[post.Id]]);
            (post.UnitId, post.Line, post.Name) = (next.Id, next.Line, post.Name.Replace(from.ShortName, next.ShortName, StringComparison.Ordinal));
        }
    }
}
