using Maoding.Domain;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>Which rows are audited by themselves and which as a part of another, as the mappings say.</summary>
internal static class AuditParts
{
    /// <summary>The audited row that an entry belongs to; null for technical rows.</summary>
    public static EntityEntry? OwnerOf(MaodingContext db, EntityEntry entry)
    {
        if (entry.Entity is IAudited) return entry;
        if (entry.Metadata.IsPartOfAny()) return Named(db, entry);
        return entry.Metadata.Owner() is { } owner ? Loaded(db, entry, owner) : null;
    }

    /// <summary>What names its owner belongs to whatever it names, of any type.</summary>
    private static EntityEntry<IAudited> Named(MaodingContext db, EntityEntry entry)
    {
        var (subject, id) = ((string)entry.Property("Subject").CurrentValue!, (int)entry.Property("SubjectId").CurrentValue!);
        return db.ChangeTracker.Entries<IAudited>().FirstOrDefault(e => e.Metadata.ShortName() == subject && (int)e.Property("Id").CurrentValue! == id)
            ?? throw NotLoaded(subject, id);
    }

    /// <summary>The key is read from the entry: a new row's is temporary and not yet in the object.</summary>
    private static EntityEntry Loaded(MaodingContext db, EntityEntry entry, PartOwner owner)
    {
        var id = (int)entry.Property(owner.Key).CurrentValue!;
        return owner.Find(db, id) ?? throw NotLoaded(owner.Type.Name, id);
    }

    private static InvalidOperationException NotLoaded(string owner, int id) =>
        new($"A part of {owner} {id} was changed without loading the row itself, so its version cannot be counted.");
}
