using System.Linq.Expressions;
using Maoding.Domain.Access;
using Maoding.Storage;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Contracts;

/// <summary>Things that name their owners in columns: the columns are said once, for the list and for handing over.</summary>
public abstract class OwnedHandover<T>(MaodingContext db) : HandoverPart
    where T : class
{
    public override string Subject => typeof(T).Name;

    protected MaodingContext Db => db;

    /// <summary>The things that are not over.</summary>
    protected abstract IQueryable<T> Open { get; }

    /// <summary>What a thing is called.</summary>
    protected abstract Expression<Func<T, string>> Title { get; }

    /// <summary>The columns that name units.</summary>
    protected virtual IReadOnlyList<Expression<Func<T, int?>>> Units => [];

    /// <summary>The columns that name leaders' posts.</summary>
    protected virtual IReadOnlyList<Expression<Func<T, int?>>> Posts => [];

    public override async Task<IReadOnlyList<Borne>> ReadAsync(Bearer bearer, IReadOnlyCollection<int> ids, CancellationToken stop)
    {
        var found = new List<Borne>();
        foreach (var column in ColumnsOf(bearer)) found.AddRange(await Open.Where(Among(column, ids)).Select(Read(column)).ToListAsync(stop));
        return [.. found.DistinctBy(b => (b.BearerId, b.Id)).OrderBy(b => b.Id)];
    }

    public override async Task HandOverAsync(Handover handover, IReadOnlyDictionary<int, int> to, CancellationToken stop)
    {
        foreach (var column in ColumnsOf(handover.Bearer))
        {
            var things = await Open.Where(Among(column, [handover.FromId])).ToListAsync(stop);
            await LoadOwnersAsync(things, stop);
            foreach (var thing in things)
            {
                var entry = db.Entry(thing);
                if (!to.TryGetValue(entry.Property<int>("Id").CurrentValue, out var next)) continue;
                if (await IsThereAsync(handover.Bearer, thing, next, stop)) db.Remove(thing);
                else entry.Property(NameOf(column)).CurrentValue = next;
            }
        }
    }

    /// <summary>Of things that are parts of others: loads these, so that their change is told there.</summary>
    protected virtual Task LoadOwnersAsync(IReadOnlyList<T> things, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Whether the other one has been asked the same already, so that the thing falls away.</summary>
    protected virtual Task<bool> IsThereAsync(Bearer bearer, T thing, int next, CancellationToken stop) => Task.FromResult(false);

    private IReadOnlyList<Expression<Func<T, int?>>> ColumnsOf(Bearer bearer) => bearer == Bearer.Unit ? Units : Posts;

    private static Expression<Func<T, bool>> Among(Expression<Func<T, int?>> column, IReadOnlyCollection<int> ids)
    {
        var wanted = ids.Select(id => (int?)id).ToList();
        Expression<Func<int?, bool>> among = id => wanted.Contains(id);
        return Expression.Lambda<Func<T, bool>>(among.With(column.Body), column.Parameters);
    }

    private Expression<Func<T, Borne>> Read(Expression<Func<T, int?>> column)
    {
        Expression<Func<T, int?, string, Borne>> read = (thing, bearer, title) => new Borne(bearer!.Value, EF.Property<int>(thing, "Id"), title, null);
        var thing = column.Parameters[0];
        return Expression.Lambda<Func<T, Borne>>(read.With(thing, column.Body, Title.With(thing)), thing);
    }

    private static string NameOf(Expression<Func<T, int?>> column) =>
        ((MemberExpression)(column.Body is UnaryExpression { Operand: var inner } ? inner : column.Body)).Member.Name;
}
