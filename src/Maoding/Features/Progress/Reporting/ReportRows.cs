using Maoding.Domain.Ledger;
using Maoding.Features.Progress.Closings;
using Maoding.Storage;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Which rows are reported on, as a filter of the database.</summary>
public static class ReportRows
{
    /// <summary>Leaves with a lead unit, from being issued until they are verified; the same as <see cref="ReportQueue.Owes"/> row by row.</summary>
    public static IQueryable<Commitment> ReportedOn(this IQueryable<Commitment> rows) =>
        rows.Where(c => c.IsLeaf && c.LeadUnitId != null && c.State >= CommitmentState.Issued && c.State <= CommitmentState.CompletionApplied);

    /// <summary>Those of them whose units owe reports: what projects tell, nobody is asked for again.</summary>
    public static IQueryable<Commitment> AskedFor(this IQueryable<Commitment> rows, MaodingContext db) => rows.ReportedOn().NotToldByProjects(db);
}
