using Maoding.Domain.Ledger;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Which rows are reported on, as a filter of the database.</summary>
public static class ReportRows
{
    /// <summary>Leaves with a lead unit, from being issued until they are verified; the same as <see cref="ReportQueue.Owes"/> row by row.</summary>
    public static IQueryable<Commitment> ReportedOn(this IQueryable<Commitment> rows) =>
        rows.Where(c => c.IsLeaf && c.LeadUnitId != null && c.State >= CommitmentState.Issued && c.State <= CommitmentState.CompletionApplied);
}
