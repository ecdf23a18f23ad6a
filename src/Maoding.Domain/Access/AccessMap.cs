using System.Linq.Expressions;

namespace Maoding.Domain.Access;

/// <summary>
/// Where an entity's access facts stand, told once: <see cref="Of"/> reads them from a row in hand, <see cref="Filter"/> is the same
/// as a filter of the database, so that lists, counts, searches and exports let through what a check of each row would.
/// </summary>
public sealed class AccessMap<T>
    where T : class
{
    private readonly Lazy<Func<T, AccessFacts>> _facts;

    public AccessMap() => _facts = new(Compiled);

    /// <summary>The units that lead it.</summary>
    public IReadOnlyList<Expression<Func<T, int?>>> Units { get; init; } = [];

    /// <summary>The units that take part, which must be loaded with a row in hand.</summary>
    public Expression<Func<T, IEnumerable<int>>>? Partners { get; init; }

    public IReadOnlyList<Expression<Func<T, int?>>> LeaderPosts { get; init; } = [];

    /// <summary>Null: from the beginning.</summary>
    public Expression<Func<T, bool>>? IsShown { get; init; }

    /// <summary>Null: from the beginning.</summary>
    public Expression<Func<T, bool>>? IsInForce { get; init; }

    /// <summary>The key, of a thing whose readers can be set; null: they cannot.</summary>
    public Expression<Func<T, int>>? Restricted { get; init; }

    public AccessFacts Of(T row) => _facts.Value(row);

    /// <summary>The rows for which <see cref="Permissions.Allows"/> says yes.</summary>
    /// <param name="readers">All that are stored.</param>
    public IQueryable<T> Filter(IQueryable<T> rows, Actor actor, Permission permission, IQueryable<Reader> readers)
    {
        var scope = Permissions.ScopeOf(actor, permission);
        if (scope == Scope.None) return rows.Where(_ => false);
        if (Restricted is { } key) rows = rows.Where(ReaderList.Filter(actor, readers, _ => typeof(T).Name, key));
        if (scope == Scope.All) return rows;
        var row = Expression.Parameter(typeof(T), "row");
        var inForce = Said(IsInForce, row);
        var own = Own(row, actor) is { } owned ? Expression.AndAlso(Said(IsShown, row), owned) : null;
        var allowed = scope switch
        {
            Scope.Issued => inForce,
            Scope.Own => own,
            _ => own is null ? inForce : Expression.OrElse(inForce, own),
        };
        return allowed is null ? rows.Where(_ => false) : rows.Where(Expression.Lambda<Func<T, bool>>(allowed, row));
    }

    /// <summary>The rows that are the actor's own, whether they are shown or not.</summary>
    public IQueryable<T> OwnOf(IQueryable<T> rows, Actor actor)
    {
        var row = Expression.Parameter(typeof(T), "row");
        return Own(row, actor) is { } owned ? rows.Where(Expression.Lambda<Func<T, bool>>(owned, row)) : rows.Where(_ => false);
    }

    private static Expression Said(Expression<Func<T, bool>>? says, ParameterExpression row) => says?.With(row) ?? Expression.Constant(true);

    /// <summary>Null for an actor without a unit and a leader's post: nothing is his own.</summary>
    private Expression? Own(ParameterExpression row, Actor actor)
    {
        var (units, posts) = (actor.Units, actor.LeaderPosts);
        Expression<Func<int?, bool>> isUnit = unit => units.Contains(unit!.Value);
        Expression<Func<int?, bool>> isPost = post => posts.Contains(post!.Value);
        Expression<Func<IEnumerable<int>, bool>> isAmong = partners => partners.Any(unit => units.Contains(unit));
        var found = new List<Expression>();
        if (units.Count > 0) found.AddRange(Units.Select(u => isUnit.With(u.With(row))));
        if (posts.Count > 0) found.AddRange(LeaderPosts.Select(p => isPost.With(p.With(row))));
        if (units.Count > 0 && Partners is { } list) found.Add(isAmong.With(list.With(row)));
        return found.Count == 0 ? null : found.Aggregate(Expression.OrElse);
    }

    private Func<T, AccessFacts> Compiled()
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression<Func<int?[], IEnumerable<int>, IEnumerable<int?>>> joined = (units, partners) => units.Concat(partners.Select(p => (int?)p));
        Expression<Func<IEnumerable<int>>> nobody = () => Array.Empty<int>();
        var units = joined.With(All(Units, row), Partners?.With(row) ?? nobody.Body);
        Expression<Func<bool, bool, IEnumerable<int?>, IEnumerable<int?>, AccessFacts>> facts =
            (shown, force, by, led) => AccessFacts.Of(shown, force, by, led);
        return Expression.Lambda<Func<T, AccessFacts>>(facts.With(Said(IsShown, row), Said(IsInForce, row), units, All(LeaderPosts, row)), row).Compile();
    }

    private static NewArrayExpression All(IEnumerable<Expression<Func<T, int?>>> columns, ParameterExpression row) =>
        Expression.NewArrayInit(typeof(int?), columns.Select(c => c.With(row)));
}
