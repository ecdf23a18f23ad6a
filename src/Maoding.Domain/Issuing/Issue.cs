namespace Maoding.Domain.Issuing;

/// <summary>印发: a batch of rows put into force together.</summary>
public sealed class Issue : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    /// <summary>From 1 in its plan.</summary>
    public int Batch { get; set; }

    /// <summary>发文字号: 云办发〔2026〕3号.</summary>
    public required string DocumentNumber { get; set; }

    public DateOnly IssuedOn { get; set; }

    public int IssuedById { get; set; }

    public DateTime IssuedAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>签收: a unit took note of a batch, once.</summary>
public sealed class Receipt : IAudited
{
    public int Id { get; set; }

    public int IssueId { get; set; }

    public int UnitId { get; set; }

    public int SignedById { get; set; }

    public DateTime SignedAt { get; set; }
}

/// <summary>调整: the only way in which an issued row changes.</summary>
public sealed class Amendment : IAudited
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    /// <summary>What changed, a line each: field TAB before TAB after.</summary>
    public required string Changes { get; set; }

    public required string Reason { get; set; }

    /// <summary>Who decided and by what paper: 区委常委会会议纪要〔2026〕6号.</summary>
    public required string Decision { get; set; }

    public DateOnly DecidedOn { get; set; }

    public int AmendedById { get; set; }

    public DateTime AmendedAt { get; set; }

    /// <summary>Units that lead or help since then and did not before: they sign for the row.</summary>
    public List<AmendedUnit> BroughtIn { get; set; } = [];
}

/// <summary>A unit that an amendment brought into its row.</summary>
public sealed class AmendedUnit
{
    public int AmendmentId { get; set; }

    public int UnitId { get; set; }
}
