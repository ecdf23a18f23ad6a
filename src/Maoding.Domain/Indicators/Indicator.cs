using Maoding.Domain.Audit;
using Maoding.Domain.Search;

namespace Maoding.Domain.Indicators;

/// <summary>The side of development that an indicator tells of, in the order of the sheets.</summary>
public enum Dimension
{
    /// <summary>综合: the headline figures.</summary>
    [Called("综合")] Headline = 1,

    [Called("创新")] Innovation = 2,

    [Called("协调")] Coordination = 3,

    [Called("绿色")] Green = 4,

    [Called("开放")] Opening = 5,

    [Called("共享")] Sharing = 6,

    /// <summary>先行: tells early where the others will go; for the economic watch.</summary>
    [Called("先行")] Leading = 7,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    [Called("越高越好")] Higher = 1,

    [Called("越低越好")] Lower = 2,

    /// <summary>适中: neither by itself.</summary>
    [Called("适中")] Neither = 3,
}

/// <summary>How often figures come out.</summary>
public enum Frequency
{
    [Called("月度")] Month = 1,
    [Called("季度")] Quarter = 2,
    [Called("年度")] Year = 3,
}

/// <summary>What happens to January in a monthly indicator.</summary>
public enum January
{
    /// <summary>按月: January has its own figure.</summary>
    [Called("按月")] Own = 1,

    /// <summary>1—2月合并: one period, kept under February.</summary>
    [Called("1—2月合并")] Joined = 2,

    /// <summary>1月不报: February is the first month and its cumulative figure holds January.</summary>
    [Called("1月不报")] Skipped = 3,
}

/// <summary>What kind of number it is.</summary>
public enum FigureKind
{
    /// <summary>总量（现价）: a level at current prices, whose growth is published apart.</summary>
    [Called("总量（现价）")] Level = 1,

    /// <summary>增速（不变价）: growth at constant prices; there is no level beside it.</summary>
    [Called("增速（不变价）")] Growth = 2,

    /// <summary>比率: percent; changes are in points.</summary>
    [Called("比率")] Ratio = 3,

    /// <summary>指数: PMI, satisfaction.</summary>
    [Called("指数")] Index = 4,

    /// <summary>个数: persons, enterprises.</summary>
    [Called("个数")] Count = 5,

    [Called("位次")] Rank = 6,
}

/// <summary>How figures of months relate to the year.</summary>
public enum Accumulation
{
    /// <summary>累计: published from January on.</summary>
    [Called("累计")] Cumulative = 1,

    /// <summary>当期: each period by itself.</summary>
    [Called("当期")] PerPeriod = 2,

    /// <summary>期末: as it stands at the end.</summary>
    [Called("期末")] EndOfPeriod = 3,
}

/// <summary>指标: something counted with data over the years.</summary>
[Called("指标目录", Place = 180)]
public sealed class Indicator : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    /// <summary>GDP, RETAIL: capitals, digits and _, unique, up to 20; never changed once figures are there.</summary>
    [Called("代码")] public required string Code { get; set; }

    [Called("名称")] public required string Name { get; set; }

    /// <summary>Other names that documents use, separated by 、: GDP、全口径地区生产总值.</summary>
    [Called("别名")] public string Aliases { get; set; } = "";

    /// <summary>Place in every list, unique, from 1.</summary>
    [Called("次序")] public int Order { get; set; }

    [Called("方面")] public Dimension Dimension { get; set; } = Dimension.Headline;

    /// <summary>亿元, %, 人, 家.</summary>
    [Called("计量单位")] public string Unit { get; set; } = "";

    [Called("方向")] public Direction Direction { get; set; } = Direction.Higher;

    [Called("频率")] public Frequency Frequency { get; set; } = Frequency.Month;

    /// <summary>Of monthly indicators.</summary>
    [Called("1月")] public January January { get; set; } = January.Own;

    [Called("数据类型")] public FigureKind Kind { get; set; } = FigureKind.Level;

    [Called("累计方式")] public Accumulation Accumulation { get; set; } = Accumulation.Cumulative;

    /// <summary>报送单位: who enters the figures; null until named.</summary>
    [Called("报送单位")] public int? UnitId { get; set; }

    /// <summary>统计局月报, 国网供电公司.</summary>
    [Called("来源")] public string Source { get; set; } = "";

    /// <summary>口径: what is counted and what is not.</summary>
    [Called("口径")] public string Definition { get; set; } = "";

    /// <summary>Days after the end of a period until its figure is due, 0–180; single periods may have a date of their own.</summary>
    [Called("发布间隔（天）")] public int ReleaseDays { get; set; } = 20;

    /// <summary>The line that divides good from bad, for leading indicators: 50 for the PMI; null without.</summary>
    [Called("分界线")] public decimal? Threshold { get; set; }

    /// <summary>The lowest and highest value that can be right, in the indicator's unit; null: no bound.</summary>
    [Called("下限")] public decimal? Least { get; set; }

    [Called("上限")] public decimal? Most { get; set; }

    /// <summary>
    /// A value further from last year's of the same period than this is doubted: percent of it for levels and counts, points for the rest; null: never.
    /// </summary>
    [Called("异动幅度")] public decimal? Jump { get; set; }

    /// <summary>The cumulative value may fall from one month to the next (refunds of tax).</summary>
    [Called("累计可以下降")] public bool MayFall { get; set; }

    /// <summary>The whole this one is a part of: 第二产业增加值 of 地区生产总值; null for most.</summary>
    [Called("所属总项")] public int? PartOfId { get; set; }

    /// <summary>停用: no new figures, old ones stay.</summary>
    [Called("停用")] public bool IsRetired { get; set; }

    public int Version { get; set; } = 1;

    public IEnumerable<string> AliasNames => Aliases.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    SearchKind ISearched.FoundAs => SearchKind.Indicator;

    IEnumerable<string> ISearched.SearchTexts => [string.Join('\n', Code, Name, Aliases)];
}

/// <summary>发布日历: the day on which one period's figure comes out where the usual one does not hold.</summary>
[Called("发布日历", Place = 190)]
public sealed class Release : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("指标")] public int IndicatorId { get; set; }

    /// <summary>yyyymm: the last month of the period.</summary>
    [Called("月份")] public int Month { get; set; }

    [Called("发布日期")] public DateOnly On { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>Whose figures.</summary>
public enum AreaKind
{
    [Called("本区")] District = 1,

    /// <summary>全市: its value is the city's average for growth and ratios, its total for levels.</summary>
    [Called("全市")] City = 2,

    [Called("兄弟区县")] Peer = 3,

    /// <summary>街道、园区: a unit of the district.</summary>
    [Called("街道园区")] Unit = 4,

    [Called("重点企业")] Enterprise = 5,
}

/// <summary>对象: the district, the city, a peer, a street or park, a key enterprise: whatever figures are of.</summary>
[Called("数据对象", Place = 200)]
public sealed class Area : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("类别")] public AreaKind Kind { get; set; }

    /// <summary>Within its kind, from 1; streets and parks follow the official order of units.</summary>
    [Called("次序")] public int Order { get; set; }

    /// <summary>Unique within its kind.</summary>
    [Called("名称")] public required string Name { get; set; }

    /// <summary>The street or park; null for the other kinds.</summary>
    [Called("单位")] public int? UnitId { get; set; }

    /// <summary>No new figures.</summary>
    [Called("停用")] public bool IsClosed { get; set; }

    public int Version { get; set; } = 1;
}
