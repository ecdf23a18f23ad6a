using Maoding.Domain;
using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Procedures;
using Maoding.Domain.Problems;
using Maoding.Domain.Progress;
using Maoding.Domain.Projects;
using Maoding.Domain.Targets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>Which rows are audited by themselves and which as a part of another.</summary>
internal static class AuditParts
{
    /// <summary>The audited row that an entry belongs to; null for technical rows.</summary>
    public static EntityEntry? OwnerOf(MaodingContext db, EntityEntry entry) => entry.Entity switch
    {
        IAudited => entry,
        ReportedQuantity or ReportedMilestone or CoParagraph => Loaded(db.Reports, entry.Property(nameof(CoParagraph.ReportId))),
        Quote or CoUnit or Quantity or Milestone or CommitmentTheme => Loaded(db.Commitments, entry.Property(nameof(Quote.CommitmentId))),
        TargetFigure => Loaded(db.Commitments, entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name)),
        Observation => Loaded(db.DataSheets, entry.Property(nameof(Observation.SheetId))),
        TargetRevision or TargetPart or TargetWork => Loaded(db.Targets, entry.Property(nameof(TargetPart.TargetId))),
        ProjectYear or ProjectFund or ProjectNode => Loaded(db.Projects, entry.Property(nameof(ProjectYear.ProjectId))),
        TemplateStep => Loaded(db.ProcedureTemplates, entry.Property(nameof(TemplateStep.TemplateId))),
        ReviewAnswer => Loaded(db.JointReviews, entry.Property(nameof(ReviewAnswer.ReviewId))),
        ProblemEvent or ProblemStep => Loaded(db.Problems, entry.Property(nameof(ProblemStep.ProblemId))),
        MeetingProject => Loaded(db.SiteMeetings, entry.Property(nameof(MeetingProject.MeetingId))),
        Reader reader => Restricted(db, reader),
        AmendedUnit => Loaded(db.Amendments, entry.Property(nameof(AmendedUnit.AmendmentId))),
        _ => null,
    };

    /// <summary>A reader belongs to whatever it names, of any type.</summary>
    private static EntityEntry<IAudited> Restricted(MaodingContext db, Reader reader) =>
        db.ChangeTracker.Entries<IAudited>()
            .FirstOrDefault(e => e.Metadata.ShortName() == reader.Subject && (int)e.Property("Id").CurrentValue! == reader.SubjectId)
        ?? throw new InvalidOperationException(
            $"The readers of {reader.Subject} {reader.SubjectId} were changed without loading it, so its version cannot be counted.");

    /// <summary>The key is read from the entry: a new row's is temporary and not yet in the object.</summary>
    private static EntityEntry<T> Loaded<T>(DbSet<T> rows, PropertyEntry key)
        where T : class =>
        rows.Local.FindEntry((int)key.CurrentValue!)
        ?? throw new InvalidOperationException(
            $"A part of {typeof(T).Name} {key.CurrentValue} was changed without loading the row itself, so its version cannot be counted.");
}
