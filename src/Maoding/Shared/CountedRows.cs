using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Storage;

namespace Maoding.Shared;

/// <summary>
/// What is counted of a plan, the same on every page: each issued leaf once, whatever became of it since. A row with leaves is
/// counted by these. A page that counts otherwise says so beside its number.
/// </summary>
/// <param name="leaveOut">Ids of rows that are left out of every count; null: none.</param>
public sealed class CountedRows(MaodingContext db, IQueryable<int>? leaveOut = null)
{
    /// <summary>Beside a number, for the reader.</summary>
    public const string Words = "按已印发的末级任务计，有子项的计其子项，已销号和停办的计入";

    /// <summary>The counted rows of a plan.</summary>
    public IQueryable<Commitment> Of(int planId) => Among(db.Commitments.Where(c => c.PlanId == planId && c.State >= CommitmentState.Issued));

    /// <summary>The counted ones of rows in force.</summary>
    public IQueryable<Commitment> Among(IQueryable<Commitment> inForce) => leaveOut is null
        ? inForce.Where(c => c.IsLeaf)
        : inForce.Where(c => c.IsLeaf && !leaveOut.Contains(c.Id));

    /// <summary>The lights of the counted rows in all closed months of a plan; a row that was not judged in a month has none.</summary>
    public IQueryable<MonthLight> Lights(int planId)
    {
        var rows = Of(planId);
        return db.MonthLights.Where(l => l.PlanId == planId && rows.Any(c => c.Id == l.CommitmentId));
    }
}
