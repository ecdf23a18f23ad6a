using System.Globalization;
using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Lights;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;

namespace Maoding.Features.Building.Projects;

/// <summary>项目: the library.</summary>
public sealed class IndexModel(ProjectList list, District district) : MaodingPage
{
    public ProjectFilter Filter { get; private set; } = new();

    public int Year { get; private set; }

    public ProjectPage List { get; private set; } = new([], new ListPage(1, 0, 1), 0);

    public PagerModel Pager => List.Page.Pager(number => (Filter with { Page = number }).Href(), "个");

    /// <summary>The filters that are not in the form.</summary>
    public IEnumerable<Chip> Chips
    {
        get
        {
            if (Filter is { Parts: { } parts, Month: { } month })
                yield return new(ProjectText.Month(month), ProjectFilter.NameOf(parts), (Filter.FirstPage() with { Parts = null, Month = null }).Href());
            if (Filter.Row is not null) yield return new("台账", "服务同一项任务的", (Filter.FirstPage() with { Row = null }).Href());
            if (Filter.Leader == 0) yield return new("包联领导", "没有确定", (Filter.FirstPage() with { Leader = null }).Href());
        }
    }

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = ProjectFilter.From(Request.Query);
        Year = YearOf(Filter, Current);
        List = await district.Answers.OfAsync(
            Current, (typeof(ProjectPage), Today, Year, Filter), () => list.ReadAsync(Actor, Filter, Year, LastMonth(Year, Today), stop));
    }

    public string SortHref(ProjectSort sort) => (Filter.FirstPage() with { Sort = sort }).Href();

    /// <summary>The year asked for, that of the month asked for, or the one that is shown; projects have years before there is a plan of them.</summary>
    internal static int YearOf(ProjectFilter filter, CurrentRequest current) =>
        filter.Year ?? filter.Month / 100 ?? current.Plan?.Year ?? current.Today.Year;

    /// <summary>yyyymm of the last month of the year that is over; 0 before there is one.</summary>
    internal static int LastMonth(int year, DateOnly today) => PlannedShare.LastMonth(year, today) is > 0 and var month ? (year * 100) + month : 0;

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
