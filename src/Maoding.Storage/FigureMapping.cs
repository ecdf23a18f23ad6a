using Maoding.Domain.Indicators;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Targets;
using Maoding.Domain.Watching;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Indicators, their figures and what they are to reach.</summary>
internal static class FigureMapping
{
    public static void Map(ModelBuilder builder)
    {
        MapIndicators(builder);
        MapObservations(builder);
        MapTargets(builder);
        MapAroundTargets(builder);
    }

    private static void MapIndicators(ModelBuilder builder)
    {
        builder.Entity<Indicator>(e =>
        {
            e.Ignore(i => i.AliasNames);
            e.HasIndex(i => i.Code).IsUnique();
            e.HasIndex(i => i.Order).IsUnique();
            e.Property(i => i.Code).HasMaxLength(20);
            e.Property(i => i.Name).HasMaxLength(100);
            e.Property(i => i.Unit).HasMaxLength(20);
            e.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Indicator>().WithMany().HasForeignKey(i => i.PartOfId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Release>(e =>
        {
            e.HasIndex(r => new { r.IndicatorId, r.Month }).IsUnique();
            e.HasOne<Indicator>().WithMany().HasForeignKey(r => r.IndicatorId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Area>(e =>
        {
            e.HasIndex(a => new { a.Kind, a.Name }).IsUnique();
            e.HasIndex(a => a.UnitId).IsUnique();
            e.Property(a => a.Name).HasMaxLength(100);
            e.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapObservations(ModelBuilder builder)
    {
        builder.Entity<MonthAnalysis>(e =>
        {
            e.ToTable("MonthAnalyses");
            e.HasIndex(a => a.Month).IsUnique();
            e.Property(a => a.Number).HasMaxLength(100);
            e.Property(a => a.ApprovedBy).HasMaxLength(200);
        });
        builder.Entity<DataSheet>(e =>
        {
            e.HasIndex(s => new { s.UnitId, s.Month }).IsUnique();
            e.HasIndex(s => new { s.Month, s.State });
            e.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Observation>(e =>
        {
            e.HasIndex(o => new { o.IndicatorId, o.AreaId, o.Month, o.Measure, o.Revision }).IsUnique();
            // What pages compute with: one figure each, by indicator and area over the months.
            e.HasIndex(o => new { o.IndicatorId, o.AreaId, o.Measure, o.Month }).IsUnique().HasFilter("\"InForce\"").HasDatabaseName("IX_Observations_InForce");
            e.HasIndex(o => new { o.AreaId, o.Month });
            e.HasIndex(o => o.SheetId);
            e.HasOne<DataSheet>().WithMany(s => s.Observations).HasForeignKey(o => o.SheetId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Indicator>().WithMany().HasForeignKey(o => o.IndicatorId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Area>().WithMany().HasForeignKey(o => o.AreaId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapTargets(ModelBuilder builder)
    {
        builder.Entity<Target>(e =>
        {
            e.HasIndex(t => t.CommitmentId).IsUnique();
            e.HasIndex(t => new { t.PlanId, t.IndicatorId });
            e.HasOne<Plan>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Commitment>().WithMany().HasForeignKey(t => t.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Indicator>().WithMany().HasForeignKey(t => t.IndicatorId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Indicator>().WithMany().HasForeignKey(t => t.PartnerIndicatorId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Area>().WithMany().HasForeignKey(t => t.PartnerAreaId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(t => t.MeaningById).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<TargetRevision>(e =>
        {
            e.HasIndex(r => new { r.TargetId, r.Number }).IsUnique();
            e.HasOne<Target>().WithMany(t => t.Revisions).HasForeignKey(r => r.TargetId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<TargetPart>(e =>
        {
            e.HasIndex(p => new { p.TargetId, p.AreaId }).IsUnique();
            e.HasOne<Target>().WithMany(t => t.Parts).HasForeignKey(p => p.TargetId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Area>().WithMany().HasForeignKey(p => p.AreaId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<TargetWork>(e =>
        {
            e.HasKey(w => new { w.TargetId, w.CommitmentId });
            e.HasOne<Target>().WithMany(t => t.Works).HasForeignKey(w => w.TargetId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Commitment>().WithMany().HasForeignKey(w => w.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapAroundTargets(ModelBuilder builder)
    {
        builder.Entity<Aim>(e =>
        {
            e.HasIndex(a => new { a.IndicatorId, a.Year, a.AreaId, a.Measure }).IsUnique();
            e.HasOne<Indicator>().WithMany().HasForeignKey(a => a.IndicatorId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Area>().WithMany().HasForeignKey(a => a.AreaId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<TargetMonth>(e =>
        {
            e.HasIndex(m => new { m.TargetId, m.Month }).IsUnique();
            e.HasOne<Target>().WithMany().HasForeignKey(m => m.TargetId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
