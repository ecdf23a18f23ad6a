using Maoding.Domain.Editions;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Papers as they left the house.</summary>
internal static class EditionMapping
{
    public static void Map(ModelBuilder builder) => builder.Entity<Edition>(e =>
    {
        e.Ignore(d => d.Files);
        e.HasIndex(d => new { d.Subject, d.SubjectId, d.Ordinal }).IsUnique();
        e.HasIndex(d => d.Day);
        e.Property(d => d.Subject).HasMaxLength(60);
        e.Property(d => d.Number).HasMaxLength(100);
        e.Property(d => d.Name).HasMaxLength(300);
        e.Property(d => d.ApprovedBy).HasMaxLength(200);
        e.Property(d => d.Reason).HasMaxLength(1000);
        e.HasOne<Edition>().WithMany().HasForeignKey(d => d.CorrectsId).OnDelete(DeleteBehavior.Restrict);
    });
}
