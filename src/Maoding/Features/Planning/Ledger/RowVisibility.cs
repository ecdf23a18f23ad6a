using Maoding.Domain.Access;
using Maoding.Domain.Ledger;

namespace Maoding.Features.Planning.Ledger;

/// <summary>The table of permissions as a filter of the database, for lists.</summary>
public static class RowVisibility
{
    /// <summary>Hides a column from the choice of an index: a range of states must not win over the order of the list.</summary>
    private const int AllBits = 255;

    /// <summary>The rows that <see cref="Permissions.Allows"/> would allow one by one.</summary>
    public static IQueryable<Commitment> VisibleTo(this IQueryable<Commitment> rows, Actor actor, Permission permission = Permission.SeeRow)
    {
        var scope = Permissions.ScopeOf(actor, permission);
        if (scope == Scope.All) return rows;
        if (scope == Scope.None) return rows.Where(_ => false);
        if (scope == Scope.Issued) return rows.InForce();
        var (units, posts) = (actor.Units, actor.LeaderPosts);
        if (units.Count == 0 && posts.Count == 0) return scope == Scope.Own ? rows.Where(_ => false) : rows.InForce();
        return scope == Scope.Own
            ? rows.From(CommitmentState.Consulting).OwnedBy(actor)
            : rows.Where(c => ((int)c.State & AllBits) >= (int)CommitmentState.Issued
                || (((int)c.State & AllBits) >= (int)CommitmentState.Consulting
                    && (units.Contains(c.LeadUnitId!.Value) || posts.Contains(c.LeaderPostId!.Value) || posts.Contains(c.SecondLeaderPostId!.Value)
                        || c.CoUnits.Any(u => units.Contains(u.UnitId)))));
    }

    /// <summary>Rows that the actor leads, helps or is the leader of, whatever their state.</summary>
    public static IQueryable<Commitment> OwnedBy(this IQueryable<Commitment> rows, Actor actor)
    {
        var (units, posts) = (actor.Units, actor.LeaderPosts);
        return rows.Where(c => units.Contains(c.LeadUnitId!.Value) || posts.Contains(c.LeaderPostId!.Value) || posts.Contains(c.SecondLeaderPostId!.Value)
            || c.CoUnits.Any(u => units.Contains(u.UnitId)));
    }

    /// <summary>Issued and after.</summary>
    public static IQueryable<Commitment> InForce(this IQueryable<Commitment> rows) => rows.From(CommitmentState.Issued);

    /// <summary>In this state or later in the life of a row.</summary>
    public static IQueryable<Commitment> From(this IQueryable<Commitment> rows, CommitmentState first) => rows.Where(c => ((int)c.State & AllBits) >= (int)first);

    /// <summary>Before this state in the life of a row.</summary>
    public static IQueryable<Commitment> Before(this IQueryable<Commitment> rows, CommitmentState end) => rows.Where(c => ((int)c.State & AllBits) < (int)end);
}
