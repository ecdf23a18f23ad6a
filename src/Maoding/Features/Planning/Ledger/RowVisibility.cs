using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Storage;
using Maoding.Storage.Access;

namespace Maoding.Features.Planning.Ledger;

/// <summary>The table of permissions as a filter of the database, for lists.</summary>
public static class RowVisibility
{
    /// <summary>Hides a column from the choice of an index: a range of states must not win over the order of the list.</summary>
    private const int AllBits = 255;

    /// <summary>The rows that <see cref="Permissions.Allows"/> would allow one by one.</summary>
    public static IQueryable<Commitment> VisibleTo(
        this IQueryable<Commitment> rows, MaodingContext db, Actor actor, Permission permission = Permission.SeeRow) =>
        rows.AllowedTo(db, RowFacts.Map, actor, permission);

    /// <summary>Rows that the actor leads, helps or is the leader of, whatever their state.</summary>
    public static IQueryable<Commitment> OwnedBy(this IQueryable<Commitment> rows, Actor actor) => RowFacts.Map.OwnOf(rows, actor);

    /// <summary>Issued and after.</summary>
    public static IQueryable<Commitment> InForce(this IQueryable<Commitment> rows) => rows.From(CommitmentState.Issued);

    /// <summary>In this state or later in the life of a row.</summary>
    public static IQueryable<Commitment> From(this IQueryable<Commitment> rows, CommitmentState first) =>
        rows.Where(c => ((int)c.State & AllBits) >= (int)first);

    /// <summary>Before this state in the life of a row.</summary>
    public static IQueryable<Commitment> Before(this IQueryable<Commitment> rows, CommitmentState end) => rows.Where(c => ((int)c.State & AllBits) < (int)end);
}
