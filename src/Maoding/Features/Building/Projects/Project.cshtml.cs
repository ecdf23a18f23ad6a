using Maoding.Domain;
using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Charts;
using Maoding.Shared.Moves;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>A month with the year's sums up to it, 万元.</summary>
/// <param name="PlannedSum">Null without a monthly plan.</param>
public sealed record SummedMonth(ProjectMonth Month, decimal? PlannedSum, decimal DoneSum);

/// <summary>Everything about one project.</summary>
public sealed class ProjectModel(ProjectReader reader, ProjectService service, ProjectPhotos photos, IEnumerable<ProjectPart> parts)
    : MovePage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ProjectDetails Details { get; private set; } = null!;

    /// <summary>What features add, in their order.</summary>
    public IReadOnlyList<ProjectSection> Sections { get; private set; } = [];

    public IReadOnlyList<SummedMonth> Months { get; private set; } = [];

    public bool MayEdit => May(Permission.EditProjects);

    public bool MayAttach => May(Permission.ReportProjects, ProjectFacts.Of(Details.Project));

    /// <summary>The moves open from the present stage, each with what its conditions are and the day that it asks for.</summary>
    /// <param name="more">Draws these.</param>
    public MoveForms Stages(Func<(StageMove Move, IReadOnlyList<StageCondition> Conditions), IHtmlContent> more)
    {
        MoveForm Draw(MoveForm form)
        {
            var move = ((Transition<Stage, StageMove>)form.Step).Move;
            var conditions = StageConditions.Of(move, Details.Facts);
            var unmet = conditions.Count(c => !c.IsMet);
            return form with
            {
                Title = unmet > 0 ? $"{form.Title}（还差 {unmet} 项条件）" : form.Title,
                More = more((move, conditions)),
                IsBlocked = unmet > 0,
                IsOpen = conditions.Count > 0 || Move == form.Step.MoveKey,
            };
        }

        var open = MoveForms.Of(StageMoves.Table.Keys, $"{Details.Project.Stage}", t => May(t.Permission, ProjectFacts.Of(Details.Project)));
        return Forms($"{ProjectLinks.Project(Id)}?handler=Move", Details.Project.Version, open.Select(Draw));
    }

    public Markup Chart => Months.Count == 0 ? new Markup("") : Draw();

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostMoveAsync(CancellationToken stop) =>
        MoveAsync(Id, ProjectLinks.Project(Id), ask => service.MoveAsync(Actor, ask, On, stop), () => LoadAsync(stop));

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
        Details = await reader.ReadAsync(Actor, Id, Year ?? Current.Plan?.Year ?? Today.Year, stop);
        var sections = new List<ProjectSection>();
        foreach (var part in parts.OrderBy(p => p.Place))
            if (await part.ReadAsync(Actor, Directory, Details.Project, stop) is { } section) sections.Add(section);
        Sections = sections;
        List<MonthMoney> money = [.. Details.OfYear.Select(MonthMoney.Of)];
        Months = [.. Details.OfYear.Select(m => (Month: m, Sum: YearMoney.To(m.Month, money)))
            .Select(m => new SummedMonth(m.Month, m.Sum.Planned, m.Sum.Done ?? 0))];
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
