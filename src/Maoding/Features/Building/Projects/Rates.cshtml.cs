using Maoding.Districts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>How projects are put together.</summary>
public enum RateGrouping
{
    Unit = 1,
    Level = 2,
    Sector = 3,
    Leader = 4,
}

/// <summary>The rates of some projects beside those of the same month a year before.</summary>
/// <param name="Filter">The list of these projects, without parts.</param>
/// <param name="Before">Null where there was no such project.</param>
public sealed record RateLine(string Name, ProjectFilter Filter, int Projects, RateSet Now, RateSet? Before)
{
    /// <summary>The list of the projects behind a number.</summary>
    public string Href(RateParts parts) => (Filter with { Parts = parts }).Href();
}

/// <summary>开工率, 投资完成率, 时序进度 and 竣工率 by unit, level, sector or leader; every number leads to its projects.</summary>
public sealed class RatesModel(RateReader reader, District district) : MaodingPage
{
    /// <summary>yyyymm.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    [BindProperty(SupportsGet = true)]
    public RateGrouping By { get; set; } = RateGrouping.Unit;

    public int Shown { get; private set; }

    public RateLine Total { get; private set; } = null!;

    public IReadOnlyList<RateLine> Lines { get; private set; } = [];

    public string ByHref(RateGrouping by) => $"{ProjectLinks.Rates}?month={Shown}&by={by}";

    public static string NameOf(RateGrouping by) => by switch
    {
        RateGrouping.Unit => "按责任单位",
        RateGrouping.Level => "按级别",
        RateGrouping.Sector => "按行业",
        _ => "按包联领导",
    };

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Shown = ProjectMonthReader.MonthOf(Month, Current);
        var before = Shown - 100;
        var now = await district.Answers.OfAsync(Current, (typeof(RatesModel), Shown), () => reader.ReadAsync(Actor, Shown, stop));
        var past = await district.Answers.OfAsync(Current, (typeof(RatesModel), before), () => reader.ReadAsync(Actor, before, stop));
        var all = new ProjectFilter(Shown / 100, Month: Shown);
        Total = Line("全部", all, now, past);
        Lines = [.. Groups().Select(g => Line(g.Name, g.Narrow(all), [.. now.Where(g.Has)], [.. past.Where(g.Has)])).Where(l => l.Projects > 0)];
    }

    private RateLine Line(string name, ProjectFilter filter, IReadOnlyList<RatedProject> now, IReadOnlyList<RatedProject> past) => new(
        name, filter, now.Count(p => ProjectRates.IsCounted(p.Row)), ProjectRates.Of(now.Select(p => p.Row), Shown),
        past.Count > 0 ? ProjectRates.Of(past.Select(p => p.Row), Shown - 100) : null);

    /// <summary>In official order.</summary>
    private IEnumerable<RateGroup> Groups() => By switch
    {
        RateGrouping.Level => Enum.GetValues<ProjectLevel>()
            .Select(l => new RateGroup(ProjectWords.Of(l, Directory.Region.Name), p => p.Level == l, f => f with { Level = l })),
        RateGrouping.Sector => Enum.GetValues<Sector>().Select(s => new RateGroup(ProjectWords.Of(s), p => p.Sector == s, f => f with { Sector = s })),
        RateGrouping.Leader =>
            Directory.Posts.Select(l => new RateGroup(Directory.LeaderShort(l.Id, Today), p => p.LeaderPostId == l.Id, f => f with { Leader = l.Id }))
            .Append(new RateGroup("没有确定", p => p.LeaderPostId is null, f => f with { Leader = 0 })),
        _ => Directory.Units.Select(u => new RateGroup(u.ShortName, p => p.LeadUnitId == u.Id, f => f with { Unit = u.Id })),
    };

    private sealed record RateGroup(string Name, Func<RatedProject, bool> Has, Func<ProjectFilter, ProjectFilter> Narrow);
}
