using Maoding.Domain;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Maoding.Storage.Auditing;

/// <summary>Which rows are audited by themselves and which as a part of another.</summary>
internal static class AuditParts
{
    /// <summary>The audited row that an entry belongs to; null for technical rows.</summary>
    public static EntityEntry? OwnerOf(MaodingContext db, EntityEntry entry) => entry.Entity switch
    {
        IAudited => entry,
        Quote or CoUnit or Quantity or Milestone or CommitmentTheme => Row(db, entry.Property(nameof(Quote.CommitmentId))),
        TargetFigure => Row(db, entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name)),
        ReportedQuantity or ReportedMilestone or CoParagraph => Report(db, entry.Property(nameof(CoParagraph.ReportId))),
        _ => null,
    };

    private static EntityEntry<ProgressReport> Report(MaodingContext db, PropertyEntry key) =>
        db.Reports.Local.FindEntry((int)key.CurrentValue!)
        ?? throw new InvalidOperationException($"A part of report {key.CurrentValue} was changed without loading the report, so its version cannot be counted.");

    /// <summary>The key is read from the entry: a new row's is temporary and not yet in the object.</summary>
    private static EntityEntry<Commitment> Row(MaodingContext db, PropertyEntry key) =>
        db.Commitments.Local.FindEntry((int)key.CurrentValue!)
        ?? throw new InvalidOperationException($"A part of commitment {key.CurrentValue} was changed without loading the commitment, so its version cannot be counted.");
}
