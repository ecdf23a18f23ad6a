using Maoding.Domain.Audit;

namespace Maoding.Domain.Issuing;

/// <summary>印发: a batch of rows put into force together.</summary>
[Called("印发批次", Place = 40)]
public sealed class Issue : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    /// <summary>From 1 in its plan.</summary>
    [Called("批次")] public int Batch { get; set; }

    /// <summary>发文字号: 云办发〔2026〕3号.</summary>
    [Called("发文字号")] public required string DocumentNumber { get; set; }

    [Called("印发日期")] public DateOnly IssuedOn { get; set; }

    /// <summary>发文机关 by its full name; empty for batches issued without a covering notice.</summary>
    [Called("发文机关")] public string Organ { get; set; } = "";

    /// <summary>Title of the covering notice: 关于印发《…》的通知; empty for batches issued without one.</summary>
    [Called("通知标题")] public string NoticeTitle { get; set; } = "";

    /// <summary>Who gets a copy, as the 版记 says it; empty for nobody.</summary>
    [Called("抄送")] public string Copies { get; set; } = "";

    /// <summary>签发人 by post and name as it was that day; empty where nobody was named.</summary>
    [Called("签发人")] public string ApprovedBy { get; set; } = "";

    [Called("经办人")] public int IssuedById { get; set; }

    [Called("经办时间")] public DateTime IssuedAt { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>签收: a unit took note of a batch, once.</summary>
[Called("签收", Place = 50)]
public sealed class Receipt : IAudited
{
    public int Id { get; set; }

    [Called("印发批次")] public int IssueId { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    [Called("签收人")] public int SignedById { get; set; }

    [Called("签收时间")] public DateTime SignedAt { get; set; }
}

/// <summary>调整: the only way in which an issued row changes.</summary>
[Called("调整", Place = 60)]
public sealed class Amendment : IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    /// <summary>What changed, a line each: field TAB before TAB after.</summary>
    [Called("调整内容")] public required string Changes { get; set; }

    [Called("理由")] public required string Reason { get; set; }

    /// <summary>Who decided and by what paper: 区委常委会会议纪要〔2026〕6号.</summary>
    [Called("决定依据")] public required string Decision { get; set; }

    [Called("决定日期")] public DateOnly DecidedOn { get; set; }

    [Called("经办人")] public int AmendedById { get; set; }

    [Called("经办时间")] public DateTime AmendedAt { get; set; }

    /// <summary>Units that lead or help since then and did not before: they sign for the row.</summary>
    public List<AmendedUnit> BroughtIn { get; set; } = [];
}

/// <summary>A unit that an amendment brought into its row.</summary>
[Called("新增单位")]
public sealed class AmendedUnit
{
    [Called("调整")] public int AmendmentId { get; set; }

    [Called("单位")] public int UnitId { get; set; }
}
