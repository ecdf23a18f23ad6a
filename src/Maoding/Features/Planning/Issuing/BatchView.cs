using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;

namespace Maoding.Features.Planning.Issuing;

/// <summary>A batch in the list of batches.</summary>
/// <param name="Rows">The counted rows issued with it.</param>
/// <param name="Units">The units in it, in official order.</param>
public sealed record BatchLine(Issue Issue, int Rows, IReadOnlyList<BatchUnit> Units)
{
    /// <summary>Units that still have to sign.</summary>
    public int Waiting => Units.Count(u => u.Waits);
}

/// <summary>A batch with everything its page shows.</summary>
/// <param name="Rows">In the order of the ledger, parents before their leaves.</param>
/// <param name="Receipts">A line for each unit that leads or helps, in official order.</param>
/// <param name="OwnRows">Keys of the rows that the actor's units lead or help with.</param>
public sealed record BatchView(
    Issue Issue, Plan Plan, string IssuedBy, IReadOnlyList<Commitment> Rows, IReadOnlyList<ReceiptLine> Receipts, IReadOnlySet<int> OwnRows)
{
    /// <summary>The counted rows of the batch, as in the list of batches.</summary>
    public required int Counted { get; init; }

    /// <summary>Leaves that nobody signs for any more.</summary>
    public int Stopped => Rows.Count(r => r.IsLeaf && r.State == CommitmentState.Stopped);
}

/// <summary>What a unit did about a batch.</summary>
/// <param name="SignedBy">Who signed; empty while nobody has.</param>
/// <param name="SignedAt">UTC; null while nobody has.</param>
/// <param name="Days">Days since the unit had something to sign for, while it is not signed for.</param>
/// <param name="IsAdded">It has signed, and got a row by amendment since.</param>
/// <param name="Contacts">Clerk and head with their telephones, whom to call.</param>
public sealed record ReceiptLine(Unit Unit, int Leads, int Helps, string SignedBy, DateTime? SignedAt, int Days, bool IsAdded, IReadOnlyList<Contact> Contacts)
{
    /// <summary>Signed for all that it has.</summary>
    public bool IsSigned => SignedAt is not null && !IsAdded;
}

/// <summary>Whom to call.</summary>
public sealed record Contact(string Post, string Name, string Phone);
