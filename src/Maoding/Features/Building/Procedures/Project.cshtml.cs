using Maoding.Domain.Access;
using Maoding.Domain.Calendar;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Procedures;

/// <summary>A project's procedures, when building may begin, and what it would take to begin by a day.</summary>
public sealed class ProjectModel(ProcedureReader reader, ProcedureService service, TemplateService templates) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The day asked about.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? By { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int? TemplateId { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    public ProjectProcedures View { get; private set; } = null!;

    public StartAnswer? Answer { get; private set; }

    public IReadOnlyList<ProcedureTemplate> Templates { get; private set; } = [];

    /// <summary>Of all days that are counted ahead.</summary>
    public string CalendarDoubt => View.Network is null ? ""
        : WorkdayDoubt(Today, View.Network.Earliest, View.Project.PlannedStart, Answer?.Wanted, Answer?.Shortened);

    public bool MayRun => May(Permission.RunProcedures, ProjectFacts.Of(View.Project));

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        if (By is not { } day || View.Network is null) return;
        if (day < Today || !WorkAxis.Covers(day)) ModelState.AddModelError("By", "开工日期请填今天或以后的一天。");
        else Answer = StartBy.Answer(View.Network, day);
    }

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostGiveAsync() => DoAsync(async (here, stop) =>
    {
        await service.GiveAsync(Actor, Id, Version, TemplateId, From, Once(here), stop);
        return "已套用模板。请核对办理单位和时限，再按项目实际增减。";
    });

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostStartAsync() => DoAsync(async (here, stop) =>
    {
        await service.SetStartAsync(Actor, Id, Version, From, Once(here), stop);
        return "起算日期已保存。";
    });

    private Task<IActionResult> DoAsync(Func<string, CancellationToken, Task<string>> act) => Try(
        async () =>
        {
            var here = ProcedureLinks.Project(Id);
            Notice(await act(here, HttpContext.RequestAborted));
            return Redirect(here);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        View = await reader.ProjectAsync(Id, HttpContext.RequestAborted);
        if (MayRun) Templates = [.. (await templates.ListAsync(Actor, HttpContext.RequestAborted)).Where(t => !t.IsRetired)];
    }
}
