using Maoding.Contracts;
using Maoding.Domain.Organization;
using Maoding.Storage;

namespace Maoding.Features.Administration.Organs;

/// <summary>What hangs on units and posts, as features tell it.</summary>
public sealed class Hanging(MaodingContext db, IEnumerable<HandoverPart> parts)
{
    /// <summary>What hangs on one unit or post, each with the list that it stands in; nothing that is none.</summary>
    public async Task<IReadOnlyList<HangingThing>> OnAsync(Bearer bearer, int id, CancellationToken stop)
    {
        var things = new List<HangingThing>();
        foreach (var part in parts.OrderBy(p => p.Place))
            if ((await part.CountAsync(bearer, [id], stop)).TryGetValue(id, out var count))
                things.Add(new HangingThing($"{count}{part.Words}", part.Href(bearer, id)));
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
        var counts = new List<(HandoverPart Part, IReadOnlyDictionary<int, int> Counts)>();
        foreach (var part in parts.OrderBy(p => p.Place)) counts.Add((part, await part.CountAsync(Bearer.Post, leaving, stop)));
        return
        [
            .. from post in posts
               let borne = counts.Where(c => c.Counts.ContainsKey(post.Id)).ToList()
               where borne.Count > 0
               let words = string.Join('、', borne.Select(b => $"{b.Counts[post.Id]}{b.Part.Words}"))
               select (post, $"“{post.Name}”还牵头着{words}，不能停用或改类型。请先改由别人牵头：{string.Join('；', borne.Select(b => b.Part.Remedy))}。"),
        ];
    }
}

/// <param name="Words">3项没有办结的任务.</param>
public sealed record HangingThing(string Words, string Href);
