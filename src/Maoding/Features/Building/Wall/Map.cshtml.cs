using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Wall;

/// <summary>The projects where they are.</summary>
public sealed class MapModel(WallReader reader, BoundaryService boundaries) : WallModel(reader)
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public Boundary? Boundary { get; private set; }

    public IReadOnlyList<WallRow> Placed { get; private set; } = [];

    public int Unplaced => View.Count - Placed.Count;

    public bool MayUpload => May(Permission.EditProjects);

    public Markup? Drawing => MapDrawing.Of(Boundary, Placed, ProjectLink);

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    [Needs(Permission.EditProjects)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            await boundaries.KeepAsync(Actor, Upload, Once(WallLinks.Map), stop);
            Notice("区界已上传，地图按新的区界显示。");
            return Redirect(WallLinks.Map);
        },
        () => FillAsync(stop));

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        await LoadAsync(stop);
        Boundary = await boundaries.ReadAsync(stop);
        Placed = [.. View.Rows.Where(r => r.Place is not null)];
        return true;
    }
}
