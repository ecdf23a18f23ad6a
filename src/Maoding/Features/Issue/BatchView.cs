using Maoding.Domain.Issuing;
using Maoding.Domain.Ledger;
using Maoding.Domain.Organization;

namespace Maoding.Features.Issuing;

/// <summary>A batch in the list of batches.</summary>
/// <param name="Rows">Leaves issued with it.</param>
/// <param name="Units">Units that have to sign for it.</param>
/// <param name="Receipts">Those that did.</param>
public sealed record BatchLine(Issue Issue, int Rows, int Units, int Receipts);

/// <summary>A batch with everything its page shows.</summary>
/// <param name="Rows">In the order of the ledger, parents before their leaves.</param>
/// <param name="Receipts">A line for each unit that leads or helps, in official order.</param>
/// <param name="OwnRows">Keys of the rows that the actor's units lead or help with.</param>
public sealed record BatchView(Issue Issue, Plan Plan, string IssuedBy, IReadOnlyList<Commitment> Rows, IReadOnlyList<ReceiptLine> Receipts, IReadOnlySet<int> OwnRows);

/// <summary>What a unit did about a batch.</summary>
/// <param name="SignedBy">Who signed; empty while nobody has.</param>
/// <param name="SignedAt">UTC; null while nobody has.</param>
/// <param name="Days">Days since the batch was issued, while it is not signed for.</param>
/// <param name="Contacts">Clerk and head with their telephones, whom to call.</param>
public sealed record ReceiptLine(Unit Unit, int Leads, int Helps, string SignedBy, DateTime? SignedAt, int Days, IReadOnlyList<Contact> Contacts)
{
    public bool IsSigned => SignedAt is not null;
}

/// <summary>Whom to call.</summary>
public sealed record Contact(string Post, string Name, string Phone);
