using Maoding.Domain.Audit;
using Maoding.Domain.Search;

namespace Maoding.Domain.Problems;

/// <summary>Where a problem was met.</summary>
public enum ProblemOrigin
{
    [Called("月度填报")] Report = 1,

    [Called("项目调度")] Project = 2,

    [Called("领导走访")] Visit = 3,

    [Called("企业反映")] Enterprise = 4,
}

/// <summary>What holds the work back.</summary>
public enum ProblemCause
{
    [Called("前期手续")] Procedures = 1,

    [Called("土地征迁")] Land = 2,

    [Called("基础设施配套")] Utilities = 3,

    [Called("资金")] Money = 4,

    [Called("用工")] Labour = 5,

    [Called("政策")] Policy = 6,

    [Called("其他")] Other = 9,
}

/// <summary>Who has to settle it now; what a tier can settle may not skip it.</summary>
public enum Tier
{
    [Called("责任单位")] Unit = 1,

    /// <summary>分管（包联）领导.</summary>
    [Called("分管领导")] Leader = 2,

    /// <summary>主要负责同志: the chief of the handling unit's line.</summary>
    [Called("主要负责同志")] Chief = 3,

    [Called("专题会议")] Meeting = 4,
}

/// <summary>问题清单: what stands in the way, until whoever raised it says that it does no longer.</summary>
[Called("问题", Place = 330)]
public sealed class Problem : IVersioned, IAudited, ISearched
{
    public int Id { get; set; }

    /// <summary>From 1, unique; shown as 问题0012.</summary>
    [Called("编号")] public int Number { get; set; }

    [Called("标题")] public required string Title { get; set; }

    [Called("文字")] public string Text { get; set; } = "";

    [Called("原因类别")] public ProblemCause Cause { get; set; }

    [Called("问题来源")] public ProblemOrigin Origin { get; set; }

    [Called("项目")] public int? ProjectId { get; set; }

    /// <summary>The ledger row it was met in.</summary>
    [Called("任务")] public int? CommitmentId { get; set; }

    /// <summary>The enterprise that brought it; empty for none.</summary>
    [Called("企业")] public string Enterprise { get; set; } = "";

    /// <summary>Investment that it holds back, 万元; null while nobody says.</summary>
    [Called("影响投资（万元）")] public decimal? HeldBack { get; set; }

    [Called("提出日期")] public DateOnly RaisedOn { get; set; }

    /// <summary>Account of whoever raised it: he verifies that it is solved.</summary>
    [Called("提出人")] public int RaisedById { get; set; }

    /// <summary>The unit it was raised for; null when a leader or the coordinator raised it.</summary>
    [Called("提出单位")] public int? RaisedUnitId { get; set; }

    [Called("状态")] public ProblemState State { get; set; } = ProblemState.Raised;

    /// <summary>Who handles it; null before it is assigned.</summary>
    [Called("单位")] public int? UnitId { get; set; }

    /// <summary>The leader in charge.</summary>
    [Called("牵头领导")] public int? LeaderPostId { get; set; }

    [Called("完成时限")] public DateOnly? Due { get; set; }

    [Called("层级", Before = "Rung")] public Tier Tier { get; set; } = Tier.Unit;

    /// <summary>Since when it is on its tier; the day it was assigned at first.</summary>
    [Called("进入本层级日期", Before = "RungSince")] public DateOnly? TierSince { get; set; }

    /// <summary>What was done, as the unit says.</summary>
    [Called("解决情况")] public string Resolution { get; set; } = "";

    [Called("报告解决日期")] public DateOnly? ResolvedOn { get; set; }

    [Called("结束日期")] public DateOnly? ClosedOn { get; set; }

    /// <summary>How often it was opened again.</summary>
    [Called("重新打开次数")] public int Reopened { get; set; }

    public int Version { get; set; } = 1;

    public List<ProblemEvent> Events { get; set; } = [];

    public List<ProblemStep> Steps { get; set; } = [];

    SearchKind ISearched.FoundAs => SearchKind.Problem;

    IEnumerable<string> ISearched.SearchTexts => [$"{Number:0000}\n{Number}\n{Title}\n{Text}\n{Enterprise}\n{Resolution}"];
}

/// <summary>One thing that happened to a problem.</summary>
[Called("办理记录")]
public sealed class ProblemEvent
{
    public int Id { get; set; }

    [Called("问题")] public int ProblemId { get; set; }

    /// <summary>Null for raising it.</summary>
    [Called("动作")] public ProblemMove? Move { get; set; }

    [Called("状态")] public ProblemState State { get; set; }

    [Called("层级", Before = "Rung")] public Tier Tier { get; set; }

    [Called("发布日期")] public DateOnly On { get; set; }

    [Called("文字")] public string Text { get; set; } = "";

    [Called("经办人")] public int ById { get; set; }
}

/// <summary>A next step of a problem, with owner and time; most come from site meetings.</summary>
[Called("下一步")]
public sealed class ProblemStep
{
    public int Id { get; set; }

    [Called("问题")] public int ProblemId { get; set; }

    /// <summary>The meeting that decided it; null for one set at the desk.</summary>
    [Called("现场办公")] public int? MeetingId { get; set; }

    [Called("文字")] public required string Text { get; set; }

    [Called("单位")] public int UnitId { get; set; }

    [Called("完成时限")] public DateOnly Due { get; set; }

    [Called("办结日期")] public DateOnly? DoneOn { get; set; }

    [Called("办理情况")] public string Result { get; set; } = "";
}

/// <summary>现场办公: a leader goes where the work stands still and decides there.</summary>
[Called("现场办公", Place = 340)]
public sealed class SiteMeeting : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("召开日期")] public DateOnly HeldOn { get; set; }

    [Called("地点")] public required string Place { get; set; }

    /// <summary>Whose meeting it is.</summary>
    [Called("牵头领导")] public int LeaderPostId { get; set; }

    /// <summary>Who was there, as the minutes say.</summary>
    [Called("参加人员")] public string Attendees { get; set; } = "";

    /// <summary>What was seen and heard.</summary>
    [Called("文字")] public string Text { get; set; } = "";

    /// <summary>The minutes are signed: nothing changes any more. Null before.</summary>
    [Called("签发日期")] public DateOnly? SignedOn { get; set; }

    [Called("录入人")] public int EnteredById { get; set; }

    public int Version { get; set; } = 1;

    public List<MeetingProject> Projects { get; set; } = [];
}

/// <summary>A project that a site meeting was about.</summary>
[Called("涉及项目")]
public sealed class MeetingProject
{
    public int Id { get; set; }

    [Called("现场办公")] public int MeetingId { get; set; }

    [Called("项目")] public int ProjectId { get; set; }
}
