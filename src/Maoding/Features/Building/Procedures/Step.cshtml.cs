using Maoding.Domain.Access;
using Maoding.Domain.Procedures;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Procedures;

/// <summary>One procedure: what became of it, and its own values.</summary>
public sealed class StepModel(ProcedureReader reader, ProcedureService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public DateOnly? AcceptedOn { get; set; }

    [BindProperty]
    public DateOnly? FinishedOn { get; set; }

    [BindProperty]
    public string? Paper { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty(Name = "")]
    public TypedProcedure Typed { get; set; } = new();

    public Procedure Procedure { get; private set; } = null!;

    public ProjectProcedures All { get; private set; } = null!;

    /// <summary>What must be finished before.</summary>
    public IReadOnlyList<Procedure> Needs =>
        [.. Procedure.Orders(Procedure.After).Select(o => All.Lines.FirstOrDefault(l => l.Procedure.Order == o)?.Procedure).OfType<Procedure>()];

    public bool MayEdit => May(Permission.RunProcedures, ProjectFacts.Of(All.Project));

    public bool MayRecord => May(Permission.RunProcedures, ProcedureRules.FactsOf(All.Project, Procedure));

    [Needs(Permission.SeeProjects)]
    public async Task OnGetAsync()
    {
        await LoadAsync();
        Typed = new TypedProcedure
        {
            Order = Procedure.Order,
            Name = Procedure.Name,
            UnitId = Procedure.UnitId,
            StatutoryDays = Procedure.StatutoryDays,
            PromisedDays = Procedure.PromisedDays,
            After = Procedure.After,
        };
    }

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostAcceptAsync() =>
    DoAsync("受理已登记，后面的日期已重新推算。", (here, stop) => service.AcceptAsync(Actor, Id, Version, AcceptedOn, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostFinishAsync() =>
    DoAsync("办结已登记，后面的日期已重新推算。", (here, stop) => service.FinishAsync(Actor, Id, Version, FinishedOn, Paper, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostNumberAsync() => DoAsync("文号已补填。", (here, stop) => service.NumberAsync(Actor, Id, Version, Paper, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostWaiveAsync() => DoAsync("已登记为不需办理。", (here, stop) => service.WaiveAsync(Actor, Id, Version, Why, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostUndoAsync() => DoAsync("已撤回。", (here, stop) => service.UndoAsync(Actor, Id, Version, Why, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostEditAsync() => DoAsync("已保存。", (here, stop) => service.EditAsync(Actor, Id, Version, Typed, Once(here), stop));

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostRemoveAsync() => DoAsync("已删除。", (here, stop) => service.RemoveAsync(Actor, Id, Version, Once(here), stop));

    private Task<IActionResult> DoAsync(string notice, Func<string, CancellationToken, Task> act) => Try(
        async () =>
        {
            var (procedure, _) = await reader.StepAsync(Id, HttpContext.RequestAborted);
            var here = ProcedureLinks.Project(procedure.ProjectId);
            await act(here, HttpContext.RequestAborted);
            Notice(notice);
            return Redirect(here);
        },
        LoadAsync);

    private async Task LoadAsync() => (Procedure, All) = await reader.StepAsync(Id, HttpContext.RequestAborted);
}
