namespace Maoding.Shared;

/// <summary>What stands around a page: set as ViewData["Shell"] before a page is rendered.</summary>
/// <param name="RegionName">Name of the region, such as 云泽区.</param>
/// <param name="PlanYear">Year of the plan looked at; null before there is one.</param>
/// <param name="Years">To switch between, ascending; empty while there is one at the most.</param>
/// <param name="Page">Path of the page, to be looked at in another year; null for a page of one thing, which has its own.</param>
/// <param name="CarriedYear">The year looked at where it is not the usual one.</param>
/// <param name="PersonName">Who is signed in; null when nobody is.</param>
/// <param name="PostName">The post that person acts in; null when there is none.</param>
/// <param name="BusinessDate">Today in the district, shown only when it is not the system's date.</param>
/// <param name="IsDemo">True for demonstration data, which the header says on every page.</param>
/// <param name="Navigation">Areas of the navigation in their order.</param>
/// <param name="AtHand">The entries at the foot of a phone.</param>
public sealed record ShellModel(
    string RegionName,
    int? PlanYear,
    IReadOnlyList<int> Years,
    string? Page,
    int? CarriedYear,
    string? PersonName,
    string? PostName,
    DateOnly? BusinessDate,
    bool IsDemo,
    IReadOnlyList<NavigationGroup> Navigation,
    IReadOnlyList<NavigationEntry> AtHand)
{
    /// <summary>A shell for pages that know nothing yet: no region, nobody signed in.</summary>
    public static ShellModel Empty { get; } = new("", null, [], null, null, null, null, null, false, [], []);
}

/// <summary>An area of the navigation: a word on the left, its entries as tabs on its pages.</summary>
/// <param name="Name">Such as 目标数据.</param>
public sealed record NavigationGroup(string Name, IReadOnlyList<NavigationEntry> Entries)
{
    public bool Holds(string? section) => Entries.Any(e => e.Section == section);
}

/// <summary>One entry of an area.</summary>
/// <param name="Text">Its word, such as 台账.</param>
/// <param name="Href">Where it leads.</param>
/// <param name="Section">Marked as current on pages whose ViewData["Section"] says the same.</param>
public sealed record NavigationEntry(string Text, string Href, string Section);

/// <summary>The way back to the page above, set as ViewData["Back"].</summary>
/// <param name="Text">Name of the page above, such as 台账.</param>
/// <param name="Href">Its address, filters included.</param>
public sealed record BackLink(string Text, string Href);

/// <summary>Keyset paging: links to the neighbouring pages, null at either end.</summary>
/// <param name="PreviousHref">The page before; null on the first.</param>
/// <param name="NextHref">The page after; null on the last.</param>
/// <param name="Summary">What is shown here, such as “共 120 项，本页 100 项”.</param>
public sealed record PagerModel(string? PreviousHref, string? NextHref, string Summary);

/// <summary>A page or list with nothing in it yet.</summary>
/// <param name="Purpose">What will stand here, in one sentence.</param>
/// <param name="ActionText">The one next action; null when the reader can do nothing here.</param>
/// <param name="ActionHref">Where that action is done.</param>
public sealed record EmptyModel(string Purpose, string? ActionText = null, string? ActionHref = null);
