namespace Maoding.Domain.Lights;

/// <summary>亮灯. The order of the numbers is the order of severity.</summary>
public enum Light
{
    /// <summary>未开始或不评: nothing was due.</summary>
    None = 0,

    /// <summary>绿灯.</summary>
    Green = 1,

    /// <summary>黄灯.</summary>
    Yellow = 2,

    /// <summary>红灯.</summary>
    Red = 3,
}

/// <summary>月结: a month of a plan was closed, once.</summary>
public sealed class MonthClose : IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    /// <summary>yyyymm.</summary>
    public int Month { get; set; }

    public int RuleEditionId { get; set; }

    /// <summary>The business date on which it was done.</summary>
    public DateOnly ClosedOn { get; set; }

    /// <summary>Rows judged, parents included.</summary>
    public int Rows { get; set; }

    /// <summary>0: the system did it by itself.</summary>
    public int ClosedById { get; set; }
}

/// <summary>
/// A row's light of a closed month with the numbers used; written once. Only the override and the recovery come later, each with its own date.
/// </summary>
public sealed class MonthLight : IAudited
{
    public int Id { get; set; }

    public int PlanId { get; set; }

    public int CommitmentId { get; set; }

    /// <summary>yyyymm.</summary>
    public int Month { get; set; }

    public Light Light { get; set; }

    public int RuleEditionId { get; set; }

    /// <summary>The rule that gave the light, by its line in the edition from 1; 0: none fired; <see cref="Judgement.ByTarget"/>.</summary>
    public int Rule { get; set; }

    /// <summary>Planned share at the end of the month, 0 to 1000; null without a plan.</summary>
    public int? Planned { get; set; }

    /// <summary>Share done by accepted reports, 0 to 1000; null without any.</summary>
    public int? Done { get; set; }

    /// <summary>The accepted report that Done comes from; null for a parent or without any.</summary>
    public int? ReportId { get; set; }

    /// <summary>A report was due for the month and none was accepted in time.</summary>
    public bool IsMissing { get; set; }

    /// <summary>Days from the month's end to the row's time; negative: past it; null without one.</summary>
    public int? DaysLeft { get; set; }

    /// <summary>Months in a row, this one included, in which the plan was missed.</summary>
    public int MissedMonths { get; set; }

    /// <summary>Months in a row, this one included, whose report was missing.</summary>
    public int MissingMonths { get; set; }

    /// <summary>Months without anything done since the first planned one.</summary>
    public int IdleMonths { get; set; }

    /// <summary>The owners when the month was closed, for counting by them later.</summary>
    public int? LeadUnitId { get; set; }

    public int? LeaderPostId { get; set; }

    public int? SectionId { get; set; }

    /// <summary>The light given by a person instead; null when nobody did.</summary>
    public Light? Override { get; set; }

    public string OverrideReason { get; set; } = "";

    public DateOnly? OverriddenOn { get; set; }

    public int? OverriddenById { get; set; }

    /// <summary>The day on which the arrears of the month were made up; null while they are not.</summary>
    public DateOnly? RecoveredOn { get; set; }

    /// <summary>What is shown: the override, else the computed light.</summary>
    public Light Shown => Override ?? Light;
}
