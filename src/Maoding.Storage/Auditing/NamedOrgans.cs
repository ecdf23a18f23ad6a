using Maoding.Domain;
using Maoding.Domain.Organization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>
/// The units and posts that a save newly names: they were open when the request looked, and must still be when it is written,
/// or what was just made would hang on something that is gone. The decision that closes them names them itself.
/// </summary>
internal sealed class NamedOrgans
{
    private readonly HashSet<int> _units = [];

    private readonly HashSet<int> _posts = [];

    /// <summary>Read before the save, which forgets what changed.</summary>
    public static NamedOrgans In(MaodingContext db)
    {
        var named = new NamedOrgans();
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is not OrganChange))
            foreach (var property in entry.Properties) named.Add(entry, property);
        named._units.ExceptWith(Closing<Unit>(db, u => u.IsClosed).Select(u => u.Id));
        named._posts.ExceptWith(Closing<Post>(db, p => p.IsClosed).Select(p => p.Id));
        return named;
    }

    /// <summary>One statement, which finds nothing as long as nobody touched the directory; after the head of the chain is locked.</summary>
    /// <param name="seen">The directory's version that the request decided by, with its own changes.</param>
    /// <exception cref="RefusalException">SYS007.</exception>
    public async Task DemandOpenAsync(MaodingContext db, int seen, CancellationToken stop)
    {
        if (_units.Count + _posts.Count == 0) return;
        var gone = await db.Regions.Where(r => r.DirectoryVersion > seen)
            .SelectMany(_ => db.Units.Where(u => _units.Contains(u.Id) && u.IsClosed).Select(u => u.ShortName)
                .Concat(db.Posts.Where(p => _posts.Contains(p.Id) && p.IsClosed).Select(p => p.Name)))
            .FirstOrDefaultAsync(stop);
        if (gone is not null) throw new RefusalException("SYS007", $"“{gone}”刚刚停用，没有保存。请刷新页面，改选接收其职责的单位或岗位。", RefusalKind.Conflict);
    }

    /// <summary>Columns that name one are called so, with a key behind them or without.</summary>
    private void Add(EntityEntry entry, PropertyEntry property)
    {
        if (property.CurrentValue is not int id || id <= 0 || !(entry.State == EntityState.Added || property.IsModified)) return;
        if (property.Metadata.Name.EndsWith("UnitId", StringComparison.Ordinal)) _units.Add(id);
        else if (property.Metadata.Name.EndsWith("PostId", StringComparison.Ordinal)) _posts.Add(id);
    }

    private static IEnumerable<T> Closing<T>(MaodingContext db, Func<T, bool> isClosed)
        where T : class => db.ChangeTracker.Entries<T>().Select(e => e.Entity).Where(isClosed);
}
