namespace Maoding.Domain.Organization;

/// <summary>Groups units as official lists do.</summary>
public enum UnitKind
{
    /// <summary>党委部门.</summary>
    Party = 1,

    /// <summary>人大、政协、纪委、法院、检察院、武装部.</summary>
    Institution = 2,

    /// <summary>政府部门.</summary>
    Government = 3,

    /// <summary>群团组织.</summary>
    MassOrganisation = 4,

    /// <summary>垂直管理单位.</summary>
    Vertical = 5,

    /// <summary>开发区、园区.</summary>
    Park = 6,

    /// <summary>街道、乡镇.</summary>
    Street = 7,

    /// <summary>国有企业和其他.</summary>
    Other = 9,
}

/// <summary>An organ, street or park that can answer for work.</summary>
public sealed class Unit : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>Official order, unique, from 1; used in every list.</summary>
    public int Order { get; set; }

    public required string Name { get; set; }

    public required string ShortName { get; set; }

    public UnitKind Kind { get; set; } = UnitKind.Government;

    public OrganLine Line { get; set; }

    /// <summary>Names of functions (发展改革), separated by 、, in order of weight; those of the reader's lexicon.</summary>
    public string Functions { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>The unit was dissolved or merged: it takes no new rows but stays in old ones.</summary>
    public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;

    public IEnumerable<string> FunctionNames => Functions.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
