using Maoding.Domain.Audit;
using Maoding.Domain.Search;

namespace Maoding.Domain.Projects;

/// <summary>Who lists a project as a key one.</summary>
public enum ProjectLevel
{
    [Called("国家级")] National = 1,

    [Called("省级")] Provincial = 2,

    [Called("市级")] Municipal = 3,

    [Called("区级")] District = 4,
}

/// <summary>行业.</summary>
public enum Sector
{
    [Called("工业")] Industry = 1,

    [Called("现代服务业")] Services = 2,

    [Called("农业农村")] Agriculture = 3,

    [Called("基础设施")] Infrastructure = 4,

    [Called("社会民生")] Livelihood = 5,

    [Called("城市更新")] Renewal = 6,

    [Called("生态环保")] Ecology = 7,

    [Called("文化旅游")] Culture = 8,

    [Called("科技创新")] Innovation = 9,

    [Called("其他")] Other = 99,
}

/// <summary>What a year wants of a project.</summary>
public enum YearClass
{
    /// <summary>竣工: to be finished this year.</summary>
    [Called("竣工")] Completing = 1,

    [Called("续建")] Continuing = 2,

    [Called("新开工")] Starting = 3,

    [Called("预备")] Reserve = 4,
}

/// <summary>重大项目. Money is in 万元 throughout.</summary>
[Called("项目", Place = 250)]
public sealed class Project : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    /// <summary>Unique: XM-2026-001.</summary>
    [Called("代码")] public required string Code { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("级别")] public ProjectLevel Level { get; set; } = ProjectLevel.District;

    [Called("行业")] public Sector Sector { get; set; }

    /// <summary>建设内容.</summary>
    [Called("建设内容")] public string Content { get; set; } = "";

    /// <summary>建设地点.</summary>
    [Called("建设地点")] public string Site { get; set; } = "";

    /// <summary>Degrees east, up to six decimals; null when not given. Both or neither.</summary>
    [Called("经度")] public decimal? Longitude { get; set; }

    /// <summary>Degrees north.</summary>
    [Called("纬度")] public decimal? Latitude { get; set; }

    /// <summary>建设单位.</summary>
    [Called("建设单位")] public string Owner { get; set; } = "";

    /// <summary>统一社会信用代码 of the owner after GB 32100; a wrong check digit is warned of, not refused.</summary>
    [Called("统一社会信用代码")] public string OwnerCode { get; set; } = "";

    /// <summary>总投资, 万元.</summary>
    [Called("总投资（万元）")] public decimal TotalInvestment { get; set; }

    /// <summary>以前年度累计完成投资: done before the first month that is kept of it, 万元; months come on top.</summary>
    [Called("以前年度累计完成投资（万元）")] public decimal DoneBefore { get; set; }

    [Called("阶段")] public Stage Stage { get; set; } = Stage.Planning;

    /// <summary>Since when it is in its stage.</summary>
    [Called("进入本阶段日期")] public DateOnly StageSince { get; set; }

    /// <summary>责任单位: reports on it every month.</summary>
    [Called("牵头单位")] public int LeadUnitId { get; set; }

    /// <summary>服务单位: helps it through its procedures; null when nobody was named.</summary>
    [Called("服务单位")] public int? ServiceUnitId { get; set; }

    /// <summary>包联领导's post: whoever holds it.</summary>
    [Called("牵头领导")] public int? LeaderPostId { get; set; }

    /// <summary>The leader's next visit.</summary>
    [Called("下次走访")] public DateOnly? NextVisit { get; set; }

    /// <summary>The ledger row it serves.</summary>
    [Called("任务")] public int? CommitmentId { get; set; }

    /// <summary>When work is to begin, as planned; null while open.</summary>
    [Called("计划开工")] public DateOnly? PlannedStart { get; set; }

    [Called("计划竣工")] public DateOnly? PlannedFinish { get; set; }

    /// <summary>When work began.</summary>
    [Called("开始日期")] public DateOnly? StartedOn { get; set; }

    [Called("实际竣工")] public DateOnly? FinishedOn { get; set; }

    /// <summary>The procedures' template it was given; null before.</summary>
    [Called("手续模板")] public int? TemplateId { get; set; }

    /// <summary>From when its procedures are scheduled; null before.</summary>
    [Called("手续起算日期")] public DateOnly? ProceduresFrom { get; set; }

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
[Called("年度安排")]
public sealed class ProjectYear
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    [Called("年度")] public int Year { get; set; }

    [Called("年度类别")] public YearClass Class { get; set; }

    /// <summary>年度计划投资, 万元.</summary>
    [Called("年度计划投资（万元）")] public decimal Planned { get; set; }

    /// <summary>What is to stand by the end of the year: 主体封顶.</summary>
    [Called("年度目标")] public string Goal { get; set; } = "";
}

/// <summary>Where the money comes from.</summary>
public enum FundSource
{
    [Called("中央和省级资金")] Upper = 1,

    [Called("专项债券")] Bond = 2,

    [Called("市区财政")] Budget = 3,

    [Called("银行贷款")] Loan = 4,

    [Called("企业自筹")] Enterprise = 5,

    /// <summary>其他.</summary>
    [Called("其他资金")] Other = 9,
}

/// <summary>Money of one source, 万元.</summary>
[Called("资金")]
public sealed class ProjectFund
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    [Called("资金来源")] public FundSource Source { get; set; }

    /// <summary>Wanted in all.</summary>
    [Called("计划资金（万元）")] public decimal Planned { get; set; }

    /// <summary>到位.</summary>
    [Called("到位资金（万元）")] public decimal InPlace { get; set; }
}

/// <summary>节点 of a project's building: 主体封顶.</summary>
[Called("建设节点")]
public sealed class ProjectNode
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    [Called("名称")] public required string Name { get; set; }

    [Called("完成时限")] public DateOnly Due { get; set; }

    /// <summary>By an accepted month, or as the office says.</summary>
    [Called("完成日期")] public DateOnly? ReachedOn { get; set; }

    /// <summary>The day that a month's report gives; it counts from when that month is accepted.</summary>
    [Called("填报的完成日期")] public DateOnly? ReportedOn { get; set; }

    /// <summary>yyyymm of that report.</summary>
    [Called("填报完成的月份")] public int? ReportedMonth { get; set; }
}

/// <summary>A stage that was entered, with the day and why.</summary>
[Called("项目阶段", Place = 270)]
public sealed class StageChange : IAudited
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    [Called("动作")] public StageMove Move { get; set; }

    [Called("原阶段")] public Stage From { get; set; }

    [Called("新阶段")] public Stage To { get; set; }

    [Called("发布日期")] public DateOnly On { get; set; }

    [Called("说明")] public string Why { get; set; } = "";

    [Called("经办人")] public int ById { get; set; }
}
