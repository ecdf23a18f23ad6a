using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Domain.Rules;
using Maoding.Domain.Settling;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>What happens to issued rows in the course of the year.</summary>
internal static class YearMapping
{
    public static void Map(ModelBuilder builder)
    {
        MapReports(builder);
        MapLights(builder);
        MapSettling(builder);
    }

    private static void MapReports(ModelBuilder builder)
    {
        builder.Entity<ProgressReport>(e =>
        {
            e.ToTable("Reports");
            e.HasIndex(r => new { r.CommitmentId, r.Period }).IsUnique();
            e.HasIndex(r => new { r.Period, r.State, r.CommitmentId });
            // The few that wait for somebody: submitted, signed and returned ones.
            e.HasIndex(r => new { r.State, r.CommitmentId }).HasFilter("\"State\" IN (2, 3, 5)");
            e.HasOne<Commitment>().WithMany().HasForeignKey(r => r.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<SignDelegation>().WithMany().HasForeignKey(r => r.DelegationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ReportedQuantity>(e =>
        {
            e.Property(q => q.Name).HasMaxLength(100);
            e.Property(q => q.Unit).HasMaxLength(20);
            e.HasOne<ProgressReport>().WithMany(r => r.Quantities).HasForeignKey(q => q.ReportId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<ReportedMilestone>(e =>
        {
            e.Property(m => m.Name).HasMaxLength(200);
            e.HasOne<ProgressReport>().WithMany(r => r.Milestones).HasForeignKey(m => m.ReportId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<CoParagraph>(e =>
        {
            e.HasIndex(p => new { p.ReportId, p.UnitId }).IsUnique();
            e.HasIndex(p => new { p.UnitId, p.WrittenOn });
            e.HasOne<ProgressReport>().WithMany(r => r.Paragraphs).HasForeignKey(p => p.ReportId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        MapAroundReports(builder);
    }

    private static void MapAroundReports(ModelBuilder builder)
    {
        builder.Entity<SignDelegation>(e =>
        {
            e.HasIndex(d => new { d.UnitId, d.From });
            e.HasIndex(d => d.PersonId);
            e.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Instruction>(e =>
        {
            e.HasIndex(i => i.CommitmentId);
            e.HasOne<Commitment>().WithMany().HasForeignKey(i => i.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(i => i.PostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredFile>().WithMany().HasForeignKey(i => i.FileId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ChaseCall>(e =>
        {
            e.HasIndex(c => new { c.Month, c.UnitId });
            e.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapLights(ModelBuilder builder)
    {
        builder.Entity<RuleEdition>(e =>
        {
            e.HasIndex(r => new { r.Kind, r.Number }).IsUnique();
            e.HasIndex(r => new { r.Kind, r.From });
            e.Property(r => r.Kind).HasMaxLength(40);
            e.Property(r => r.Name).HasMaxLength(100);
            e.Property(r => r.ApprovedBy).HasMaxLength(100);
        });
        builder.Entity<MonthClose>(e =>
        {
            e.HasIndex(c => new { c.PlanId, c.Month }).IsUnique();
            e.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<RuleEdition>().WithMany().HasForeignKey(c => c.RuleEditionId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<MonthLight>(e =>
        {
            e.Ignore(l => l.Shown);
            e.HasIndex(l => new { l.CommitmentId, l.Month }).IsUnique();
            e.HasIndex(l => new { l.PlanId, l.Month, l.Light, l.CommitmentId });
            e.HasIndex(l => new { l.PlanId, l.Month, l.LeadUnitId });
            // Arrears that are still to be made up.
            e.HasIndex(l => new { l.PlanId, l.CommitmentId }).HasFilter("\"Light\" > 1 AND \"RecoveredOn\" IS NULL").HasDatabaseName("IX_MonthLights_Arrears");
            e.HasOne<Plan>().WithMany().HasForeignKey(l => l.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Commitment>().WithMany().HasForeignKey(l => l.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<RuleEdition>().WithMany().HasForeignKey(l => l.RuleEditionId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<ProgressReport>().WithMany().HasForeignKey(l => l.ReportId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapSettling(ModelBuilder builder)
    {
        builder.Entity<Completion>(e =>
        {
            e.HasIndex(c => c.CommitmentId);
            e.HasIndex(c => new { c.State, c.CommitmentId }).HasFilter("\"State\" = 1");
            e.HasOne<Commitment>().WithMany().HasForeignKey(c => c.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(c => c.VerifierUnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SettlementProposal>(e =>
        {
            e.ToTable("SettlementProposals");
            e.HasIndex(p => p.CommitmentId).IsUnique();
            e.HasOne<Commitment>().WithMany().HasForeignKey(p => p.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Settlement>(e =>
        {
            e.HasIndex(s => s.CommitmentId).IsUnique();
            e.HasOne<Commitment>().WithMany().HasForeignKey(s => s.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Commitment>().WithMany().HasForeignKey(s => s.CarriedToId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Stocktake>(e =>
        {
            e.HasIndex(s => new { s.PlanId, s.HeldOn });
            e.HasOne<Plan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(s => s.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Theme>().WithMany().HasForeignKey(s => s.ThemeId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<NextStep>(e =>
        {
            e.HasIndex(s => s.StocktakeId);
            e.HasIndex(s => s.CommitmentId);
            e.HasIndex(s => new { s.UnitId, s.DoneOn });
            e.HasOne<Stocktake>().WithMany().HasForeignKey(s => s.StocktakeId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Commitment>().WithMany().HasForeignKey(s => s.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
