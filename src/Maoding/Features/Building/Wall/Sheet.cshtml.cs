using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Wall;

/// <summary>The wall on paper: one sheet to hang up.</summary>
public sealed class SheetModel(WallReader reader) : WallModel(reader)
{
    /// <summary>a3 or a0.</summary>
    [BindProperty(SupportsGet = true)]
    public string Paper { get; set; } = WallPaper.A3.Name;

    public WallPaper Chosen => WallPaper.All.FirstOrDefault(p => p.Name == Paper) ?? WallPaper.A3;

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public IReadOnlyList<Markup> Sheets => WallSheets.Of(View, Chosen, WallTitle);
}
