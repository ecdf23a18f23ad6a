using Maoding.Domain.Access;
using Maoding.Shared;

namespace Maoding.Contracts;

/// <summary>The navigation as one person sees it.</summary>
internal static class NavigationGroups
{
    /// <summary>How many entries are at hand on a phone.</summary>
    public const int AtHand = 5;

    /// <summary>Areas in their order; those in which the actor may see nothing are left out.</summary>
    public static IReadOnlyList<NavigationGroup> Of(IReadOnlyList<Feature> features, Actor actor) =>
    [
        .. Seen(features, actor).GroupBy(p => p.Area).OrderBy(g => g.Key)
            .Select(g => new NavigationGroup(NameOf(g.Key), [.. g.OrderBy(p => p.Order).Select(Entry)])),
    ];

    /// <summary>
    /// What the person's posts open daily, those of the first post before those of others, shown in the order of the areas;
    /// where it is fewer, filled up from the beginning.
    /// </summary>
    public static IReadOnlyList<NavigationEntry> AtHandOf(IReadOnlyList<Feature> features, Actor actor)
    {
        var kinds = actor.Posts.Select(p => p.Kind).ToList();
        int Rank(NavigationPlace place) => kinds.FindIndex(place.AtHandOf.Contains) is >= 0 and var at ? at : int.MaxValue;
        return [.. Ordered(Ordered(Seen(features, actor)).OrderBy(Rank).Take(AtHand)).Select(Entry)];
    }

    /// <summary>The section of the entry that an address lies beneath, the longest one; null when the actor has none such.</summary>
    public static string? SectionOf(IReadOnlyList<NavigationGroup> groups, string href)
    {
        var path = href.Split('?', '#')[0];
        return groups.SelectMany(g => g.Entries).Where(e => path == e.Href || path.StartsWith($"{e.Href}/", StringComparison.Ordinal))
            .MaxBy(e => e.Href.Length)?.Section;
    }

    /// <summary>The area's name.</summary>
    public static string NameOf(Area area) => area switch
    {
        Area.Home => "今日",
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

    private static IEnumerable<NavigationPlace> Seen(IReadOnlyList<Feature> features, Actor actor) =>
        features.SelectMany(f => f.Navigation).Where(p => Permissions.Allows(actor, p.Needs));

    private static IOrderedEnumerable<NavigationPlace> Ordered(IEnumerable<NavigationPlace> places) => places.OrderBy(p => p.Area).ThenBy(p => p.Order);

    private static NavigationEntry Entry(NavigationPlace place) => new(place.Text, place.Href, place.Section);
}
