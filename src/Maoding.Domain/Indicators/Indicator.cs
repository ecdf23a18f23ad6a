using Maoding.Domain.Search;

namespace Maoding.Domain.Indicators;

/// <summary>The side of development that an indicator tells of, in the order of the sheets.</summary>
public enum Dimension
{
    /// <summary>综合: the headline figures.</summary>
    Headline = 1,

    /// <summary>创新.</summary>
    Innovation = 2,

    /// <summary>协调.</summary>
    Coordination = 3,

    /// <summary>绿色.</summary>
    Green = 4,

    /// <summary>开放.</summary>
    Opening = 5,

    /// <summary>共享.</summary>
    Sharing = 6,

    /// <summary>先行: tells early where the others will go; for the economic watch.</summary>
    Leading = 7,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    /// <summary>越高越好.</summary>
    Higher = 1,

    /// <summary>越低越好.</summary>
    Lower = 2,

    /// <summary>适中: neither by itself.</summary>
    Neither = 3,
}

/// <summary>How often figures come out.</summary>
public enum Frequency
{
    Month = 1,
    Quarter = 2,
    Year = 3,
}

/// <summary>What happens to January in a monthly indicator.</summary>
public enum January
{
    /// <summary>按月: January has its own figure.</summary>
    Own = 1,

    /// <summary>1—2月合并: one period, kept under February.</summary>
    Joined = 2,

    /// <summary>1月不报: February is the first month and its cumulative figure holds January.</summary>
    Skipped = 3,
}

/// <summary>What kind of number it is.</summary>
public enum FigureKind
{
    /// <summary>总量（现价）: a level at current prices, whose growth is published apart.</summary>
    Level = 1,

    /// <summary>增速（不变价）: growth at constant prices; there is no level beside it.</summary>
    Growth = 2,

    /// <summary>比率: percent; changes are in points.</summary>
    Ratio = 3,

    /// <summary>指数: PMI, satisfaction.</summary>
    Index = 4,

    /// <summary>个数: persons, enterprises.</summary>
    Count = 5,

    /// <summary>位次.</summary>
    Rank = 6,
}

/// <summary>How figures of months relate to the year.</summary>
public enum Accumulation
{
    /// <summary>累计: published from January on.</summary>
    Cumulative = 1,

    /// <summary>当期: each period by itself.</summary>
    PerPeriod = 2,

    /// <summary>期末: as it stands at the end.</summary>
    EndOfPeriod = 3,
}

/// <summary>指标: something counted with data over the years.</summary>
public sealed class Indicator : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    /// <summary>GDP, RETAIL: capitals, digits and _, unique, up to 20; never changed once figures are there.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>Other names that documents use, separated by 、: GDP、全口径地区生产总值.</summary>
    public string Aliases { get; set; } = "";

    /// <summary>Place in every list, unique, from 1.</summary>
    public int Order { get; set; }

    public Dimension Dimension { get; set; } = Dimension.Headline;

    /// <summary>亿元, %, 人, 家.</summary>
    public string Unit { get; set; } = "";

    public Direction Direction { get; set; } = Direction.Higher;

    public Frequency Frequency { get; set; } = Frequency.Month;

    /// <summary>Of monthly indicators.</summary>
    public January January { get; set; } = January.Own;

    public FigureKind Kind { get; set; } = FigureKind.Level;

    public Accumulation Accumulation { get; set; } = Accumulation.Cumulative;

    /// <summary>答复单位: who enters the figures; null until named.</summary>
    public int? UnitId { get; set; }

    /// <summary>统计局月报, 国网供电公司.</summary>
    public string Source { get; set; } = "";

    /// <summary>口径: what is counted and what is not.</summary>
    public string Definition { get; set; } = "";

    /// <summary>Days after the end of a period until its figure is due, 0–180; single periods may have a date of their own.</summary>
    public int ReleaseDays { get; set; } = 20;

    /// <summary>The line that divides good from bad, for leading indicators: 50 for the PMI; null without.</summary>
    public decimal? Threshold { get; set; }

    /// <summary>The lowest and highest value that can be right, in the indicator's unit; null: no bound.</summary>
    public decimal? Least { get; set; }

    public decimal? Most { get; set; }

    /// <summary>
    /// A value further from last year's of the same period than this is doubted: percent of it for levels and counts, points for the rest; null: never.
    /// </summary>
    public decimal? Jump { get; set; }

    /// <summary>The cumulative value may fall from one month to the next (refunds of tax).</summary>
    public bool MayFall { get; set; }

    /// <summary>The whole this one is a part of: 第二产业增加值 of 地区生产总值; null for most.</summary>
    public int? PartOfId { get; set; }

    /// <summary>停用: no new figures, old ones stay.</summary>
    public bool IsRetired { get; set; }

    public int Version { get; set; } = 1;

    public IEnumerable<string> AliasNames => Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    SearchKind ISearched.FoundAs => SearchKind.Indicator;

    IEnumerable<string> ISearched.SearchTexts => [string.Join('\n', Code, Name, Aliases)];
}

/// <summary>发布日历: the day on which one period's figure comes out where the usual one does not hold.</summary>
public sealed class Release : IVersioned, IAudited
{
    public int Id { get; set; }

    public int IndicatorId { get; set; }

    /// <summary>yyyymm: the last month of the period.</summary>
    public int Month { get; set; }

    public DateOnly On { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>Whose figures.</summary>
public enum AreaKind
{
    /// <summary>本区.</summary>
    District = 1,

    /// <summary>全市: its value is the city's average for growth and ratios, its total for levels.</summary>
    City = 2,

    /// <summary>兄弟区县.</summary>
    Peer = 3,

    /// <summary>街道、园区: a unit of the district.</summary>
    Unit = 4,

    /// <summary>重点企业.</summary>
    Enterprise = 5,
}

/// <summary>对象: the district, the city, a peer, a street or park, a key enterprise: whatever figures are of.</summary>
public sealed class Area : IVersioned, IAudited
{
    public int Id { get; set; }

    public AreaKind Kind { get; set; }

    /// <summary>Within its kind, from 1; streets and parks follow the official order of units.</summary>
    public int Order { get; set; }

    /// <summary>Unique within its kind.</summary>
    public required string Name { get; set; }

    /// <summary>The street or park; null for the other kinds.</summary>
    public int? UnitId { get; set; }

    /// <summary>No new figures.</summary>
    public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;
}
