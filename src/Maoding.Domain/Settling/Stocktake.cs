namespace Maoding.Domain.Settling;

/// <summary>调度会: a leader's or a theme's half-hour over the rows that go worst.</summary>
public sealed class Stocktake : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public DateOnly HeldOn { get; set; }

    /// <summary>Whose rows; null for a theme's.</summary>
    public int? LeaderPostId { get; set; }

    public int? ThemeId { get; set; }

    public string Note { get; set; } = "";

    public int HeldById { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>议定事项: a decision of a stocktake, with owner and time.</summary>
public sealed class NextStep : IVersioned, IAudited
{
    public int Id { get; set; }

    public int StocktakeId { get; set; }

    /// <summary>The row it serves; null for a decision on the whole.</summary>
    public int? CommitmentId { get; set; }

    public required string Text { get; set; }

    public int UnitId { get; set; }

    public DateOnly Due { get; set; }

    public DateOnly? DoneOn { get; set; }

    /// <summary>What was done about it.</summary>
    public string Result { get; set; } = "";

    public int Version { get; set; } = 1;
}
