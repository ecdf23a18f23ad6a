using Maoding.Domain.Audit;

namespace Maoding.Domain.Watching;

/// <summary>经济运行分析: the material of a month's meeting, finalised; its paper is an edition.</summary>
[Called("经济运行分析", Place = 215)]
public sealed class MonthAnalysis : IAudited
{
    public int Id { get; set; }

    /// <summary>yyyymm; unique.</summary>
    [Called("月份")] public int Month { get; set; }

    /// <summary>Of the paper, or of the issue of a series; empty for what has none.</summary>
    [Called("文号")] public string Number { get; set; } = "";

    /// <summary>The day on the paper: figures approved by then are in it.</summary>
    [Called("日期")] public DateOnly Day { get; set; }

    [Called("批准人")] public required string ApprovedBy { get; set; }

    [Called("定稿人")] public int FinalisedById { get; set; }
}
