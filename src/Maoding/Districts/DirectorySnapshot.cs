using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Organization;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Districts;

/// <summary>Units, posts, persons and their terms as they were at one directory version; small, read once, never changed.</summary>
public sealed class DirectorySnapshot
{
    private readonly Dictionary<int, Unit> _units;
    private readonly Dictionary<int, Post> _posts;
    private readonly Dictionary<int, Person> _persons;
    private readonly ILookup<int, Tenure> _byPerson;
    private readonly ILookup<int, Tenure> _byPost;
    private readonly ILookup<int, Division> _byUnit;
    private readonly ILookup<int, Post> _unitPosts;

    private DirectorySnapshot(
        Region region, List<Unit> units, List<Post> posts, List<Person> persons, List<Tenure> tenures,
        List<Division> divisions, List<OrganChange> changes, LedgerFrame ledger, DistrictCalendar calendar)
    {
        Region = region;
        Ledger = ledger;
        Kept = calendar;
        Units = units;
        Posts = posts;
        Divisions = divisions;
        Changes = changes;
        _units = units.ToDictionary(u => u.Id);
        _posts = posts.ToDictionary(p => p.Id);
        _persons = persons.ToDictionary(p => p.Id);
        _byPerson = tenures.ToLookup(t => t.PersonId);
        _byPost = tenures.ToLookup(t => t.PostId);
        _byUnit = divisions.OrderBy(d => d.Kind).ThenBy(d => d.Id).ToLookup(d => d.UnitId);
        _unitPosts = posts.Where(p => p is { UnitId: not null, IsClosed: false }).ToLookup(p => p.UnitId!.Value);
    }

    public Region Region { get; }

    /// <summary>Plans, documents, sections and themes at the same version.</summary>
    public LedgerFrame Ledger { get; }

    /// <summary>Its working days.</summary>
    public WorkCalendar Calendar => Kept.Calendar;

    /// <summary>In official order, closed ones included.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>In official order, closed ones included.</summary>
    public IReadOnlyList<Post> Posts { get; }

    public IReadOnlyList<Division> Divisions { get; }

    /// <summary>What was decided about units and posts, oldest first, without what was handed over.</summary>
    public IReadOnlyList<OrganChange> Changes { get; }

    public IEnumerable<Unit> OpenUnits => Units.Where(u => !u.IsClosed);

    public IEnumerable<Post> Leaders => Posts.Where(p => p.Kind == PostKind.Leader && !p.IsClosed);

    private DistrictCalendar Kept { get; }

    public static Task<DirectorySnapshot> LoadAsync(MaodingContext db, CancellationToken stop) => LoadAsync(db, null, stop);

