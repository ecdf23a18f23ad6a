using Maoding.Domain;
using Maoding.Domain.Documents;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;
using Maoding.Domain.Problems;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Domain.Rules;
using Microsoft.EntityFrameworkCore;

namespace Maoding.Storage;

/// <summary>Projects with their months, procedures and problems.</summary>
internal static class ProjectMapping
{
    public static void Map(ModelBuilder builder)
    {
        MapProjects(builder);
        MapParts(builder);
        MapPipeline(builder);
        MapProcedures(builder);
        MapReviews(builder);
        MapProblems(builder);
        MapMeetings(builder);
    }

    private static void MapProjects(ModelBuilder builder) => builder.Entity<Project>(e =>
    {
        e.Ignore(p => p.HasStarted);
        e.HasIndex(p => p.Code).IsUnique();
        e.HasIndex(p => new { p.LeadUnitId, p.Stage });
        e.HasIndex(p => new { p.LeaderPostId, p.Stage });
        e.HasIndex(p => p.ServiceUnitId);
        e.HasIndex(p => p.Stage);
        e.HasIndex(p => p.CommitmentId);
        e.Property(p => p.Code).HasMaxLength(40);
        e.Property(p => p.Name).HasMaxLength(200);
        e.Property(p => p.Content).HasMaxLength(4000);
        e.Property(p => p.Site).HasMaxLength(200);
        e.Property(p => p.Owner).HasMaxLength(200);
        e.Property(p => p.OwnerCode).HasMaxLength(18);
        e.HasOne<Unit>().WithMany().HasForeignKey(p => p.LeadUnitId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Unit>().WithMany().HasForeignKey(p => p.ServiceUnitId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Post>().WithMany().HasForeignKey(p => p.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<Commitment>().WithMany().HasForeignKey(p => p.CommitmentId).OnDelete(DeleteBehavior.Restrict);
        e.HasOne<ProcedureTemplate>().WithMany().HasForeignKey(p => p.TemplateId).OnDelete(DeleteBehavior.Restrict);
    });

    private static void MapParts(ModelBuilder builder)
    {
        builder.Entity<ProjectYear>(e =>
        {
            e.HasIndex(y => new { y.ProjectId, y.Year }).IsUnique();
            e.HasIndex(y => new { y.Year, y.Class });
            e.Property(y => y.Goal).HasMaxLength(500);
            e.HasOne<Project>().WithMany(p => p.Years).HasForeignKey(y => y.ProjectId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<ProjectFund>(e =>
        {
            e.HasIndex(f => new { f.ProjectId, f.Source }).IsUnique();
            e.HasOne<Project>().WithMany(p => p.Funds).HasForeignKey(f => f.ProjectId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<ProjectNode>(e =>
        {
            e.HasIndex(n => new { n.ProjectId, n.Name }).IsUnique();
            e.Property(n => n.Name).HasMaxLength(100);
            e.HasOne<Project>().WithMany(p => p.Nodes).HasForeignKey(n => n.ProjectId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<StageChange>(e =>
        {
            e.HasIndex(c => c.ProjectId);
            e.HasOne<Project>().WithMany().HasForeignKey(c => c.ProjectId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ProjectMonth>(e =>
        {
            e.HasIndex(m => new { m.ProjectId, m.Month }).IsUnique();
            e.HasIndex(m => new { m.Month, m.State });
            e.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<RuleEdition>().WithMany().HasForeignKey(m => m.RuleEditionId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapPipeline(ModelBuilder builder)
    {
        builder.Entity<Lead>(e =>
        {
            e.HasIndex(l => new { l.State, l.UnitId });
            e.HasIndex(l => l.UnitId);
            e.HasIndex(l => l.ProjectId);
            e.Property(l => l.Name).HasMaxLength(200);
            e.HasOne<Unit>().WithMany().HasForeignKey(l => l.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(l => l.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Project>().WithMany().HasForeignKey(l => l.ProjectId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SoughtMatter>(e =>
        {
            e.ToTable("SoughtMatters");
            e.HasIndex(m => new { m.State, m.WindowCloses });
            e.HasIndex(m => m.UnitId);
            e.HasIndex(m => m.ProjectId);
            e.Property(m => m.Name).HasMaxLength(200);
            e.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapProcedures(ModelBuilder builder)
    {
        builder.Entity<ProcedureTemplate>(e =>
        {
            e.HasIndex(t => t.Name).IsUnique();
            e.Property(t => t.Name).HasMaxLength(100);
        });
        builder.Entity<TemplateStep>(e =>
        {
            e.HasIndex(s => new { s.TemplateId, s.Order }).IsUnique();
            e.Property(s => s.Name).HasMaxLength(100);
            e.HasOne<ProcedureTemplate>().WithMany(t => t.Steps).HasForeignKey(s => s.TemplateId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        });
        builder.Entity<Procedure>(e =>
        {
            e.Ignore(p => p.IsSettled);
            e.HasIndex(p => new { p.ProjectId, p.Order }).IsUnique();
            e.HasIndex(p => new { p.UnitId, p.FinishedOn });
            e.Property(p => p.Name).HasMaxLength(100);
            e.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapReviews(ModelBuilder builder)
    {
        builder.Entity<JointReview>(e =>
        {
            e.HasIndex(r => new { r.State, r.ProjectId });
            e.HasIndex(r => r.ProjectId);
            e.Property(r => r.Title).HasMaxLength(200);
            e.HasOne<Project>().WithMany().HasForeignKey(r => r.ProjectId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ReviewAnswer>(e =>
        {
            e.HasIndex(a => new { a.ReviewId, a.UnitId, a.ProcedureId }).IsUnique();
            e.HasIndex(a => new { a.UnitId, a.AnsweredOn });
            e.HasIndex(a => new { a.EscalatedToPostId, a.DecidedOn });
            e.HasOne<JointReview>().WithMany(r => r.Answers).HasForeignKey(a => a.ReviewId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(a => a.EscalatedToPostId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Procedure>().WithMany().HasForeignKey(a => a.ProcedureId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapProblems(ModelBuilder builder)
    {
        builder.Entity<Problem>(e =>
        {
            e.HasIndex(p => p.Number).IsUnique();
            e.HasIndex(p => new { p.State, p.Due });
            e.HasIndex(p => new { p.UnitId, p.State });
            e.HasIndex(p => new { p.LeaderPostId, p.State });
            e.HasIndex(p => new { p.RaisedById, p.State });
            e.HasIndex(p => p.RaisedUnitId);
            e.HasIndex(p => new { p.Cause, p.State });
            e.HasIndex(p => p.ProjectId);
            e.HasIndex(p => p.CommitmentId);
            e.Property(p => p.Title).HasMaxLength(200);
            e.Property(p => p.Enterprise).HasMaxLength(200);
            e.HasOne<Project>().WithMany().HasForeignKey(p => p.ProjectId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Commitment>().WithMany().HasForeignKey(p => p.CommitmentId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(p => p.RaisedUnitId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Post>().WithMany().HasForeignKey(p => p.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ProblemEvent>()
            .HasOne<Problem>().WithMany(p => p.Events).HasForeignKey(v => v.ProblemId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
        builder.Entity<ProblemStep>(e =>
        {
            e.HasIndex(s => new { s.UnitId, s.DoneOn });
            e.HasIndex(s => s.MeetingId);
            e.HasOne<Problem>().WithMany(p => p.Steps).HasForeignKey(s => s.ProblemId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<SiteMeeting>().WithMany().HasForeignKey(s => s.MeetingId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        });
    }

    private static void MapMeetings(ModelBuilder builder)
    {
        builder.Entity<SiteMeeting>(e =>
        {
            e.HasIndex(m => m.HeldOn);
            e.HasIndex(m => new { m.LeaderPostId, m.HeldOn });
            e.Property(m => m.Place).HasMaxLength(200);
            e.HasOne<Post>().WithMany().HasForeignKey(m => m.LeaderPostId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<MeetingProject>(e =>
        {
            e.HasIndex(m => new { m.MeetingId, m.ProjectId }).IsUnique();
            e.HasIndex(m => m.ProjectId);
            e.HasOne<SiteMeeting>().WithMany(m => m.Projects).HasForeignKey(m => m.MeetingId).OnDelete(DeleteBehavior.ClientCascade).AsPart();
            e.HasOne<Project>().WithMany().HasForeignKey(m => m.ProjectId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<Region>().HasOne<StoredFile>().WithMany().HasForeignKey(r => r.BoundaryFileId).OnDelete(DeleteBehavior.Restrict);
    }
}
