using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Projects;

/// <summary>月度调度: all projects of a unit in one form.</summary>
public sealed class MonthModel(ProjectMonthReader reader, ProjectMonthService service) : MaodingPage
{
    /// <summary>yyyymm.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>For those who may report for all units.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Unit { get; set; }

    [BindProperty]
    public List<MonthField> Lines { get; set; } = [];

    /// <summary>Whose month is taken back.</summary>
    [BindProperty]
    public int Project { get; set; }

    /// <summary>Of the month that is taken back, as it was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>Of the open lines in their order.</summary>
    public IReadOnlyList<MonthLine> Open { get; private set; } = [];

    /// <summary>Handed in or accepted.</summary>
    public IReadOnlyList<MonthLine> Given { get; private set; } = [];

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public int Shown { get; private set; }

    public bool ForAll => Permissions.ScopeOf(Actor, Permission.ReportProjects) == Scope.All;

    public DateOnly DueOn => reader.DueOn(Shown);

    public string Address => Unit is { } unit && ForAll ? $"{ProjectLinks.MonthOf(Shown)}&unit={unit}" : ProjectLinks.MonthOf(Shown);

    [Needs(Permission.ReportProjects)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Lines = [.. Open.Select(l => l.Field())];
    }

    [Needs(Permission.ReportProjects)]
    public Task<IActionResult> OnPostAsync() => WriteAsync(submits: false);

    [Needs(Permission.ReportProjects)]
    public Task<IActionResult> OnPostSubmitAsync() => WriteAsync(submits: true);

    [Needs(Permission.ReportProjects)]
    public Task<IActionResult> OnPostWithdrawAsync() => Try(
        async () =>
        {
            Shown = ProjectMonthReader.MonthOf(Month, Current);
            await service.WithdrawAsync(Actor, Project, Shown, Version, Once(Address), HttpContext.RequestAborted);
            Notice("已撤回，可以修改后重新提交。");
            return Redirect(Address);
        },
        OnGetAsync);

    /// <summary>Fills the form from a workbook; nothing is written before the form is saved.</summary>
    [Needs(Permission.ReportProjects)]
    public Task<IActionResult> OnPostImportAsync() => Try(
        async () =>
        {
            await LoadAsync();
            var bytes = await ImportModel.Wanted.ReadAsync(Upload, HttpContext.RequestAborted);
            (Lines, var problems, var filled) = MonthBook.Fill(bytes, Path.GetFileName(Upload!.FileName), Shown, [.. Open, .. Given]);
            Problems = problems;
            if (problems.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
            ViewData["Filled"] = $"已按表填入 {filled} 个项目，还没有保存。请核对后保存或提交。";
            return Page();
        },
        OnGetAsync);

    private Task<IActionResult> WriteAsync(bool submits) => Try(
        async () =>
        {
            Shown = ProjectMonthReader.MonthOf(Month, Current);
            var (written, submitted) = await service.SaveAsync(Actor, Shown, Lines, submits, Once(Address), HttpContext.RequestAborted);
            Notice(submits ? $"已提交 {submitted} 个项目，等审核。{(Lines.Count > submitted ? $"还有 {Lines.Count - submitted} 个没有填。" : "")}" : $"已保存 {written} 个项目，还没有提交。");
            return Redirect(Address);
        },
        async () =>
        {
            var typed = Lines.ToDictionary(l => l.ProjectId);
            await LoadAsync();
            var wrong = ProjectMonthService.Check(Lines, Open.ToDictionary(l => l.Project.Id, l => l.Project.Name), Today, submits);
            if (submits && wrong.Count == 0) wrong = await service.DoubtsAsync(Lines, Open, HttpContext.RequestAborted);
            foreach (var problem in wrong)
                if (!ModelState.TryGetValue(problem.Field, out var entry) || entry.Errors.Count == 0) ModelState.AddModelError(problem.Field, problem.Words);
            Lines = [.. Open.Select(l => typed.GetValueOrDefault(l.Project.Id) ?? l.Field())];
        });

    private async Task LoadAsync()
    {
        Shown = ProjectMonthReader.MonthOf(Month, Current);
        var all = await reader.OwnAsync(Actor, Unit, Shown, HttpContext.RequestAborted);
        (Open, Given) = ([.. all.Where(l => l.IsOpen)], [.. all.Where(l => !l.IsOpen)]);
    }
}
