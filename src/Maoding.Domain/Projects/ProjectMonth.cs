using Maoding.Domain.Access;
using Maoding.Domain.Audit;
using Maoding.Domain.Lights;

namespace Maoding.Domain.Projects;

/// <summary>Where a project's month stands.</summary>
public enum ProjectMonthState
{
    /// <summary>未填报: only planned, or a draft.</summary>
    [Called("未填报")] Open = 1,

    /// <summary>已填报: handed in.</summary>
    [Called("已填报")] Submitted = 2,

    /// <summary>已审核: what rates and lights are computed from.</summary>
    [Called("已审核")] Accepted = 3,

    [Called("退回")] Returned = 4,
}

public enum ProjectMonthMove
{
    /// <summary>提交.</summary>
    Submit = 1,

    /// <summary>撤回.</summary>
    Withdraw,

    /// <summary>审核通过.</summary>
    Accept,

    /// <summary>退回.</summary>
    Return,
}

/// <summary>The life of a project's month.</summary>
public static class ProjectMonthMoves
{
    /// <summary>Asked from whoever sends a month back.</summary>
    public static AskedReason Why { get; } = new("退回原因", "PRJ012", "请写退回原因，不超过 1000 个字，单位会看到。", 1000);

    public static LifeCycle<ProjectMonthState, ProjectMonthMove> Table { get; } = new("这个月的项目进度", "PRJ002", NameOf,
    [
        new(ProjectMonthMove.Submit, "提交", ProjectMonthState.Open, ProjectMonthState.Submitted, Permission.ReportProjects),
        new(ProjectMonthMove.Submit, "重新提交", ProjectMonthState.Returned, ProjectMonthState.Submitted, Permission.ReportProjects),
        new(ProjectMonthMove.Withdraw, "撤回", ProjectMonthState.Submitted, ProjectMonthState.Open, Permission.ReportProjects),
        new(ProjectMonthMove.Accept, "审核通过", ProjectMonthState.Submitted, ProjectMonthState.Accepted, Permission.AcceptProjects),
        new(ProjectMonthMove.Return, "退回", ProjectMonthState.Submitted, ProjectMonthState.Returned, Permission.AcceptProjects)
        {
            Reason = Why,
            Look = ButtonLook.Danger,
        },
        // Only while the month is not closed, which the service checks.
        new(ProjectMonthMove.Return, "退回", ProjectMonthState.Accepted, ProjectMonthState.Returned, Permission.AcceptProjects)
        {
            Reason = Why,
            Look = ButtonLook.Danger,
        },
    ]);

    public static string NameOf(ProjectMonthState state) => ChoiceWords.Of(state);
}

/// <summary>月度调度: what a month planned of a project and what was done in it. One per project and month.</summary>
[Called("项目月度进度", Place = 260)]
public sealed class ProjectMonth : IVersioned, IAudited
{
    public int Id { get; set; }

    [Called("项目")] public int ProjectId { get; set; }

    /// <summary>yyyymm.</summary>
    [Called("月份")] public int Month { get; set; }

    /// <summary>Investment planned for this month alone, 万元; null without a plan.</summary>
    [Called("当月计划投资（万元）")] public decimal? Planned { get; set; }

    /// <summary>Investment done in this month alone, 万元; null until it is reported. Below zero only as a correction with a note.</summary>
    [Called("当月完成投资（万元）")] public decimal? Done { get; set; }

    /// <summary>形象进度 at the month's end.</summary>
    [Called("形象进度")] public string Progress { get; set; } = "";

    /// <summary>Problems and what is needed, in the unit's words.</summary>
    [Called("说明")] public string Note { get; set; } = "";

    [Called("状态")] public ProjectMonthState State { get; set; } = ProjectMonthState.Open;

    [Called("退回原因")] public string ReturnReason { get; set; } = "";

    [Called("提交日期")] public DateOnly? SubmittedOn { get; set; }

    [Called("提交人")] public int? SubmittedById { get; set; }

    [Called("决定日期")] public DateOnly? DecidedOn { get; set; }

    [Called("决定人")] public int? DecidedById { get; set; }

    /// <summary>Written when the month is closed, from the shares kept here; null while open.</summary>
    [Called("亮灯")] public Light? Light { get; set; }

    /// <summary>The rule set that gave the light.</summary>
    [Called("规则版本")] public int? RuleEditionId { get; set; }

    /// <summary>The rule's line from 1; 0: none fired.</summary>
    [Called("规则第几条")] public int Rule { get; set; }

    /// <summary>Planned cumulative share of the year's plan at the close, 0 to 1000.</summary>
    [Called("时序进度（千分之）")] public int? PlannedShare { get; set; }

    /// <summary>Likewise done.</summary>
    [Called("完成进度（千分之）")] public int? DoneShare { get; set; }

    public int Version { get; set; } = 1;
}