    /// <param name="before">The snapshot before this one; null for the first.</param>
    public static async Task<DirectorySnapshot> LoadAsync(MaodingContext db, DirectorySnapshot? before, CancellationToken stop) => new(
        await db.Regions.AsNoTracking().SingleAsync(stop),
        await db.Units.AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Id).ToListAsync(stop),
        await db.Posts.AsNoTracking().OrderBy(p => p.Order).ThenBy(p => p.Id).ToListAsync(stop),
        await db.Persons.AsNoTracking().ToListAsync(stop),
        await db.Tenures.AsNoTracking().OrderByDescending(t => t.From).ToListAsync(stop),
        await db.Divisions.AsNoTracking().ToListAsync(stop),
        await db.OrganChanges.AsNoTracking().OrderBy(c => c.Id).ToListAsync(stop),
        await LedgerFrame.LoadAsync(db, stop),
        await DistrictCalendar.LoadAsync(db, before?.Kept, stop));

    public Unit? Unit(int? id) => id is { } key ? _units.GetValueOrDefault(key) : null;

    public Post? Post(int? id) => id is { } key ? _posts.GetValueOrDefault(key) : null;

    public IEnumerable<Person> Persons => _persons.Values;

    public Person? Person(int? id) => id is { } key ? _persons.GetValueOrDefault(key) : null;

    /// <summary>A unit's short name; empty for none.</summary>
    public string UnitName(int? id) => Unit(id)?.ShortName ?? "";

    /// <summary>What a filter offers: units in use, then those that are gone, whose things are still found.</summary>
    public IEnumerable<(int Id, string Text)> UnitChoices =>
        OpenUnits.Select(u => (u.Id, u.ShortName)).Concat(Units.Where(u => u.IsClosed).Select(u => (u.Id, $"{u.ShortName}（已撤销）")));

    /// <summary>The same of leaders' posts.</summary>
    public IEnumerable<(int Id, string Text)> LeaderChoices(DateOnly day) => Leaders.Select(p => (p.Id, LeaderName(p.Id, day)))
        .Concat(Posts.Where(p => p is { Kind: PostKind.Leader, IsClosed: true }).Select(p => (p.Id, $"{p.Name}（已撤销）")));

    /// <summary>Who goes on with the work of a unit: itself while it is in use, else the one that took it over; null where nobody did.</summary>
    public Unit? Present(Unit unit)
    {
        for (var steps = 0; unit.IsClosed && steps < Units.Count; steps++)
        {
            if (Unit(Changes.LastOrDefault(c => c.UnitId == unit.Id && c.Ends)?.SuccessorUnitId) is not { } next) return null;
            unit = next;
        }

        return unit.IsClosed ? null : unit;
    }

    /// <summary>Names that units had before, and those of units that are gone, each with the unit that goes on.</summary>
    public IEnumerable<(string Name, Unit Unit)> FormerNames()
    {
        foreach (var change in Changes.Where(c => c.Kind == OrganChangeKind.Renamed).Reverse())
            foreach (var name in (string[])[change.Name, change.ShortName])
                if (Unit(change.UnitId) is { } renamed && Present(renamed) is { } present) yield return (name, present);
        foreach (var gone in Units.Where(u => u.IsClosed))
            foreach (var name in (string[])[gone.Name, gone.ShortName])
                if (Present(gone) is { } present) yield return (name, present);
    }

    /// <summary>Who holds a post on a day; null when it is vacant.</summary>
    public Person? Holder(int? postId, DateOnly day) =>
        postId is { } key && _byPost[key].FirstOrDefault(t => t.Covers(day)) is { } tenure ? Person(tenure.PersonId) : null;

    /// <summary>王立军（常务副区长）, or the post alone while it is vacant; empty for none.</summary>
    public string LeaderName(int? postId, DateOnly day) => Post(postId) is not { } post
        ? ""
        : Holder(postId, day) is { } person ? $"{person.Name}（{PostWords(post.Name)}）" : $"{post.Name}（空缺）";

    /// <summary>王立军, or the post while it is vacant; empty for none. For tables where there is no room for both.</summary>
    public string LeaderShort(int? postId, DateOnly day) => Holder(postId, day)?.Name ?? LeaderName(postId, day);

    // 副区长（城建） inside brackets of its own would close two at once; the name beside it tells who is meant.
    private static string PostWords(string post) => post.IndexOf('（', StringComparison.Ordinal) is > 0 and var at ? post[..at] : post;

    /// <summary>The posts a person holds on a day, in official order.</summary>
    public IReadOnlyList<HeldPost> HeldBy(int? personId, DateOnly day) => personId is not { } key
        ? []
        : [.. _byPerson[key].Where(t => t.Covers(day)).Select(t => Post(t.PostId)).OfType<Post>().Where(p => !p.IsClosed)
            .OrderBy(p => p.Order).Select(p => new HeldPost(p.Id, p.Kind, p.UnitId, p.Name))];

    /// <summary>The open posts of a unit, in official order.</summary>
    public IEnumerable<Post> PostsOf(int unitId) => _unitPosts[unitId];

    /// <summary>Whom to ask in a unit on a day: who holds its clerk's post, then its head's.</summary>
    public IEnumerable<(Post Post, Person Person)> ContactsOf(int unitId, DateOnly day) => PostsOf(unitId)
        .Where(p => p.Kind is PostKind.UnitClerk or PostKind.UnitHead).OrderByDescending(p => p.Kind)
        .Select(p => (p, Holder(p.Id, day))).Where(p => p.Item2 is not null).Select(p => (p.p, p.Item2!));

    /// <summary>Which leaders' open posts answer for a unit on a day, those in charge before those linked with it.</summary>
    public IEnumerable<Division> DivisionsOf(int unitId, DateOnly day) => _byUnit[unitId].Where(d => d.Covers(day) && Post(d.PostId) is { IsClosed: false });

    /// <summary>The leader in charge of a unit on a day, else the one linked with it; null when nobody is.</summary>
    public Post? LeaderOf(int? unitId, DateOnly day) =>
        unitId is { } key && DivisionsOf(key, day).FirstOrDefault() is { } division ? Post(division.PostId) : null;

    /// <summary>Whom a unit's business goes up to last: the chief of its line; null while the directory knows none.</summary>
    public Post? ChiefOf(int? unitId) => Chiefs.Above([.. Leaders], Unit(unitId)?.Line);

    /// <summary>The units whose business goes up to one of the posts last.</summary>
    public IReadOnlyList<int> UnitsUnderChief(IReadOnlyList<int> posts) =>
        [.. Units.Where(u => ChiefOf(u.Id) is { } chief && posts.Contains(chief.Id)).Select(u => u.Id)];
}

/// <summary>Keeps the newest snapshot of the directory.</summary>
public sealed class DirectoryCache
{
    private volatile Entry? _newest;

    public async ValueTask<DirectorySnapshot> GetAsync(MaodingContext db, int version, CancellationToken stop)
    {
        if (_newest is { } kept && kept.Version == version) return kept.Snapshot;
        var loaded = await DirectorySnapshot.LoadAsync(db, _newest?.Snapshot, stop);
        _newest = new Entry(loaded.Region.DirectoryVersion, loaded);
        return loaded;
    }

    private sealed record Entry(int Version, DirectorySnapshot Snapshot);
}
