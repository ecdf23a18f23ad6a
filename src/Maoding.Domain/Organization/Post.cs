namespace Maoding.Domain.Organization;

/// <summary>What a post does in this system; see the table of roles in the design.</summary>
public enum PostKind
{
    /// <summary>牵头领导: 区委书记、区长、副区长、常委.</summary>
    Leader = 1,

    /// <summary>统筹/督查室.</summary>
    Coordinator = 2,

    /// <summary>单位负责人.</summary>
    UnitHead = 3,

    /// <summary>联络员.</summary>
    UnitClerk = 4,

    /// <summary>统计/发改.</summary>
    DataSteward = 5,

    /// <summary>考核办.</summary>
    Assessor = 6,

    /// <summary>纪检/巡察.</summary>
    Inspector = 7,
}

/// <summary>A post: duty belongs to it, whoever holds it.</summary>
public sealed class Post : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>Official order, unique, from 1.</summary>
    public int Order { get; set; }

    /// <summary>区委常委、常务副区长.</summary>
    public required string Name { get; set; }

    public PostKind Kind { get; set; }

    /// <summary>The unit the post belongs to; null for leaders of the region.</summary>
    public int? UnitId { get; set; }

    public Unit? Unit { get; set; }

    public OrganLine Line { get; set; }

    /// <summary>主要负责同志 of its line, one open post of each.</summary>
    public bool IsChief { get; set; }

    public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;
}

public sealed class Person : IVersioned, IAudited
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public string Phone { get; set; } = "";

    public int Version { get; set; } = 1;
}

/// <summary>Who held a post from when to when; one holder per post and day.</summary>
public sealed class Tenure : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PostId { get; set; }

    public Post? Post { get; set; }

    public int PersonId { get; set; }

    public Person? Person { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day; null: still.</summary>
    public DateOnly? To { get; set; }

    public int Version { get; set; } = 1;

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>How a leader relates to a unit.</summary>
public enum DivisionKind
{
    /// <summary>分管.</summary>
    InCharge = 1,

    /// <summary>联系.</summary>
    Linked = 2,
}

/// <summary>领导分工: a leader's post answers for a unit from one day to another.</summary>
public sealed class Division : IVersioned, IAudited
{
    public int Id { get; set; }

    public int PostId { get; set; }

    public Post? Post { get; set; }

    public int UnitId { get; set; }

    public Unit? Unit { get; set; }

    public DivisionKind Kind { get; set; } = DivisionKind.InCharge;

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    public int Version { get; set; } = 1;

    public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
}
