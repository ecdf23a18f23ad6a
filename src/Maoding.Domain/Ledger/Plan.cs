using Maoding.Domain.Audit;

namespace Maoding.Domain.Ledger;

public enum PlanState
{
    [Called("编制")] Draft = 1,

    /// <summary>执行: at least one batch of rows was issued.</summary>
    [Called("执行")] Issued = 2,

    [Called("关账")] Closed = 3,

    /// <summary>撤销: begun by a document whose import was taken back, with nothing else in it. Importing for its year takes it up again.</summary>
    [Called("撤销")] Withdrawn = 4,
}

/// <summary>A year's ledger.</summary>
[Called("年度计划", Place = 350)]
public sealed class Plan : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>Unique.</summary>
    [Called("年度")] public int Year { get; set; }

    /// <summary>2026年区委全会任务分解方案.</summary>
    [Called("名称")] public required string Name { get; set; }

    [Called("状态")] public PlanState State { get; set; } = PlanState.Draft;

    /// <summary>The number given to the last row; numbers are never used again.</summary>
    [Called("已用到的编号")] public int LastNumber { get; set; }

    public int Version { get; set; } = 1;
}
