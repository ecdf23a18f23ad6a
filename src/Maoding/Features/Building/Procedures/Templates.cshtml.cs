using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Procedures;

/// <summary>The templates of procedures by type of project.</summary>
public sealed class TemplatesModel(TemplateService service) : MaodingPage
{
    [BindProperty]
    public int Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public bool Retired { get; set; }

    public IReadOnlyList<ProcedureTemplate> Templates { get; private set; } = [];

    public bool MayEdit => May(Permission.EditTemplates);

    /// <summary>Working days of the longest chain.</summary>
    public int LengthOf(ProcedureTemplate template) => Network.Of(template.Steps.Select(Activity.Of), Today, Today, Directory.Calendar).Length;

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.EditTemplates)]
    public Task<IActionResult> OnPostFillAsync() => DoAsync(async stop =>
        await service.FillAsync(Actor, Once(ProcedureLinks.Templates), stop) is > 0 and var count ? $"已放入 {count} 个起始模板，请核定以后再用。" : "起始模板都在，没有要补的。");

    [Needs(Permission.EditTemplates)]
    public Task<IActionResult> OnPostRetireAsync() => DoAsync(async stop =>
    {
        await service.RetireAsync(Actor, Id, Version, Retired, Once(ProcedureLinks.Templates), stop);
        return Retired ? "已停用，新项目不能再套用。" : "已恢复使用。";
    });

    private Task<IActionResult> DoAsync(Func<CancellationToken, Task<string>> act) => Try(
        async () =>
        {
            Notice(await act(HttpContext.RequestAborted));
            return Redirect(ProcedureLinks.Templates);
        },
        LoadAsync);

    private async Task LoadAsync() => Templates = await service.ListAsync(Actor, HttpContext.RequestAborted);
}
