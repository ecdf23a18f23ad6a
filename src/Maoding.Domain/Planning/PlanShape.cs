namespace Maoding.Domain.Planning;

/// <summary>How a row's work is spread over the months.</summary>
public enum PlanShape
{
    /// <summary>均衡.</summary>
    Even = 0,

    /// <summary>前低后高.</summary>
    BackLoaded = 1,

    /// <summary>按节点.</summary>
    ByMilestones = 2,

    /// <summary>自定.</summary>
    Own = 3,
}
