using Maoding.Domain.Search;

namespace Maoding.Domain.Projects;

/// <summary>Who lists a project as a key one.</summary>
public enum ProjectLevel
{
    /// <summary>国家级.</summary>
    National = 1,

    /// <summary>省级.</summary>
    Provincial = 2,

    /// <summary>市级.</summary>
    Municipal = 3,

    /// <summary>区级.</summary>
    District = 4,
}

/// <summary>行业.</summary>
public enum Sector
{
    /// <summary>工业.</summary>
    Industry = 1,

    /// <summary>现代服务业.</summary>
    Services = 2,

    /// <summary>农业农村.</summary>
    Agriculture = 3,

    /// <summary>基础设施.</summary>
    Infrastructure = 4,

    /// <summary>社会民生.</summary>
    Livelihood = 5,

    /// <summary>城市更新.</summary>
    Renewal = 6,

    /// <summary>生态环保.</summary>
    Ecology = 7,

    /// <summary>文化旅游.</summary>
    Culture = 8,

    /// <summary>科技创新.</summary>
    Innovation = 9,

    /// <summary>其他.</summary>
    Other = 99,
}

/// <summary>What a year wants of a project.</summary>
public enum YearClass
{
    /// <summary>竣工: to be finished this year.</summary>
    Completing = 1,

    /// <summary>续建.</summary>
    Continuing = 2,

    /// <summary>新开工.</summary>
    Starting = 3,

    /// <summary>预备.</summary>
    Reserve = 4,
}

/// <summary>重大项目. Money is in 万元 throughout.</summary>
public sealed class Project : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    /// <summary>Unique: XM-2026-001.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public ProjectLevel Level { get; set; } = ProjectLevel.District;

    public Sector Sector { get; set; }

    /// <summary>建设内容.</summary>
    public string Content { get; set; } = "";

    /// <summary>建设地点.</summary>
    public string Site { get; set; } = "";

    /// <summary>Degrees east, up to six decimals; null when not given. Both or neither.</summary>
    public decimal? Longitude { get; set; }

    /// <summary>Degrees north.</summary>
    public decimal? Latitude { get; set; }

    /// <summary>建设单位.</summary>
    public string Owner { get; set; } = "";

    /// <summary>统一社会信用代码 of the owner after GB 32100; a wrong check digit is warned of, not refused.</summary>
    public string OwnerCode { get; set; } = "";

    /// <summary>总投资, 万元.</summary>
    public decimal TotalInvestment { get; set; }

    /// <summary>以前年度累计完成投资: done before the first month that is kept of it, 万元; months come on top.</summary>
    public decimal DoneBefore { get; set; }

    public Stage Stage { get; set; } = Stage.Planning;

    /// <summary>Since when it is in its stage.</summary>
    public DateOnly StageSince { get; set; }

    /// <summary>责任单位: reports on it every month.</summary>
    public int LeadUnitId { get; set; }

    /// <summary>服务单位: helps it through its procedures; null when nobody was named.</summary>
    public int? ServiceUnitId { get; set; }

    /// <summary>包联领导's post: whoever holds it.</summary>
    public int? LeaderPostId { get; set; }

    /// <summary>The leader's next visit.</summary>
    public DateOnly? NextVisit { get; set; }

    /// <summary>The ledger row it serves.</summary>
    public int? CommitmentId { get; set; }

    /// <summary>When work is to begin, as planned; null while open.</summary>
    public DateOnly? PlannedStart { get; set; }

    public DateOnly? PlannedFinish { get; set; }

    /// <summary>When work began.</summary>
    public DateOnly? StartedOn { get; set; }

    public DateOnly? FinishedOn { get; set; }

    /// <summary>The procedures' template it was given; null before.</summary>
    public int? TemplateId { get; set; }

    /// <summary>From when its procedures are scheduled; null before.</summary>
    public DateOnly? ProceduresFrom { get; set; }

    public int Version { get; set; } = 1;

    public List<ProjectYear> Years { get; set; } = [];

    public List<ProjectFund> Funds { get; set; } = [];

    public List<ProjectNode> Nodes { get; set; } = [];

    /// <summary>Begun, whether or not it is finished.</summary>
    public bool HasStarted =>
        Stage is Stage.Started or Stage.Building or Stage.Completed or Stage.Operating || (Stage == Stage.Suspended && StartedOn is not null);

    SearchKind ISearched.FoundAs => SearchKind.Project;

    IEnumerable<string> ISearched.SearchTexts => [string.Join('\n', Code, Name, Content, Site, Owner)];
}

/// <summary>What a year wants of a project.</summary>
public sealed class ProjectYear
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public int Year { get; set; }

    public YearClass Class { get; set; }

    /// <summary>年度计划投资, 万元.</summary>
    public decimal Planned { get; set; }

    /// <summary>What is to stand by the end of the year: 主体封顶.</summary>
    public string Goal { get; set; } = "";
}

/// <summary>Where the money comes from.</summary>
public enum FundSource
{
    /// <summary>中央和省级资金.</summary>
    Upper = 1,

    /// <summary>专项债券.</summary>
    Bond = 2,

    /// <summary>市区财政.</summary>
    Budget = 3,

    /// <summary>银行贷款.</summary>
    Loan = 4,

    /// <summary>企业自筹.</summary>
    Enterprise = 5,

    /// <summary>其他.</summary>
    Other = 9,
}

/// <summary>Money of one source, 万元.</summary>
public sealed class ProjectFund
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public FundSource Source { get; set; }

    /// <summary>Wanted in all.</summary>
    public decimal Planned { get; set; }

    /// <summary>到位.</summary>
    public decimal InPlace { get; set; }
}

/// <summary>节点 of a project's building: 主体封顶.</summary>
public sealed class ProjectNode
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public required string Name { get; set; }

    public DateOnly Due { get; set; }

    /// <summary>By an accepted month, or as the office says.</summary>
    public DateOnly? ReachedOn { get; set; }

    /// <summary>The day that a month's report gives; it counts from when that month is accepted.</summary>
    public DateOnly? ReportedOn { get; set; }

    /// <summary>yyyymm of that report.</summary>
    public int? ReportedMonth { get; set; }
}

/// <summary>A stage that was entered, with the day and why.</summary>
public sealed class StageChange : IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    public StageMove Move { get; set; }

    public Stage From { get; set; }

    public Stage To { get; set; }

    public DateOnly On { get; set; }

    public string Why { get; set; } = "";

    public int ById { get; set; }
}
