using Maoding.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>Text that both databases can keep: SQLite minds neither length nor the character 0, PostgreSQL fails on either.</summary>
internal static class StorableText
{
    /// <summary>Takes out the character 0 and refuses what is longer than its column.</summary>
    /// <exception cref="RefusalException">STO012: too long, with the field.</exception>
    public static void Demand(MaodingContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
            foreach (var property in entry.Properties) Demand(property);
    }

    private static void Demand(PropertyEntry property)
    {
        if (property.CurrentValue is not string text) return;
        if (text.Contains('\0', StringComparison.Ordinal)) property.CurrentValue = text = text.Replace("\0", "", StringComparison.Ordinal);
        // Characters as PostgreSQL counts them: a rare one of two UTF-16 units is one.
        if (property.Metadata.GetMaxLength() is { } most && text.Length > most && text.EnumerateRunes().Count() is var length && length > most)
            throw new RefusalException("STO012", $"有一处内容太长：最多 {most} 字，现有 {length} 字（“{text[..Shown]}……”）。没有保存，请缩短后再提交。") { Field = property.Metadata.Name };
    }

    /// <summary>Enough of the text to find it in the form; every column with a bound is longer.</summary>
    private const int Shown = 12;
}
