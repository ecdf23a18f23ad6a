namespace Maoding.Domain.Organization;

/// <summary>条线: whose authority an organ and a post work under. Grounds and approvals are asked of the chief of the right line.</summary>
public enum OrganLine
{
    /// <summary>Not said yet: an older directory before its first start with this program.</summary>
    Unsaid = 0,

    /// <summary>党委.</summary>
    Party = 1,

    /// <summary>政府.</summary>
    Government = 2,

    /// <summary>人大.</summary>
    Congress = 3,

    /// <summary>政协.</summary>
    Conference = 4,

    /// <summary>纪检监察.</summary>
    Discipline = 5,

    /// <summary>其他: mass organisations, courts, the armed forces department, companies.</summary>
    Other = 9,
}
