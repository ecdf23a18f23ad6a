using Maoding.Domain.Audit;

namespace Maoding.Domain.Ledger;

/// <summary>In what two documents may differ that promise the same.</summary>
public enum DifferenceField
{
    [Called("目标值")] Value = 1,

    [Called("数量")] Quantity = 2,

    [Called("完成时限")] Time = 3,

    [Called("牵头单位")] Lead = 4,
}

/// <summary>What another document says otherwise of a row that took its words in, and what was decided.</summary>
[Called("文件间差异")]
public sealed class Difference
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    /// <summary>The merged row that said otherwise; undoing the merge takes the difference back.</summary>
    [Called("说法不同的任务")] public int BroughtById { get; set; }

    [Called("差异项")] public DifferenceField Field { get; set; }

    /// <summary>As the row had it.</summary>
    [Called("原有")] public required string Here { get; set; }

    /// <summary>As the other document says.</summary>
    [Called("另一文件")] public required string There { get; set; }

    [Called("改用另一文件的")] public bool Taken { get; set; }

    [Called("说明")] public string Reason { get; set; } = "";

    /// <summary>What the row had, for taking the step back; empty unless taken.</summary>
    [Called("改用以前")] public string Before { get; set; } = "";
}
