using Maoding.Domain.Audit;

namespace Maoding.Domain.Settling;

/// <summary>调度会: a leader's or a theme's half-hour over the rows that go worst.</summary>
[Called("调度会", Place = 160)]
public sealed class Stocktake : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    [Called("召开日期")] public DateOnly HeldOn { get; set; }

    /// <summary>Whose rows; null for a theme's.</summary>
    [Called("牵头领导")] public int? LeaderPostId { get; set; }

    [Called("专题")] public int? ThemeId { get; set; }

    [Called("说明")] public string Note { get; set; } = "";

    [Called("主持人")] public int HeldById { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>议定事项: a decision of a stocktake, with owner and time.</summary>
[Called("议定事项", Place = 170)]
public sealed class NextStep : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("调度会")] public int StocktakeId { get; set; }

    /// <summary>The row it serves; null for a decision on the whole.</summary>
    [Called("任务")] public int? CommitmentId { get; set; }

    [Called("议定事项")] public required string Text { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    [Called("完成时限")] public DateOnly Due { get; set; }

    [Called("办结日期")] public DateOnly? DoneOn { get; set; }

    /// <summary>What was done about it.</summary>
    [Called("办理情况")] public string Result { get; set; } = "";

    public int Version { get; set; } = 1;
}
