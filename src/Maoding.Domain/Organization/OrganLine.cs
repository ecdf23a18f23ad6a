using Maoding.Domain.Audit;

namespace Maoding.Domain.Organization;

/// <summary>条线: whose authority an organ and a post work under. Grounds and approvals are asked of the chief of the right line.</summary>
public enum OrganLine
{
    /// <summary>Not said yet: an older directory before its first start with this program.</summary>
    [Called("")] Unsaid = 0,

    [Called("党委")] Party = 1,

    [Called("政府")] Government = 2,

    [Called("人大")] Congress = 3,

    [Called("政协")] Conference = 4,

    [Called("纪检监察")] Discipline = 5,

    /// <summary>其他: mass organisations, courts, the armed forces department, companies.</summary>
    [Called("其他")] Other = 9,
}
