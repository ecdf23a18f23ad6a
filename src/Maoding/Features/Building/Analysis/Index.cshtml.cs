using System.Globalization;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Charts;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Analysis;

/// <summary>投资分析: the curve, the year's total, what holds it back, what cannot start in time.</summary>
public sealed class AnalysisModel(AnalysisReader reader) : MaodingPage
{
    private const int MostShown = 15;

    /// <summary>One project alone.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Project { get; set; }

    public AnalysisView View { get; private set; } = null!;

    public int Month => View.Month % 100;

    /// <summary>Those that miss their plan by the most.</summary>
    public IReadOnlyList<AnalysedProject> Missing => [.. View.Projects.Where(p => p.Missing > 0).OrderByDescending(p => p.Missing).Take(MostShown)];

    public IReadOnlyList<AnalysedProject> Late => [.. View.Projects.Where(p => p.IsLate)
        .OrderByDescending(p => p.EarliestStart!.Value.DayNumber - p.Project.PlannedStart!.Value.DayNumber).Take(MostShown)];

    [Needs(Permission.SeeProjects)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        View = await reader.ReadAsync(Actor, Project, stop);
        return Project is not null && View.Projects.Count == 0 ? NotFound() : Page();
    }

    /// <summary>万元 from which the curve of one project starts: what was done before this year. All together are compared with the year's plan alone.</summary>
    public decimal From => Project is null ? 0 : View.Projects[0].Before;

    /// <summary>Cumulative, 亿元; the forecast runs straight from the last month to the year's end.</summary>
    public Markup Chart()
    {
        var months = Enumerable.Range(1, 12).ToList();
        decimal? Coming(int month, decimal end) =>
            month < Month ? null : Yi(From + View.Done + ((end - View.Done) * (Month == 12 ? 1 : (month - Month) / (12m - Month))));
        return new LineChart(
            "s-curve",
            From > 0 ? "开工以来累计完成投资" : "累计完成投资",
            string.Create(CultureInfo.InvariantCulture, $"到{Month}月完成{Yi(View.Done):0.00}亿元，年度计划{Yi(View.Plan):0.00}亿元，测算全年{Yi(View.Expected):0.00}亿元"),
            [.. months.Select(m => m is 1 or 12 ? $"{m}月" : $"{m}")],
            "亿元")
        {
            Series =
            [
                new("计划", [.. months.Select(m => (decimal?)Yi(From + View.PlannedTo(m)))], ChartStyle.Planned),
                new("完成", [.. months.Select(m => m <= Month ? (decimal?)Yi(From + View.DoneTo(m)) : null)], ChartStyle.Actual),
                new("测算", [.. months.Select(m => Coming(m, View.Expected))], ChartStyle.Expected),
            ],
            Band = new ChartBand(
                "测算区间", [.. months.Select(m => Coming(m, View.Low) is { } low && Coming(m, View.High) is { } high ? (low, high) : ((decimal, decimal)?)null)]),
        }.Html();
    }

    /// <summary>亿元 of 万元.</summary>
    public static decimal Yi(decimal money) => money / 10_000m;

    /// <summary>How what is still to come was reckoned, with the numbers used.</summary>
    public string Way(AnalysedProject project) => project.Forecast switch
    {
        { Way: ForecastWay.PaceAndSeason } f => string.Create(CultureInfo.InvariantCulture, $"按计划余额×执行率{f.Pace:0.00}，与上年同月占全年{View.Season * 100:0.#}%推算的平均"),
        { Way: ForecastWay.Pace } f => string.Create(CultureInfo.InvariantCulture, $"计划余额×执行率{f.Pace:0.00}"),
        { Way: ForecastWay.Start, Delay: > 0 } f => string.Create(CultureInfo.InvariantCulture, $"开工推迟{f.Delay}个月，计划顺延，×已开工项目执行率{f.Pace:0.00}"),
        { Way: ForecastWay.Start } f => string.Create(CultureInfo.InvariantCulture, $"按期开工，计划×已开工项目执行率{f.Pace:0.00}"),
        _ => "不再发生",
    };
}
