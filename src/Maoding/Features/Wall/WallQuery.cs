using System.Globalization;
using Maoding.Domain.Projects;

namespace Maoding.Features.Wall;

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
public sealed record WallQuery(ProjectLevel? Level = null, Sector? Sector = null, YearClass? Class = null, int? Unit = null, int? Leader = null, WallBy By = WallBy.Class)
{
    /// <summary>The address of a page with this choice: the wall, its sheet, the map.</summary>
    /// <param name="more">Further parts, as zoom=2; empty for none.</param>
    public string On(string page, string more = "")
    {
        List<string> parts = [];
        void Add(string name, int? value)
        {
            if (value is { } given) parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={given}"));
        }

        Add("level", (int?)Level);
        Add("sector", (int?)Sector);
        Add("class", (int?)Class);
        Add("unit", Unit);
        Add("leader", Leader);
        if (By != WallBy.Class) Add("by", (int)By);
        if (more.Length > 0) parts.Add(more);
        return parts.Count == 0 ? page : $"{page}?{string.Join('&', parts)}";
    }
}
