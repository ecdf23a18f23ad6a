using Maoding.Domain.Audit;

namespace Maoding.Domain.Lights;

/// <summary>亮灯. The order of the numbers is the order of severity.</summary>
public enum Light
{
    /// <summary>未开始或不评: nothing was due.</summary>
    [Called("不评")] None = 0,

    [Called("绿灯")] Green = 1,

    [Called("黄灯")] Yellow = 2,

    [Called("红灯")] Red = 3,
}

/// <summary>月结: a month of a plan was closed, once.</summary>
[Called("月结", Place = 120)]
public sealed class MonthClose : IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    /// <summary>yyyymm.</summary>
    [Called("月份")] public int Month { get; set; }

    [Called("规则版本")] public int RuleEditionId { get; set; }

    /// <summary>The business date on which it was done.</summary>
    [Called("月结日期")] public DateOnly ClosedOn { get; set; }

    /// <summary>Rows judged, parents included.</summary>
    [Called("任务数")] public int Rows { get; set; }

    /// <summary>0: the system did it by itself.</summary>
    [Called("月结人")] public int ClosedById { get; set; }
}

/// <summary>
/// A row's light of a closed month with the numbers used; written once. Only the override and the recovery come later, each with its own date.
/// </summary>
[Called("亮灯", Place = 130)]
public sealed class MonthLight : IAudited
{
    public int Id { get; set; }

    [Called("计划")] public int PlanId { get; set; }

    [Called("任务")] public int CommitmentId { get; set; }

    /// <summary>yyyymm.</summary>
    [Called("月份")] public int Month { get; set; }

    [Called("亮灯")] public Light Light { get; set; }

    [Called("规则版本")] public int RuleEditionId { get; set; }

    /// <summary>The rule that gave the light, by its line in the edition from 1; 0: none fired; <see cref="Judgement.ByTarget"/>.</summary>
    [Called("规则第几条")] public int Rule { get; set; }

    /// <summary>Planned share at the end of the month, 0 to 1000; null without a plan.</summary>
    [Called("计划进度（千分之）")] public int? Planned { get; set; }

    /// <summary>Share done by accepted reports, 0 to 1000; null without any.</summary>
    [Called("完成进度（千分之）")] public int? Done { get; set; }

    /// <summary>The accepted report that Done comes from; null for a parent or without any.</summary>
    [Called("填报")] public int? ReportId { get; set; }

    /// <summary>A report was due for the month and none was accepted in time.</summary>
    [Called("未报")] public bool IsMissing { get; set; }

    /// <summary>Days from the month's end to the row's time; negative: past it; null without one.</summary>
    [Called("距时限天数")] public int? DaysLeft { get; set; }

    /// <summary>Months in a row, this one included, in which the plan was missed.</summary>
    [Called("连续未达计划月数")] public int MissedMonths { get; set; }

    /// <summary>Months in a row, this one included, whose report was missing.</summary>
    [Called("连续未报月数")] public int MissingMonths { get; set; }

    /// <summary>Months without anything done since the first planned one.</summary>
    [Called("连续没有进展的月数")] public int IdleMonths { get; set; }

    /// <summary>The owners when the month was closed, for counting by them later.</summary>
    [Called("牵头单位")] public int? LeadUnitId { get; set; }

    [Called("牵头领导")] public int? LeaderPostId { get; set; }

    [Called("章节")] public int? SectionId { get; set; }

    /// <summary>The light given by a person instead; null when nobody did.</summary>
    [Called("改定的灯")] public Light? Override { get; set; }

    [Called("改定原因")] public string OverrideReason { get; set; } = "";

    [Called("改定日期")] public DateOnly? OverriddenOn { get; set; }

    [Called("改定人")] public int? OverriddenById { get; set; }

    /// <summary>The day on which the arrears of the month were made up; null while they are not.</summary>
    [Called("补上日期")] public DateOnly? RecoveredOn { get; set; }

    /// <summary>What is shown: the override, else the computed light.</summary>
    public Light Shown => Override ?? Light;
}
