using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Problems;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;

namespace Maoding.Features.Supervision.Problems;

/// <summary>问题清单.</summary>
public sealed class IndexModel(ProblemList list) : MaodingPage
{
    public ProblemFilter Filter { get; private set; } = new();

    public ProblemPage List { get; private set; } = new([], new ListPage(1, 0, 1));

    /// <summary>The filters at work.</summary>
    public IReadOnlyList<Chip> Chips { get; private set; } = [];

    public PagerModel Pager => List.Page.Pager(number => (Filter with { Page = number }).Href(), "个");

    [Needs(Permission.SeeProblems)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = ProblemFilter.From(Request.Query);
        List = await list.ReadAsync(Actor, Filter, Today, stop);
        Chips = [.. Words()];
    }

    public string SortHref(ProblemSort sort) => (Filter with { Sort = sort, Page = 1 }).Href();

    private IEnumerable<Chip> Words()
    {
        var first = Filter with { Page = 1 };
        if (Filter.State is { } state) yield return new("状态", ProblemMoves.NameOf(state), (first with { State = null }).Href());
        if (Filter.Cause is { } cause) yield return new("原因", ProblemWords.Of(cause), (first with { Cause = null }).Href());
        if (Filter.Tier is { } tier) yield return new("层级", ProblemWords.Of(tier), (first with { Tier = null }).Href());
        if (Filter.Unit is { } unit) yield return new("单位", Directory.UnitName(unit), (first with { Unit = null }).Href());
        if (Filter.Leader is { } leader) yield return new("负责领导", Directory.LeaderShort(leader, Today), (first with { Leader = null }).Href());
        if (Filter.Project is { } project)
            yield return new("项目", List.Lines.FirstOrDefault(l => l.ProjectId == project)?.Project ?? "这个项目", (first with { Project = null }).Href());
        if (Filter.Origin is { } origin) yield return new("来源", ProblemWords.Of(origin), (first with { Origin = null }).Href());
        if (Filter.Overdue) yield return new("期限", "逾期", (first with { Overdue = false }).Href());
        if (Filter.Mine) yield return new("范围", "我提出的", (first with { Mine = false }).Href());
        if (Filter.Steps) yield return new("下一步", "本单位没有办结的", (first with { Steps = false }).Href());
        if (Filter.Text.Length > 0) yield return new("字词", Filter.Text, (first with { Text = "" }).Href());
    }
}

/// <summary>How states, days and money of problems look.</summary>
public static class ProblemMark
{
    public static string Class(ProblemState state) => state switch
    {
        ProblemState.Raised => "mark mark-red",
        ProblemState.Assigned or ProblemState.Handling => "mark mark-yellow",
        ProblemState.Resolved or ProblemState.Verified => "mark mark-blue",
        ProblemState.Closed => "mark mark-green",
        _ => "mark mark-plain",
    };

    /// <summary>3月16日; with the year when it is another one; empty for none.</summary>
    public static string Day(DateOnly? day, DateOnly today) =>
        day is { } known ? known.ToString(known.Year == today.Year ? "M月d日" : "yyyy年M月d日", CultureInfo.InvariantCulture) : "";

    /// <summary>3月16日, below it 逾期 2 天; nothing for none, not even a space: a phone leaves an empty cell out.</summary>
    public static Markup Due(ProblemLine line, DateOnly today) => new(line.IsOverdue(today)
        ? $"""<div>{Day(line.Due, today)}<br><span class="mark mark-red">逾期 {today.DayNumber - line.Due!.Value.DayNumber} 天</span></div>"""
        : Day(line.Due, today));

    /// <summary>12,000; empty for none. 万元.</summary>
    public static string Money(decimal? amount) => amount?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "";
}
