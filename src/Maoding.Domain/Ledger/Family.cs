namespace Maoding.Domain.Ledger;

/// <summary>A row and its leaves: the row answers itself exactly while no leaf of it lives.</summary>
public static class Family
{
    /// <summary>Taken in and not taken out again; a leaf stopped by decision still stands under its row.</summary>
    public static bool Lives(Commitment leaf) => leaf.State >= CommitmentState.Draft;

    /// <summary>Marks the row after leaves of it were made or moved.</summary>
    /// <param name="leaves">Every leaf that the row has, new ones too; rows that are no leaves of it do not count.</param>
    public static void Settle(Commitment row, IEnumerable<Commitment> leaves) => row.IsLeaf = !Living(row, leaves).Any();

    /// <summary>A row leaves the ledger only after its leaves.</summary>
    /// <exception cref="RefusalException">REV006: leaves of it live.</exception>
    public static void DemandChildless(Commitment row, IEnumerable<Commitment> leaves)
    {
        var living = Living(row, leaves).Count();
        if (living > 0)
            throw new RefusalException("REV006", $"这一项下面还有 {living} 个子项。请先在“任务分工”里取消分解，或者逐个办理子项，再办这一项。", RefusalKind.Conflict);
    }

    /// <summary>
    /// A row with leaves stands as they do: done once every one that was not stopped is done, in progress again when one of them is taken up again.
    /// </summary>
    /// <param name="leaves">Every leaf that the row has; rows that are no leaves of it do not count.</param>
    public static void SettleState(Commitment row, IEnumerable<Commitment> leaves)
    {
        var standing = Living(row, leaves).Where(l => l.State != CommitmentState.Stopped).ToList();
        if (standing.Count == 0 || row.State is < CommitmentState.Issued or CommitmentState.Stopped) return;
        if (standing.TrueForAll(l => l.State == CommitmentState.Done)) row.State = CommitmentState.Done;
        else if (row.State == CommitmentState.Done) row.State = CommitmentState.InProgress;
    }

    private static IEnumerable<Commitment> Living(Commitment row, IEnumerable<Commitment> leaves) => leaves.Where(l => l.ParentId == row.Id && Lives(l));
}
