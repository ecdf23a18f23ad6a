using Maoding.Domain.Access;
using Maoding.Domain.Organization;

namespace Maoding.Contracts;

/// <summary>The ten areas of the navigation, in their order.</summary>
public enum Area
{
    /// <summary>今日.</summary>
    Home,

    /// <summary>台账.</summary>
    Planning,

    /// <summary>推进.</summary>
    Progress,

    /// <summary>目标数据.</summary>
    Measuring,

    /// <summary>项目.</summary>
    Building,

    /// <summary>督办问责.</summary>
    Supervision,

    /// <summary>民生.</summary>
    Livelihood,

    /// <summary>风险企业.</summary>
    Enterprise,

    /// <summary>考核通报.</summary>
    Assessment,

    /// <summary>系统.</summary>
    Administration,
}

/// <summary>A page that the navigation leads to, for those who may see it.</summary>
/// <param name="Area">Where it stands.</param>
/// <param name="Order">Its place among the area's entries, ascending.</param>
/// <param name="Text">Its word, such as 月结.</param>
/// <param name="Section">Marked as current on pages whose ViewData["Section"] says the same.</param>
public sealed record NavigationPlace(Area Area, int Order, string Text, string Href, string Section, Permission Needs)
{
    /// <summary>Kinds of posts whose holders open it daily: it is at hand on their phones, five for each kind.</summary>
    public IReadOnlyList<PostKind> AtHandOf { get; init; } = [];
}
