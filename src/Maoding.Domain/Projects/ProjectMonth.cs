using Maoding.Domain.Lights;

namespace Maoding.Domain.Projects;

/// <summary>Where a project's month stands.</summary>
public enum ProjectMonthState
{
    /// <summary>未填报: only planned, or a draft.</summary>
    Open = 1,

    /// <summary>已填报: handed in.</summary>
    Submitted = 2,

    /// <summary>已审核: what rates and lights are computed from.</summary>
    Accepted = 3,

    /// <summary>退回.</summary>
    Returned = 4,
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
    public static LifeCycle<ProjectMonthState, ProjectMonthMove> Table { get; } = new("这个月的项目进度", "PRJ002", NameOf,
    [
        new(ProjectMonthMove.Submit, "提交", ProjectMonthState.Open, ProjectMonthState.Submitted),
        new(ProjectMonthMove.Submit, "重新提交", ProjectMonthState.Returned, ProjectMonthState.Submitted),
        new(ProjectMonthMove.Withdraw, "撤回", ProjectMonthState.Submitted, ProjectMonthState.Open),
        new(ProjectMonthMove.Accept, "审核通过", ProjectMonthState.Submitted, ProjectMonthState.Accepted),
        new(ProjectMonthMove.Return, "退回", ProjectMonthState.Submitted, ProjectMonthState.Returned),
        // Only while the month is not closed, which the service checks.
        new(ProjectMonthMove.Return, "退回", ProjectMonthState.Accepted, ProjectMonthState.Returned),
    ]);

    public static string NameOf(ProjectMonthState state) => state switch
    {
        ProjectMonthState.Open => "未填报",
        ProjectMonthState.Submitted => "已填报",
        ProjectMonthState.Accepted => "已审核",
        ProjectMonthState.Returned => "退回",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}

/// <summary>月度调度: what a month planned of a project and what was done in it. One per project and month.</summary>
public sealed class ProjectMonth : IVersioned, IAudited
{
    public int Id { get; set; }

    public int ProjectId { get; set; }

    /// <summary>yyyymm.</summary>
    public int Month { get; set; }

    /// <summary>Investment planned for this month alone, 万元; null without a plan.</summary>
    public decimal? Planned { get; set; }

    /// <summary>Investment done in this month alone, 万元; null until it is reported. Below zero only as a correction with a note.</summary>
    public decimal? Done { get; set; }

    /// <summary>形象进度 at the month's end.</summary>
    public string Progress { get; set; } = "";

    /// <summary>Problems and what is needed, in the unit's words.</summary>
    public string Note { get; set; } = "";

    public ProjectMonthState State { get; set; } = ProjectMonthState.Open;

    public string ReturnReason { get; set; } = "";

    public DateOnly? SubmittedOn { get; set; }

    public int? SubmittedById { get; set; }

    public DateOnly? DecidedOn { get; set; }

    public int? DecidedById { get; set; }

    /// <summary>Written when the month is closed, from the shares kept here; null while open.</summary>
    public Light? Light { get; set; }

    /// <summary>The rule set that gave the light.</summary>
    public int? RuleEditionId { get; set; }

    /// <summary>The rule's line from 1; 0: none fired.</summary>
    public int Rule { get; set; }

    /// <summary>Planned cumulative share of the year's plan at the close, 0 to 1000.</summary>
    public int? PlannedShare { get; set; }

    /// <summary>Likewise done.</summary>
    public int? DoneShare { get; set; }

    public int Version { get; set; } = 1;
}
