using System.Linq.Expressions;
using Maoding.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage.Access;

/// <summary>Access as filters of the database: whoever lists, counts, searches or exports begins with these.</summary>
public static class AccessFilter
{
    /// <summary>The rows for which <see cref="Permissions.Allows"/> would say yes one by one.</summary>
    public static IQueryable<T> AllowedTo<T>(this IQueryable<T> rows, MaodingContext db, AccessMap<T> map, Actor actor, Permission permission)
        where T : class =>
        map.Filter(rows, actor, permission, db.Readers);

    /// <summary>Without what speaks of a restricted thing that the actor may not know of.</summary>
    public static IQueryable<T> KnownTo<T>(
        this IQueryable<T> rows, MaodingContext db, Actor actor, Expression<Func<T, string>> subject, Expression<Func<T, int>> id) =>
        rows.Where(ReaderList.Filter(actor, db.Readers, subject, id));

    /// <summary>The readers of a thing; null: it is not restricted.</summary>
    public static async Task<ReaderList?> ReadersOfAsync(this MaodingContext db, string subject, int id, CancellationToken stop) =>
        ReaderList.Of(await db.Readers.AsNoTracking().Where(r => r.Subject == subject && r.SubjectId == id).ToListAsync(stop));

    /// <summary>Makes a list the readers of a thing that is stored and loaded; null opens it to all. The caller saves.</summary>
    public static async Task SetReadersAsync(this MaodingContext db, string subject, int id, ReaderList? readers, CancellationToken stop)
    {
        var present = await db.Readers.Where(r => r.Subject == subject && r.SubjectId == id).ToListAsync(stop);
        var wanted = readers?.For(subject, id).ToList() ?? [];
        db.Readers.RemoveRange(present.Where(p => !wanted.Exists(w => Same(p, w))));
        db.Readers.AddRange(wanted.Where(w => !present.Exists(p => Same(p, w))));
    }

    private static bool Same(Reader one, Reader other) => one.UnitId == other.UnitId && one.PostId == other.PostId;
}
