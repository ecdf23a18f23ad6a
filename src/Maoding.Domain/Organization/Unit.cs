using Maoding.Domain.Audit;

namespace Maoding.Domain.Organization;

/// <summary>Groups units as official lists do.</summary>
public enum UnitKind
{
    [Called("党委部门")] Party = 1,

    /// <summary>人大、政协、纪委、法院、检察院、武装部.</summary>
    [Called("人大政协纪委两院")] Institution = 2,

    [Called("政府部门")] Government = 3,

    [Called("群团组织")] MassOrganisation = 4,

    [Called("垂直管理单位")] Vertical = 5,

    /// <summary>开发区、园区.</summary>
    [Called("开发区园区")] Park = 6,

    /// <summary>街道、乡镇.</summary>
    [Called("街道乡镇")] Street = 7,

    [Called("国有企业和其他")] Other = 9,
}

/// <summary>An organ, street or park that can answer for work.</summary>
[Called("单位", Place = 390)]
public sealed class Unit : IVersioned, IAudited
{
    public int Id { get; set; }

    /// <summary>Official order, unique, from 1; used in every list.</summary>
    [Called("次序")] public int Order { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("简称")] public required string ShortName { get; set; }

    [Called("类别")] public UnitKind Kind { get; set; } = UnitKind.Government;

    [Called("条线")] public OrganLine Line { get; set; }

    /// <summary>Names of functions (发展改革), separated by 、, in order of weight; those of the reader's lexicon.</summary>
    [Called("职能")] public string Functions { get; set; } = "";

    [Called("电话")] public string Phone { get; set; } = "";

    /// <summary>The unit was dissolved or merged: it takes no new rows but stays in old ones.</summary>
    [Called("停用")] public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;

    public IEnumerable<string> FunctionNames => Functions.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
