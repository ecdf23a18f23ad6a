using System.Linq.Expressions;
using Maoding.Domain.Audit;

namespace Maoding.Domain.Access;

/// <summary>知悉范围: a unit or a post that may know of a restricted thing. A thing without any is open to whom the table of permissions lets in.</summary>
[Called("知悉范围")]
public sealed class Reader
{
    public int Id { get; set; }

    /// <summary>Name of the restricted thing's type, as audit entries name it: Lead.</summary>
    [Called("对象")] public required string Subject { get; set; }

    [Called("对象内部号")] public int SubjectId { get; set; }

    /// <summary>Whoever holds a post of the unit.</summary>
    [Called("单位")] public int? UnitId { get; set; }

    [Called("岗位")] public int? PostId { get; set; }
}

/// <summary>
/// Everybody who may know of a restricted thing: the list is whole, so those who work on the thing stand in it too. It narrows
/// what the table of permissions gives and never widens it.
/// </summary>
public sealed record ReaderList(IReadOnlyList<int> Units, IReadOnlyList<int> Posts)
{
    /// <summary>Null without any reader: the thing is not restricted.</summary>
    public static ReaderList? Of(IReadOnlyCollection<Reader> readers) => readers.Count == 0
        ? null
        : new ReaderList([.. readers.Select(r => r.UnitId).OfType<int>().Distinct()], [.. readers.Select(r => r.PostId).OfType<int>().Distinct()]);

    public bool Includes(Actor actor) => actor.Posts.Any(p => Posts.Contains(p.PostId) || (p.UnitId is { } unit && Units.Contains(unit)));

    /// <summary>The list with those who work on the thing.</summary>
    public ReaderList With(AccessFacts facts) => new([.. Units.Union(facts.Units)], [.. Posts.Union(facts.LeaderPosts)]);

    /// <summary>The readers of a thing as they are stored, in a fixed order.</summary>
    public IEnumerable<Reader> For(string subject, int id) =>
        Units.Order().Select(unit => new Reader { Subject = subject, SubjectId = id, UnitId = unit })
            .Concat(Posts.Order().Select(post => new Reader { Subject = subject, SubjectId = id, PostId = post }));

    /// <summary>As a filter of the database for anything that names its subject: what an actor may know of, itself or by what speaks of it.</summary>
    /// <param name="readers">All that are stored.</param>
    public static Expression<Func<T, bool>> Filter<T>(Actor actor, IQueryable<Reader> readers, Expression<Func<T, string>> subject, Expression<Func<T, int>> id)
    {
        List<int> units = [.. actor.Posts.Select(p => p.UnitId).OfType<int>().Distinct()];
        List<int> posts = [.. actor.Posts.Select(p => p.PostId).Distinct()];
        Expression<Func<string, int, bool>> knows = (name, key) =>
            !readers.Any(r => r.Subject == name && r.SubjectId == key)
            || readers.Any(r => r.Subject == name && r.SubjectId == key && (units.Contains(r.UnitId!.Value) || posts.Contains(r.PostId!.Value)));
        var row = Expression.Parameter(typeof(T), "row");
        return Expression.Lambda<Func<T, bool>>(knows.With(subject.With(row), id.With(row)), row);
    }
}
