using Maoding.Domain.Audit;

namespace Maoding.Domain.Consulting;

/// <summary>What was asked about a row in a round, with the opinions that were taken up since: what is issued is compared with it.</summary>
[Called("征求意见的内容", Place = 32)]
public sealed class ConsultedRow : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    [Called("征求意见轮次")] public int ConsultationId { get; set; }

    /// <summary>As <see cref="Consulted.Text"/> writes them.</summary>
    [Called("内容")] public required string Values { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>What was changed after a round without asking again, and why that was right.</summary>
[Called("征求意见后的改动", Place = 34)]
public sealed class ConsultedChange : IAudited
{
    public int Id { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    /// <summary>What changed, a line each: field TAB before TAB after.</summary>
    [Called("改动内容")] public required string Changes { get; set; }

    [Called("理由")] public required string Reason { get; set; }

    [Called("确认人")] public int ConfirmedById { get; set; }

    [Called("确认时间")] public DateTime ConfirmedAt { get; set; }
}
