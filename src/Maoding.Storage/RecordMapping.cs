using Maoding.Domain.Audit;
using Maoding.Domain.Consulting;
using Maoding.Domain.Documents;
using Maoding.Domain.Drafts;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Storage.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Documents, consultation, issuing and audit.</summary>
internal static class RecordMapping
{
    public static void Map(ModelBuilder builder)
    {
        MapDocuments(builder);
        MapConsultation(builder);
        MapIssuing(builder);
        builder.Entity<AuditEntry>(e =>
        {
            e.HasKey(a => a.Sequence);
            e.Property(a => a.Sequence).ValueGeneratedNever();
            e.HasIndex(a => a.PreviousHash).IsUnique();
            e.HasIndex(a => new { a.Subject, a.SubjectId, a.Sequence });
            e.HasIndex(a => new { a.AccountId, a.Sequence });
            e.HasIndex(a => a.At);
            e.Property(a => a.PreviousHash).HasMaxLength(64);
            e.Property(a => a.Hash).HasMaxLength(64);
            e.Property(a => a.Actor).HasMaxLength(200);
            e.Property(a => a.Action).HasMaxLength(100);
            e.Property(a => a.Subject).HasMaxLength(60);
        });
        builder.Entity<AuditHead>(e =>
        {
            e.Property(a => a.Id).ValueGeneratedNever();
            e.Property(a => a.Hash).HasMaxLength(64);
            e.HasData(new AuditHead());
        });
        builder.Entity<HandledRequest>(e =>
        {
            e.HasKey(r => r.Key);
            e.Property(r => r.Key).HasMaxLength(40);
            e.HasIndex(r => r.At);
        });
        builder.Entity<KeptForm>(e =>
        {
            e.HasIndex(f => new { f.AccountId, f.Page, f.Place }).IsUnique();
            e.HasIndex(f => f.At);
            e.Property(f => f.Page).HasMaxLength(400);
            e.Property(f => f.Place).HasMaxLength(400);
            e.Property(f => f.Title).HasMaxLength(100);
            e.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void MapDocuments(ModelBuilder builder)
    {
        builder.Entity<SourceDocument>(e =>
        {
            e.HasIndex(d => new { d.PlanId, d.Id });
            e.Property(d => d.Title).HasMaxLength(300);
            e.Property(d => d.Speaker).HasMaxLength(100);
            e.Property(d => d.Withdrawal).HasMaxLength(300);
            e.HasOne<Plan>().WithMany().HasForeignKey(d => d.PlanId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<StoredFile>().WithMany().HasForeignKey(d => d.FileId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(d => d.ReplacesId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Section>(e =>
        {
            e.HasIndex(s => new { s.DocumentId, s.Order }).IsUnique();
            e.Property(s => s.Heading).HasMaxLength(300);
            e.HasOne<SourceDocument>().WithMany().HasForeignKey(s => s.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Theme>(e =>
        {
            e.HasIndex(t => new { t.PlanId, t.Name }).IsUnique();
            e.Property(t => t.Name).HasMaxLength(100);
            e.HasOne<Plan>().WithMany().HasForeignKey(t => t.PlanId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<StoredFile>(e =>
        {
            e.ToTable("Files");
            e.Ignore(f => f.Owner);
            e.HasIndex(f => new { f.Subject, f.SubjectId });
            e.Property(f => f.Subject).HasMaxLength(60);
            e.Property(f => f.Name).HasMaxLength(255);
            e.Property(f => f.ContentType).HasMaxLength(120);
            e.Property(f => f.Sha256).HasMaxLength(64);
        });
        builder.Entity<FileChunk>(e =>
        {
            e.HasKey(c => new { c.FileId, c.Index });
            e.HasOne<StoredFile>().WithMany().HasForeignKey(c => c.FileId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapConsultation(ModelBuilder builder)
    {
        builder.Entity<Consultation>(e =>
        {
            e.HasIndex(c => new { c.PlanId, c.Round }).IsUnique();
            e.HasOne<Plan>().WithMany().HasForeignKey(c => c.PlanId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Opinion>(e =>
        {
            e.HasIndex(o => new { o.ConsultationId, o.CommitmentId });
            e.HasIndex(o => o.CommitmentId);
            e.HasIndex(o => new { o.ConsultationId, o.State });
            // The few that wait for somebody: open, escalated and unsigned ones.
            e.HasIndex(o => new { o.State, o.CommitmentId }).HasFilter("\"State\" IN (1, 4, 6)");
            e.Ignore(o => o.IsHeard);
            e.HasOne<Consultation>().WithMany().HasForeignKey(o => o.ConsultationId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Commitment>().WithMany().HasForeignKey(o => o.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.Property(o => o.ProposedText).HasMaxLength(300);
            e.HasOne<Post>().WithMany().HasForeignKey(o => o.PostId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ConsultedRow>(e =>
        {
            e.HasIndex(r => new { r.CommitmentId, r.ConsultationId }).IsUnique();
            e.HasOne<Commitment>().WithMany().HasForeignKey(r => r.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Consultation>().WithMany().HasForeignKey(r => r.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ConsultedChange>(e =>
        {
            e.HasIndex(c => c.CommitmentId);
            e.Property(c => c.Reason).HasMaxLength(1000);
            e.HasOne<Commitment>().WithMany().HasForeignKey(c => c.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapIssuing(ModelBuilder builder)
    {
        builder.Entity<Issue>(e =>
        {
            e.HasIndex(i => new { i.PlanId, i.Batch }).IsUnique();
            e.Property(i => i.DocumentNumber).HasMaxLength(100);
            e.Property(i => i.Organ).HasMaxLength(100);
            e.Property(i => i.NoticeTitle).HasMaxLength(200);
            e.Property(i => i.Copies).HasMaxLength(500);
            e.Property(i => i.ApprovedBy).HasMaxLength(200);
            e.HasOne<Plan>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Receipt>(e =>
        {
            e.HasIndex(r => new { r.IssueId, r.UnitId }).IsUnique();
            e.HasOne<Issue>().WithMany().HasForeignKey(r => r.IssueId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Amendment>(e =>
        {
            e.HasIndex(a => a.CommitmentId);
            e.HasOne<Commitment>().WithMany().HasForeignKey(a => a.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<AmendedUnit>(e =>
        {
            e.ToTable("AmendedUnits");
            e.HasKey(u => new { u.AmendmentId, u.UnitId });
            e.HasOne<Amendment>().WithMany(a => a.BroughtIn).HasForeignKey(u => u.AmendmentId).OnDelete(DeleteBehavior.Restrict).AsPart();
            e.HasOne<Unit>().WithMany().HasForeignKey(u => u.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }
}
