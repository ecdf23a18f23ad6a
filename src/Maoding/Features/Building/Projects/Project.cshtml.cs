using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Features.Building.Problems;
using Maoding.Features.Building.Procedures;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Charts;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>A month with the year's sums up to it, 万元.</summary>
/// <param name="PlannedSum">Null without a monthly plan.</param>
public sealed record SummedMonth(ProjectMonth Month, decimal? PlannedSum, decimal DoneSum);

/// <summary>Everything about one project.</summary>
public sealed class ProjectModel(ProjectReader reader, ProjectService service, ProjectPhotos photos, ProcedureReader procedures, ProblemReader problems) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public StageMove Move { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ProjectDetails Details { get; private set; } = null!;

    public ProceduresOfProject Procedures { get; private set; } = null!;

    /// <summary>Those that the actor may see; null for those who see none of any project.</summary>
    public ProjectProblems? Problems { get; private set; }

    public IReadOnlyList<SummedMonth> Months { get; private set; } = [];

    public bool MayEdit => May(Permission.EditProjects);

    public bool MayAttach => May(Permission.ReportProjects, ProjectFacts.Of(Details.Project));

    /// <summary>The moves open from the present stage, each with its conditions.</summary>
    public IEnumerable<(StageMove Move, string Name, IReadOnlyList<StageCondition> Conditions)> Moves =>
        StageMoves.Table.From(Details.Project.Stage).Select(m => (m.Move, m.Name, StageConditions.Of(m.Move, Details.Facts)));

    public Markup Chart => Months.Count == 0 ? new Markup("") : Draw();

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostMoveAsync(CancellationToken stop) => Try(
        async () =>
        {
            await service.MoveAsync(Actor, Id, Version, Move, On, Why, Once(ProjectLinks.Project(Id)), stop);
            Notice("阶段已变更，已记入阶段记录。");
            return Redirect(ProjectLinks.Project(Id));
        },
        () => LoadAsync(stop));

    [Needs(Permission.ReportProjects)]
    public Task<IActionResult> OnPostPhotoAsync(CancellationToken stop) => Try(
        async () =>
        {
            var target = $"{ProjectLinks.Project(Id)}#photos";
            await photos.AttachAsync(Actor, Id, Upload, Once(target), stop);
            Notice("照片已上传。");
            return Redirect(target);
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop)
    {
        Details = await reader.ReadAsync(Actor, Id, Year ?? Directory.Ledger.Running?.Year ?? Today.Year, stop);
        Procedures = await procedures.OfProjectAsync(Details.Project, stop);
        if (May(Permission.SeeProblems)) Problems = await problems.OfProjectAsync(Actor, Id, stop);
        var (planned, done, list) = (0m, 0m, new List<SummedMonth>());
        var hasPlan = Details.OfYear.Any(m => m.Planned is not null);
        foreach (var month in Details.OfYear)
        {
            planned += month.Planned ?? 0;
            if (month.State == ProjectMonthState.Accepted) done += month.Done ?? 0;
            list.Add(new SummedMonth(month, hasPlan ? planned : null, done));
        }

        Months = list;
    }

    private Markup Draw()
    {
        var byMonth = Months.ToDictionary(m => m.Month.Month % 100);
        var last = Months.Where(m => m.Month.State == ProjectMonthState.Accepted).Select(m => m.Month.Month % 100).DefaultIfEmpty().Max();
        SummedMonth? Upto(int month) => Months.LastOrDefault(m => m.Month.Month % 100 <= month);
        return new LineChart(
            "invested", $"{Details.Year}年累计投资", "计划和审核通过的累计投资，逐月的数见下表。", [.. Enumerable.Range(1, 12).Select(m => m is 1 or 12 ? $"{m}月" : $"{m}")], "万元")
        {
            IsSmall = true,
            Series =
            [
                new("计划", [.. Enumerable.Range(1, 12).Select(m => byMonth.Count == 0 ? null : Upto(m)?.PlannedSum)], ChartStyle.Planned),
                new("完成", [.. Enumerable.Range(1, 12).Select(m => m <= last ? Upto(m)?.DoneSum : null)], ChartStyle.Actual),
            ],
        }.Html();
    }
}
