namespace Maoding.Domain.Ledger;

public enum PlanState
{
    /// <summary>编制.</summary>
    Draft = 1,

    /// <summary>执行: at least one batch of rows was issued.</summary>
    Issued = 2,

    /// <summary>关账.</summary>
    Closed = 3,
}

/// <summary>A year's ledger.</summary>
public sealed class Plan : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>Unique.</summary>
    public int Year { get; set; }

    /// <summary>2026年区委全会任务分解方案.</summary>
    public required string Name { get; set; }

    public PlanState State { get; set; } = PlanState.Draft;

    /// <summary>The number given to the last row; numbers are never used again.</summary>
    public int LastNumber { get; set; }

    public int Version { get; set; } = 1;
}
