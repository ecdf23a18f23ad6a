using Maoding.Domain.Access;
using Maoding.Features.Administration.Organs;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Procedures;

/// <summary>The form of one template; 0: a new one.</summary>
public sealed class TemplateModel(TemplateService service, FunctionNames functions) : MaodingPage
{
    private const int BlankRows = 3;
    private const int NewRows = 8;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public List<TypedProcedure> Steps { get; set; } = [];

    public IReadOnlyList<string> Functions => functions.All;

    [Needs(Permission.EditTemplates)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Id == 0)
        {
            Steps = [.. Enumerable.Range(1, NewRows).Select(order => new TypedProcedure { Order = order })];
            return Page();
        }

        var template = await service.FindAsync(Actor, Id, stop) ?? throw TemplateService.Missing();
        (Version, Name, Note) = (template.Version, template.Name, template.Note);
        var last = template.Steps.Max(s => s.Order);
        Steps = [
            .. template.Steps.Select(s => new TypedProcedure
            {
                Order = s.Order,
                Name = s.Name,
                Function = s.Function,
                StatutoryDays = s.StatutoryDays,
                PromisedDays = s.PromisedDays,
                After = s.After,
            }),
            .. Enumerable.Range(1, BlankRows).Select(i => new TypedProcedure { Order = last + i }),
        ];
        return Page();
    }

    [Needs(Permission.EditTemplates)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            await service.SaveAsync(Actor, Id, Version, Name, Note, Steps, Once(ProcedureLinks.Templates), HttpContext.RequestAborted);
            Notice("模板已保存。已经套用的项目不受影响。");
            return Redirect(ProcedureLinks.Templates);
        },
        () => Task.CompletedTask);
}
