using System.Collections.Concurrent;
using Maoding.Domain;
using Maoding.Domain.Organization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Maoding.Storage.Auditing;

/// <summary>
/// The units and posts that a save newly names: they were open when the request looked, and must still be when it is written,
/// or what was just made would hang on something that is gone. The decision that closes them names them itself.
/// </summary>
internal sealed class NamedOrgans
{
    /// <summary>Columns that name a unit or a post are called so, with a key behind them or without.</summary>
    private static readonly ConcurrentDictionary<IEntityType, IReadOnlyList<IProperty>> _columns = new();

    private readonly HashSet<int> _units = [];

    private readonly HashSet<int> _posts = [];

    /// <summary>Read before the save, which forgets what changed; the changes were detected just before.</summary>
    public static NamedOrgans In(MaodingContext db)
    {
        var named = new NamedOrgans();
        if (db.DirectorySeen is null) return named;
        // Asking for the entries would look for changes again each time.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is not OrganChange))
            foreach (var column in _columns.GetOrAdd(entry.Metadata, ColumnsOf)) named.Add(entry, entry.Property(column));
        named._units.ExceptWith(db.ChangeTracker.Entries<Unit>().Where(u => u.Entity.IsClosed).Select(u => u.Entity.Id));
        named._posts.ExceptWith(db.ChangeTracker.Entries<Post>().Where(p => p.Entity.IsClosed).Select(p => p.Entity.Id));
        db.ChangeTracker.AutoDetectChangesEnabled = true;
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

    private void Add(EntityEntry entry, PropertyEntry property)
    {
        if (property.CurrentValue is not int id || id <= 0 || !(entry.State == EntityState.Added || property.IsModified)) return;
        (NamesUnit(property.Metadata) ? _units : _posts).Add(id);
    }

    private static IReadOnlyList<IProperty> ColumnsOf(IEntityType type) =>
        [.. type.GetProperties().Where(p => NamesUnit(p) || p.Name.EndsWith("PostId", StringComparison.Ordinal))];

    private static bool NamesUnit(IProperty property) => property.Name.EndsWith("UnitId", StringComparison.Ordinal);
}
