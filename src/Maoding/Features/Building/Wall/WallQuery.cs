using Maoding.Domain.Projects;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Building.Wall;

/// <summary>By what the wall is put in groups.</summary>
public enum WallBy
{
    /// <summary>年度类别.</summary>
    Class = 1,

    /// <summary>包联领导.</summary>
    Leader = 2,

    /// <summary>责任单位.</summary>
    Unit = 3,

    /// <summary>行业.</summary>
    Sector = 4,
}

/// <summary>Which projects hang on the wall, and how; all of it stands in the address.</summary>
public sealed record WallQuery(
    ProjectLevel? Level = null, Sector? Sector = null, YearClass? Class = null, int? Unit = null, int? Leader = null, WallBy By = WallBy.Class)
{
    /// <summary>The address of a page with this choice: the wall, its sheet, the map.</summary>
    public Address On(string page) => new Address(page)
        .With("level", (int?)Level)
        .With("sector", (int?)Sector)
        .With("class", (int?)Class)
        .With("unit", Unit)
        .With("leader", Leader)
        .With("by", By == WallBy.Class ? null : (int)By);
}
