using Maoding.Domain.Access;
using Maoding.Shared;

namespace Maoding.Contracts;

/// <summary>The navigation as one person sees it.</summary>
internal static class NavigationGroups
{
    /// <summary>Areas in their order; those in which the actor may see nothing are left out.</summary>
    public static IReadOnlyList<NavigationGroup> Of(IReadOnlyList<Feature> features, Actor actor) =>
    [
        .. features.SelectMany(f => f.Navigation).Where(p => Permissions.Allows(actor, p.Needs)).GroupBy(p => p.Area).OrderBy(g => g.Key)
            .Select(g => new NavigationGroup(NameOf(g.Key), [.. g.OrderBy(p => p.Order).Select(p => new NavigationEntry(p.Text, p.Href, p.Section))])),
    ];

    /// <summary>The area's heading; empty where entries stand alone.</summary>
    public static string NameOf(Area area) => area switch
    {
        // Its one entry says it.
        Area.Home => "",
        Area.Planning => "台账",
        Area.Progress => "推进",
        Area.Measuring => "目标数据",
        Area.Building => "项目",
        Area.Supervision => "督办问责",
        Area.Livelihood => "民生",
        Area.Enterprise => "风险企业",
        Area.Assessment => "考核通报",
        _ => "系统",
    };
}
