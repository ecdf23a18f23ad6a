using Maoding.Domain.Audit;

namespace Maoding.Domain.Organization;

/// <summary>What a post does in this system; see the table of roles in the design.</summary>
public enum PostKind
{
    /// <summary>牵头领导: 区委书记、区长、副区长、常委.</summary>
    [Called("牵头领导")] Leader = 1,

    /// <summary>统筹/督查室.</summary>
    [Called("统筹督查")] Coordinator = 2,

    [Called("单位负责人")] UnitHead = 3,

    [Called("联络员")] UnitClerk = 4,

    /// <summary>统计/发改.</summary>
    [Called("数据管理")] DataSteward = 5,

    /// <summary>考核办.</summary>
    [Called("考核")] Assessor = 6,

    /// <summary>纪检/巡察.</summary>
    [Called("监督")] Inspector = 7,
}

/// <summary>A post: duty belongs to it, whoever holds it.</summary>
[Called("岗位", Place = 400)]
public sealed class Post : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>Official order, unique, from 1.</summary>
    [Called("次序")] public int Order { get; set; }

    /// <summary>区委常委、常务副区长.</summary>
    [Called("名称")] public required string Name { get; set; }

    [Called("类别")] public PostKind Kind { get; set; }

    /// <summary>The unit the post belongs to; null for leaders of the region.</summary>
    [Called("单位")] public int? UnitId { get; set; }

    public Unit? Unit { get; set; }

    [Called("条线")] public OrganLine Line { get; set; }

    /// <summary>主要负责同志 of its line, one open post of each.</summary>
    [Called("主要负责同志")] public bool IsChief { get; set; }

    [Called("停用")] public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;
}

[Called("人员", Place = 410)]
public sealed class Person : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("姓名")] public required string Name { get; set; }

    [Called("电话")] public string Phone { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>Who held a post from when to when; one holder per post and day.</summary>
[Called("任职", Place = 420)]
public sealed class Tenure : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("岗位")] public int PostId { get; set; }

    public Post? Post { get; set; }

    [Called("人员")] public int PersonId { get; set; }

    public Person? Person { get; set; }

    [Called("开始日期")] public DateOnly From { get; set; }

    /// <summary>The last day; null: still.</summary>
    [Called("结束日期")] public DateOnly? To { get; set; }

    public int Version { get; set; } = 1;

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>How a leader relates to a unit.</summary>
public enum DivisionKind
{
    [Called("分管")] InCharge = 1,

    [Called("联系")] Linked = 2,
}

/// <summary>领导分工: a leader's post answers for a unit from one day to another.</summary>
[Called("领导分工", Place = 430)]
public sealed class Division : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("岗位")] public int PostId { get; set; }

    public Post? Post { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    public Unit? Unit { get; set; }

    [Called("类别")] public DivisionKind Kind { get; set; } = DivisionKind.InCharge;

    [Called("开始日期")] public DateOnly From { get; set; }

    [Called("结束日期")] public DateOnly? To { get; set; }

    public int Version { get; set; } = 1;

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}
