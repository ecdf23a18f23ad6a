using Maoding.Domain.Audit;

namespace Maoding.Domain.Planning;

/// <summary>How a year's work is spread over its months.</summary>
public enum PlanShape
{
    /// <summary>均衡: the same share each month from the start month to the due month.</summary>
    [Called("均衡")] Even,

    /// <summary>前低后高: the square of the share of time passed, so half the time plans a quarter of the work.</summary>
    [Called("前低后高")] BackLoaded,

    /// <summary>按节点: each milestone brings its weight in its month.</summary>
    [Called("按节点")] ByMilestones,

    /// <summary>自定: twelve cumulative values given by the unit.</summary>
    [Called("自定")] Own,
}

/// <summary>A milestone of a plan.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Weight">Its share of the work in any unit, above 0; only the proportions count.</param>
public readonly record struct PlanMilestone(int Month, int Weight);

/// <summary>What a monthly plan is made from.</summary>
/// <param name="StartMonth">The first month with work, 1 to 12.</param>
/// <param name="DueMonth">The month by whose end all is done, not before the start month.</param>
/// <param name="Milestones">Used by <see cref="PlanShape.ByMilestones"/>.</param>
/// <param name="Own">Used by <see cref="PlanShape.Own"/>: twelve cumulative values in per mille.</param>
public sealed record PlanDraft(PlanShape Shape, int StartMonth, int DueMonth, IReadOnlyList<PlanMilestone> Milestones, IReadOnlyList<int> Own)
{
    /// <summary>A draft whose shape needs nothing but the two months.</summary>
    public PlanDraft(PlanShape shape, int startMonth, int dueMonth)
        : this(shape, startMonth, dueMonth, [], [])
    {
    }
}
