using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

internal static class OrganizationMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Region>(e =>
        {
            e.Property(r => r.Id).ValueGeneratedNever();
            e.Property(r => r.Name).HasMaxLength(50);
            e.Property(r => r.CityName).HasMaxLength(50);
            e.Property(r => r.PasswordPolicy).HasMaxLength(20);
        });
        builder.Entity<Unit>(e =>
        {
            e.HasIndex(u => u.Name).IsUnique();
            e.HasIndex(u => u.Order);
            e.Property(u => u.Name).HasMaxLength(100);
            e.Property(u => u.ShortName).HasMaxLength(50);
            e.Property(u => u.Functions).HasMaxLength(400);
            e.Property(u => u.Phone).HasMaxLength(40);
            e.Ignore(u => u.FunctionNames);
        });
        builder.Entity<Post>(e =>
        {
            e.HasIndex(p => p.Order);
            e.Property(p => p.Name).HasMaxLength(100);
            e.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Reader>(e =>
        {
            e.HasIndex(r => new { r.Subject, r.SubjectId, r.UnitId, r.PostId }).IsUnique();
            e.IsPartOfAny();
            e.Property(r => r.Subject).HasMaxLength(60);
            e.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(r => r.PostId).OnDelete(DeleteBehavior.Restrict);
        });
        MapPersons(builder);
        MapChanges(builder);
    }

    private static void MapChanges(ModelBuilder builder)
    {
        builder.Entity<OrganChange>(e =>
        {
            e.Ignore(c => c.Ends);
            e.HasIndex(c => c.UnitId);
            e.HasIndex(c => c.PostId);
            e.Property(c => c.Name).HasMaxLength(100);
            e.Property(c => c.ShortName).HasMaxLength(50);
            e.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(c => c.SuccessorUnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(c => c.SuccessorPostId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PlannedChange>(e =>
        {
            e.HasIndex(c => new { c.State, c.On });
            e.Property(c => c.Name).HasMaxLength(100);
            e.Property(c => c.ShortName).HasMaxLength(50);
            e.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(c => c.PostId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<HandedThing>(e =>
        {
            e.HasIndex(t => new { t.Subject, t.SubjectId });
            e.Property(t => t.Subject).HasMaxLength(60);
            e.HasOne<OrganChange>().WithMany(c => c.Things).HasForeignKey(t => t.ChangeId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
    }

    private static void MapPersons(ModelBuilder builder)
    {
        builder.Entity<Person>(e =>
        {
            e.HasIndex(p => p.Name);
            e.Property(p => p.Name).HasMaxLength(50);
            e.Property(p => p.Phone).HasMaxLength(40);
        });
        builder.Entity<Tenure>(e =>
        {
            e.HasIndex(t => new { t.PostId, t.From }).IsUnique();
            e.HasOne(t => t.Post).WithMany().HasForeignKey(t => t.PostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(t => t.Person).WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Division>(e =>
        {
            e.HasIndex(d => new { d.PostId, d.UnitId, d.Kind, d.From }).IsUnique();
            e.HasOne(d => d.Post).WithMany().HasForeignKey(d => d.PostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(d => d.Unit).WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Account>(e =>
        {
            e.ToTable("Accounts");
            e.HasIndex(a => a.PersonId).IsUnique();
            e.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
