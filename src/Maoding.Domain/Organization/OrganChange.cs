using Maoding.Domain.Audit;

namespace Maoding.Domain.Organization;

/// <summary>How an organ or a post changed, by decision.</summary>
public enum OrganChangeKind
{
    /// <summary>更名: the same unit under another name.</summary>
    [Called("更名")] Renamed = 1,

    /// <summary>并入: it goes into another one and is gone.</summary>
    [Called("并入其他单位")] Merged = 2,

    /// <summary>分设: several take over and it is gone.</summary>
    [Called("分设为几个单位")] Split = 3,

    /// <summary>撤销: it is gone; what it did goes to others.</summary>
    [Called("撤销")] Closed = 4,

    /// <summary>划转: it stays and gives away a part, or all, of what it does.</summary>
    [Called("划转职责")] Transferred = 5,
}

/// <summary>机构变动: one decision about a unit or a post, with what was handed over by it. Its older name is found through it.</summary>
[Called("机构变动", Place = 425)]
public sealed class OrganChange : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("变动方式")] public OrganChangeKind Kind { get; set; }

    [Called("单位")] public int? UnitId { get; set; }

    [Called("岗位")] public int? PostId { get; set; }

    /// <summary>Its name until then.</summary>
    [Called("原名称")] public required string Name { get; set; }

    /// <summary>Empty for a post.</summary>
    [Called("原简称")] public string ShortName { get; set; } = "";

    /// <summary>The first day on which it is so.</summary>
    [Called("生效日期")] public DateOnly On { get; set; }

    /// <summary>Who decided, by what paper; empty where nothing was handed over.</summary>
    [Called("决定依据")] public string Decision { get; set; } = "";

    [Called("理由")] public string Reason { get; set; } = "";

    /// <summary>Who goes on with it in the first place; null for a new name.</summary>
    [Called("接收单位")] public int? SuccessorUnitId { get; set; }

    [Called("接收岗位")] public int? SuccessorPostId { get; set; }

    public int Version { get; set; } = 1;

    public List<HandedThing> Things { get; set; } = [];

    /// <summary>The unit or post is gone with it.</summary>
    public bool Ends => Kind is OrganChangeKind.Merged or OrganChangeKind.Split or OrganChangeKind.Closed;
}

/// <summary>移交事项: one thing that went to somebody else by a change.</summary>
[Called("移交事项")]
public sealed class HandedThing
{
    public int Id { get; set; }

    [Called("机构变动")] public int ChangeId { get; set; }

    /// <summary>Name of the thing's type, as audit entries name it: Commitment.</summary>
    [Called("对象")] public required string Subject { get; set; }

    [Called("对象内部号")] public int SubjectId { get; set; }

    /// <summary>The unit or post that took it over.</summary>
    [Called("接收者内部号")] public int ToId { get; set; }
}
