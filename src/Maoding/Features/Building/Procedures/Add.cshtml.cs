using Maoding.Domain.Access;
using Maoding.Domain.Projects;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Procedures;

/// <summary>One more procedure of a project.</summary>
public sealed class AddModel(ProcedureReader reader, ProcedureService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty(Name = "")]
    public TypedProcedure Typed { get; set; } = new();

    public string ProjectName { get; private set; } = "";

    [Needs(Permission.RunProcedures)]
    public async Task OnGetAsync() => Typed = new TypedProcedure { Order = await LoadAsync() + 1 };

    [Needs(Permission.RunProcedures)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            var here = ProcedureLinks.Project(Id);
            await service.AddAsync(Actor, Id, Typed, Once(here), HttpContext.RequestAborted);
            Notice("已增加，日期已重新推算。");
            return Redirect(here);
        },
        LoadAsync);

    /// <summary>The highest number so far.</summary>
    private async Task<int> LoadAsync()
    {
        var view = await reader.ProjectAsync(Id, HttpContext.RequestAborted);
        Permissions.Demand(Actor, Permission.RunProcedures, ProjectFacts.Of(view.Project));
        ProjectName = view.Project.Name;
        return view.Lines.Select(l => l.Procedure.Order).DefaultIfEmpty().Max();
    }
}
