using Maoding.Domain.Ledger;

namespace Maoding.Domain.Progress;

/// <summary>
/// What tells of a row's progress without its unit being asked: no figure is asked for twice. Each
/// origin makes its own; <see cref="ReportShare.BasisOf"/> decides when it counts.
/// </summary>
/// <param name="Basis">Which origin it is.</param>
/// <param name="Share">0 to 1000; null where the progress is no share of anything: growth, ranks, what is not to be exceeded.</param>
/// <param name="Words">Where it stands, with the numbers used.</param>
/// <param name="SubjectId">Of what tells it: the target, or for projects the row that they serve; null while a target's row is tied to no indicator.</param>
public sealed record ShareSource(ShareBasis Basis, int? Share, string Words, int? SubjectId)
{
    /// <summary>A row that is a target and is not tied yet: nobody is asked for a share in the meantime.</summary>
    public static ShareSource Untied { get; } =
        new(ShareBasis.Figures, null, "该目标尚未关联指标，完成比例暂不认定。请督查室或数据管理员在“目标”栏关联", null);

    /// <summary>A leaf of a target: the figures are the whole target's.</summary>
    public static ShareSource OfPart { get; } = new(ShareBasis.Figures, null, "所属目标以指标数据为准，子项不单独认定完成比例", null);

    /// <summary>Until figures tell a row that is a target; null for work.</summary>
    public static ShareSource? Before(CommitmentKind kind, int? parentId) => kind != CommitmentKind.Target ? null : parentId is null ? Untied : OfPart;
}
