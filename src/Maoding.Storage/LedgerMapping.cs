using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Maoding.Storage;

internal static class LedgerMapping
{
    public static void Map(ModelBuilder builder)
    {
        builder.Entity<Plan>(e =>
        {
            e.HasIndex(p => p.Year).IsUnique();
            e.Property(p => p.Name).HasMaxLength(100);
        });
        builder.Entity<Commitment>(MapCommitment);
        builder.Entity<Quote>(e =>
        {
            e.HasIndex(q => new { q.DocumentId, q.Start });
            // A part taken out of its row is deleted by the context, so that the audit sees it; the database itself deletes nothing.
            e.HasOne<Commitment>().WithMany(c => c.Quotes).HasForeignKey(q => q.CommitmentId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(q => q.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<CoUnit>(e =>
        {
            e.HasKey(u => new { u.CommitmentId, u.UnitId });
            e.HasIndex(u => new { u.UnitId, u.CommitmentId });
            e.HasOne<Commitment>().WithMany(c => c.CoUnits).HasForeignKey(u => u.CommitmentId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Quantity>(e =>
        {
            e.Property(q => q.Name).HasMaxLength(100);
            e.Property(q => q.Unit).HasMaxLength(20);
            e.HasOne<Commitment>().WithMany(c => c.Quantities).HasForeignKey(q => q.CommitmentId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<Milestone>(e =>
        {
            e.Property(m => m.Name).HasMaxLength(200);
            e.HasOne<Commitment>().WithMany(c => c.Milestones).HasForeignKey(m => m.CommitmentId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<CommitmentTheme>(e =>
        {
            e.HasKey(t => new { t.CommitmentId, t.ThemeId });
            e.HasIndex(t => new { t.ThemeId, t.CommitmentId });
            e.HasOne<Commitment>().WithMany(c => c.Themes).HasForeignKey(t => t.CommitmentId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Theme>().WithMany().HasForeignKey(t => t.ThemeId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Difference>(MapDifference);
        builder.Entity<DraftEdit>(MapDraftEdit);
    }

    private static void MapDifference(EntityTypeBuilder<Difference> e)
    {
        e.Property(d => d.Reason).HasMaxLength(300);
        e.HasOne<Commitment>().WithMany(c => c.Differences).HasForeignKey(d => d.CommitmentId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        e.HasOne<Commitment>().WithMany().HasForeignKey(d => d.BroughtById).OnDelete(DeleteBehavior.Restrict);
    }

    private static void MapDraftEdit(EntityTypeBuilder<DraftEdit> e)
    {
        e.HasIndex(d => new { d.CommitmentId, d.AccountId }).IsUnique();
        e.HasIndex(d => d.LastAt);
        e.Property(d => d.Actor).HasMaxLength(200);
    }

    private static void MapCommitment(EntityTypeBuilder<Commitment> e)
    {
        e.Property(c => c.Number).HasMaxLength(20);
        e.Property(c => c.Title).HasMaxLength(300);
        e.Property(c => c.DueWords).HasMaxLength(200);
        e.Property(c => c.MonthlyPlan).HasMaxLength(80);
        e.Property(c => c.Functions).HasMaxLength(400);
        e.Property(c => c.MatchGrounds).HasMaxLength(400);
        e.Property(c => c.Office).HasMaxLength(60);
        e.Property(c => c.Handler).HasMaxLength(60);
        e.HasOne<Commitment>().WithMany().HasForeignKey(c => c.CarriedFromId).OnDelete(DeleteBehavior.Restrict);
        e.OwnsOne(c => c.Target, t =>
        {
            t.Property(f => f.Indicator).HasMaxLength(200);
            t.Property(f => f.Kind).HasMaxLength(30);
            t.Property(f => f.Value).HasMaxLength(40);
            t.Property(f => f.Unit).HasMaxLength(20);
            t.Property(f => f.Partner).HasMaxLength(200);
            t.Property(f => f.Dimension).HasMaxLength(20);
        });
        e.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Commitment>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Commitment>().WithMany().HasForeignKey(c => c.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<SourceDocument>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Post>().WithMany().HasForeignKey(c => c.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Post>().WithMany().HasForeignKey(c => c.SecondLeaderPostId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Unit>().WithMany().HasForeignKey(c => c.LeadUnitId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Consultation>().WithMany().HasForeignKey(c => c.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Issue>().WithMany().HasForeignKey(c => c.IssueId).OnDelete(DeleteBehavior.Restrict);
        MapFilters(e);
    }

    private static void MapFilters(EntityTypeBuilder<Commitment> e)
    {
        // One index for each filter of the ledger list, ordered as the list is, so that a page is read without sorting.
        e.HasIndex(c => new { c.PlanId, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.State, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.LeadUnitId, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.LeaderPostId, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.DueMonth, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.DocumentId, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.SectionId, c.Order, c.Id });
        e.HasIndex(c => new { c.PlanId, c.Due, c.Id });
        e.HasIndex(c => new { c.PlanId, c.Light, c.Order, c.Id });
        // For pages that look every few seconds for others' edits.
        e.HasIndex(c => new { c.DocumentId, c.ChangedAt });
        // A number is given once in a plan; proposals have none yet.
        e.HasIndex(c => new { c.PlanId, c.Number }).IsUnique().HasFilter("\"Number\" <> ''");
    }
}
