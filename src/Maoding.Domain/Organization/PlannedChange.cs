using Maoding.Domain.Audit;

namespace Maoding.Domain.Organization;

/// <summary>How far a change that was decided ahead has come.</summary>
public enum PlannedState
{
    [Called("待生效")] Pending = 1,

    [Called("已生效")] Done = 2,

    [Called("已撤回")] Withdrawn = 3,
}

/// <summary>待生效变动: decided already, carried out on its day; what hangs on the unit or post is only known then.</summary>
[Called("待生效变动", Place = 426)]
public sealed class PlannedChange : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("变动方式")] public OrganChangeKind Kind { get; set; }

    [Called("单位")] public int? UnitId { get; set; }

    [Called("岗位")] public int? PostId { get; set; }

    /// <summary>The first day on which it is so.</summary>
    [Called("生效日期")] public DateOnly On { get; set; }

    /// <summary>Who decided, by what paper; empty for a new name.</summary>
    [Called("决定依据")] public string Decision { get; set; } = "";

    [Called("理由")] public string Reason { get; set; } = "";

    /// <summary>The new name; empty where it is no renaming.</summary>
    [Called("新名称")] public string Name { get; set; } = "";

    [Called("新简称")] public string ShortName { get; set; } = "";

    /// <summary>Who takes over what, as JSON; empty for a new name.</summary>
    [Called("移交安排")] public string Arrangement { get; set; } = "";

    [Called("状态")] public PlannedState State { get; set; } = PlannedState.Pending;

    /// <summary>Why it could not be carried out on its day; empty while it could.</summary>
    [Called("未能生效的原因")] public string Trouble { get; set; } = "";

    [Called("决定登记人")] public int DecidedById { get; set; }

    public int Version { get; set; } = 1;
}
