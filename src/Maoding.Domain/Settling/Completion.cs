namespace Maoding.Domain.Settling;

public enum CompletionState
{
    /// <summary>待核验.</summary>
    Applied = 1,

    /// <summary>核验通过.</summary>
    Verified = 2,

    /// <summary>核验未通过.</summary>
    Refused = 3,
}

/// <summary>销号申请: the lead unit says that a row is done and by what it shows.</summary>
public sealed class Completion : IVersioned, IAudited
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public CompletionState State { get; set; } = CompletionState.Applied;

    /// <summary>What shows that it is done: papers, figures, places.</summary>
    public required string Evidence { get; set; }

    public DateOnly AppliedOn { get; set; }

    public int AppliedById { get; set; }

    /// <summary>The second unit asked to verify; null: the coordinator.</summary>
    public int? VerifierUnitId { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public int? DecidedById { get; set; }

    /// <summary>What was found on the spot, or why it is refused.</summary>
    public string Finding { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>How a row was answered for when its year closed.</summary>
public enum SettlementKind
{
    /// <summary>完成.</summary>
    Done = 1,

    /// <summary>结转: carried into the next year's ledger.</summary>
    Carried = 2,

    /// <summary>说明: not done, and why.</summary>
    Answered = 3,
}

/// <summary>年底交账: the last word on a row of a year; one a row.</summary>
public sealed class Settlement : IVersioned, IAudited
{
    public int Id { get; set; }

    public int CommitmentId { get; set; }

    public SettlementKind Kind { get; set; }

    public string Words { get; set; } = "";

    /// <summary>The row of the next year's ledger; for Carried.</summary>
    public int? CarriedToId { get; set; }

    public DateOnly SettledOn { get; set; }

    public int SettledById { get; set; }

    public int Version { get; set; } = 1;
}
