using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Storage;

namespace Maoding.Features.Administration.Organs;

/// <summary>What hangs on units and posts, as features tell it.</summary>
public sealed class Hanging(MaodingContext db, IEnumerable<HandoverPart> parts)
{
    /// <summary>What hangs on one unit or post, each with the list that it stands in; nothing that is none.</summary>
    public async Task<IReadOnlyList<HangingThing>> OnAsync(Actor actor, Bearer bearer, int id, CancellationToken stop)
    {
        var things = new List<HangingThing>();
        foreach (var part in parts.OrderBy(p => p.Place))
            if ((await part.CountAsync(bearer, [id], stop)).TryGetValue(id, out var count))
                things.Add(new HangingThing($"{count}{part.Words}", Permissions.Allows(actor, part.Needs) ? part.Href(bearer, id) : null));
        return things;
    }

    /// <summary>Posts that have just been closed or made no leader's, and on which something still hangs.</summary>
    /// <param name="posts">Tracked, already changed.</param>
    internal async Task<IReadOnlyList<(Post Post, string Words)>> StillBornAsync(IReadOnlyList<Post> posts, CancellationToken stop)
    {
        int[] leaving =
        [
            .. from post in posts
               where post.Id > 0 && (post.IsClosed || post.Kind != PostKind.Leader)
               let was = db.Entry(post)
               where was.OriginalValues.GetValue<PostKind>(nameof(Post.Kind)) == PostKind.Leader && !was.OriginalValues.GetValue<bool>(nameof(Post.IsClosed))
               select post.Id,
        ];
        if (leaving.Length == 0) return [];
        var borne = await BorneAsync(Bearer.Post, leaving, stop);
        return
        [
            .. from post in posts
               where borne.ContainsKey(post.Id)
               select (post, $"“{post.Name}”还牵头着{borne[post.Id].Words}，不能停用或改类型。请先改由别人牵头：{borne[post.Id].Remedies}。"),
        ];
    }

    /// <summary>Units that have just been closed, and on which something still hangs.</summary>
    /// <param name="units">Tracked, already changed.</param>
    internal async Task<IReadOnlyList<(Unit Unit, string Words)>> StillBornAsync(IReadOnlyList<Unit> units, CancellationToken stop)
    {
        int[] leaving = [.. units.Where(u => u.Id > 0 && u.IsClosed && !db.Entry(u).OriginalValues.GetValue<bool>(nameof(Unit.IsClosed))).Select(u => u.Id)];
        if (leaving.Length == 0) return [];
        var borne = await BorneAsync(Bearer.Unit, leaving, stop);
        return
        [
            .. from unit in units
               where borne.ContainsKey(unit.Id)
               select (unit, $"“{unit.ShortName}”还牵头着{borne[unit.Id].Words}，不能停用。请先改由别的单位牵头：{borne[unit.Id].Remedies}。"),
        ];
    }

    private async Task<Dictionary<int, (string Words, string Remedies)>> BorneAsync(Bearer bearer, int[] ids, CancellationToken stop)
    {
        var found = new List<(int Id, string Words, string Remedy)>();
        foreach (var part in parts.OrderBy(p => p.Place))
            found.AddRange((await part.CountAsync(bearer, ids, stop)).Select(c => (c.Key, $"{c.Value}{part.Words}", part.Remedy)));
        return found.GroupBy(f => f.Id)
            .ToDictionary(g => g.Key, g => (string.Join('、', g.Select(f => f.Words)), string.Join('；', g.Select(f => f.Remedy))));
    }
}

/// <param name="Words">3项没有办结的任务.</param>
/// <param name="Href">The list that they stand in; null for whoever may not open it.</param>
public sealed record HangingThing(string Words, string? Href);
