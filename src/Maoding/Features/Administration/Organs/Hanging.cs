using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Storage;

namespace Maoding.Features.Administration.Organs;

/// <summary>What hangs on units and posts, as features tell it, and its handing over.</summary>
public sealed class Hanging(MaodingContext db, IEnumerable<HandoverPart> parts)
{
    /// <summary>What a handing over has decided about, by the part's place: some of it stays where the receiver has the same already.</summary>
    private readonly HashSet<(int Place, int Thing)> _decided = [];

    /// <summary>What hangs on one unit or post, each with the list that it stands in; nothing that is none.</summary>
    public async Task<IReadOnlyList<HangingThing>> OnAsync(Actor actor, Bearer bearer, int id, CancellationToken stop) =>
        [.. (await ListAsync(actor, bearer, id, stop)).Select(g => new HangingThing($"{g.Things.Count}{g.Words}", g.Href))];

    /// <summary>The same thing by thing; restricted ones are absent for whoever is not among their readers.</summary>
    public async Task<IReadOnlyList<HangingGroup>> ListAsync(Actor actor, Bearer bearer, int id, CancellationToken stop)
    {
        var groups = new List<HangingGroup>();
        foreach (var part in parts.OrderBy(p => p.Place))
        {
            var known = (await part.ReadAsync(bearer, [id], stop)).Where(t => t.Readers?.Includes(actor) != false).ToList();
            var mayRead = Permissions.Allows(actor, part.Needs);
            if (known.Count > 0) groups.Add(new HangingGroup(part.Place, part.Subject, part.Words, part.Holds, mayRead ? part.Href(bearer, id) : null, known));
        }

        return groups;
    }

    /// <summary>Gives everything that hangs on the bearer to whom it is meant for, in the tracked rows; the caller saves.</summary>
    /// <param name="to">By the part and the thing; null: it stays.</param>
    /// <returns>What went where, to be kept with the decision, and how much of what holds stays.</returns>
    internal async Task<(List<HandedThing> Handed, int Held)> StageAsync(Handover handover, Func<HandoverPart, Borne, int?> to, CancellationToken stop)
    {
        var (handed, held) = (new List<HandedThing>(), 0);
        foreach (var part in parts.OrderBy(p => p.Place))
        {
            var things = await part.ReadAsync(handover.Bearer, [handover.FromId], stop);
            _decided.UnionWith(things.Select(t => (part.Place, t.Id)));
            var chosen = new Dictionary<int, int>();
            foreach (var thing in things)
                if (to(part, thing) is { } next && next != handover.FromId) chosen[thing.Id] = next;
            if (part.Holds) held += things.Count - chosen.Count;
            if (chosen.Count == 0) continue;
            await part.HandOverAsync(handover, chosen, stop);
            handed.AddRange(chosen.Select(c => new HandedThing { Subject = part.Subject, SubjectId = c.Key, ToId = c.Value }));
        }

        return (handed, held);
    }

    /// <summary>Posts that have just been closed or made no leader's, and on which something still hangs.</summary>
    /// <param name="posts">Tracked, already changed.</param>
    internal async Task<IReadOnlyList<(Post Post, string Words)>> StillBornAsync(IReadOnlyList<Post> posts, CancellationToken stop)
    {
        var borne = await BorneAsync(Bearer.Post, Ending(posts), stop);
        return
        [
            .. from post in posts
               where borne.ContainsKey(post.Id)
               select (post, $"“{post.Name}”名下还有{borne[post.Id]}，不能停用或改类型。请先在该岗位页面的“移交”里一次交给其他岗位。"),
        ];
    }

    /// <summary>Units that have just been closed, and on which something still hangs.</summary>
    /// <param name="units">Tracked, already changed.</param>
    internal async Task<IReadOnlyList<(Unit Unit, string Words)>> StillBornAsync(IReadOnlyList<Unit> units, CancellationToken stop)
    {
        var borne = await BorneAsync(Bearer.Unit, Ending(units), stop);
        return
        [
            .. from unit in units
               where borne.ContainsKey(unit.Id)
               select (unit, $"“{unit.ShortName}”名下还有{borne[unit.Id]}，不能停用。请在该单位页面的“机构变动”里办理并入、分设或撤销，名下事项一次移交。"),
        ];
    }

    /// <summary>Units that were open when they were read and are closed now, unsaved.</summary>
    internal int[] Ending(IEnumerable<Unit> units) => [.. units.Where(u => u.Id > 0 && u.IsClosed && !Was<bool>(u, nameof(Unit.IsClosed))).Select(u => u.Id)];

    /// <summary>Leaders' posts that were open when they were read and are closed, or no leader's, now.</summary>
    internal int[] Ending(IEnumerable<Post> posts) =>
    [
        .. from post in posts
           where post.Id > 0 && (post.IsClosed || post.Kind != PostKind.Leader)
           where Was<PostKind>(post, nameof(Post.Kind)) == PostKind.Leader && !Was<bool>(post, nameof(Post.IsClosed))
           select post.Id,
    ];

    /// <summary>What of that which holds hangs on any of them and was not decided about, in words; null for nothing.</summary>
    internal async Task<string?> WordsAsync(Bearer bearer, int[] ids, CancellationToken stop) =>
        (await BorneAsync(bearer, ids, stop)).Values.FirstOrDefault();

    private T Was<T>(object entity, string property) => db.Entry(entity).OriginalValues.GetValue<T>(property);

    private async Task<Dictionary<int, string>> BorneAsync(Bearer bearer, int[] ids, CancellationToken stop)
    {
        var found = new List<(int Id, string Words)>();
        if (ids.Length == 0) return [];
        foreach (var part in parts.Where(p => p.Holds).OrderBy(p => p.Place))
        {
            var things = (await part.ReadAsync(bearer, ids, stop)).Where(t => !_decided.Contains((part.Place, t.Id)));
            found.AddRange(things.GroupBy(t => t.BearerId).Select(g => (g.Key, $"{g.Count()}{part.Words}")));
        }

        return found.GroupBy(f => f.Id).ToDictionary(g => g.Key, g => string.Join('、', g.Select(f => f.Words)));
    }
}

/// <param name="Words">3项未办结的任务.</param>
/// <param name="Href">The list that they stand in; null for whoever may not open it.</param>
public sealed record HangingThing(string Words, string? Href);

/// <summary>What of one kind hangs on a unit or post.</summary>
/// <param name="Place">Of the part that tells it.</param>
/// <param name="Words">Behind the number: 项未办结的任务.</param>
/// <param name="Holds">It has to go to somebody before the unit or post is closed.</param>
public sealed record HangingGroup(int Place, string Subject, string Words, bool Holds, string? Href, IReadOnlyList<Borne> Things);
