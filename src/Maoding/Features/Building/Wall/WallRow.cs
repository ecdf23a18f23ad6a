using Maoding.Domain.Lights;
using Maoding.Domain.Projects;

namespace Maoding.Features.Building.Wall;

/// <summary>A building node on the wall.</summary>
public sealed record WallNode(string Name, DateOnly Due, DateOnly? ReachedOn);

/// <summary>A project as the wall shows it. Money is in 万元.</summary>
/// <param name="Planned">Planned from January to the month.</param>
/// <param name="Done">Done by accepted months.</param>
/// <param name="Light">Of the last closed month, else as the rules would judge now.</param>
public sealed record WallRow(
    int Id,
    string Name,
    ProjectLevel Level,
    Sector Sector,
    Stage Stage,
    YearClass Class,
    string Unit,
    int UnitOrder,
    string Leader,
    int LeaderOrder,
    DateOnly? PlannedStart,
    DateOnly? PlannedFinish,
    DateOnly? StartedOn,
    DateOnly? FinishedOn,
    decimal YearPlan,
    decimal Planned,
    decimal Done,
    Light Light,
    IReadOnlyList<WallNode> Nodes,
    GeoPoint? Place);

/// <summary>A stretch of the wall under one heading.</summary>
public sealed record WallGroup(string Name, IReadOnlyList<WallRow> Rows);

/// <summary>The wall of a year as it stands on a day.</summary>
/// <param name="Month">yyyymm up to which money is counted.</param>
/// <param name="IsProvisional">The month is not closed: lights may still change.</param>
public sealed record WallView(int Year, int Month, DateOnly Today, bool IsProvisional, IReadOnlyList<WallGroup> Groups)
{
    public IEnumerable<WallRow> Rows => Groups.SelectMany(g => g.Rows);

    public int Count => Groups.Sum(g => g.Rows.Count);
}
