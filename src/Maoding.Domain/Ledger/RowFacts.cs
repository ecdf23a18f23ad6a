using Maoding.Domain.Access;

namespace Maoding.Domain.Ledger;

/// <summary>What permission checks need to know of a row of the ledger.</summary>
public static class RowFacts
{
    /// <summary>Hides a column from the choice of an index: a range of states must not win over the order of the list.</summary>
    private const int AllBits = 255;

    /// <summary>Its units and leaders see it once it is sent for consultation, the others once it is issued.</summary>
    public static AccessMap<Commitment> Map { get; } = new()
    {
        Units = [c => c.LeadUnitId],
        Partners = c => c.CoUnits.Select(u => u.UnitId),
        LeaderPosts = [c => c.LeaderPostId, c => c.SecondLeaderPostId],
        IsShown = c => ((int)c.State & AllBits) >= (int)CommitmentState.Consulting,
        IsInForce = c => ((int)c.State & AllBits) >= (int)CommitmentState.Issued,
    };

    public static AccessFacts Of(Commitment row) => Map.Of(row);
}
