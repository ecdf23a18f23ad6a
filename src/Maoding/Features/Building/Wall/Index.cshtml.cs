using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Building.Wall;

/// <summary>挂图作战 on the screen.</summary>
public sealed class IndexModel(WallReader reader) : WallModel(reader)
{
    /// <summary>Lines in one drawing: the browser draws those in view only.</summary>
    private const int LinesInOne = 50;

    private static readonly WallFrame[] Frames = [new(900, 18), new(1180, 23), new(1800, 32)];

    /// <summary>1 small, 2 usual, 3 large.</summary>
    [BindProperty(SupportsGet = true)]
    public int Zoom { get; set; } = 2;

    public int Scale => Math.Clamp(Zoom, 1, Frames.Length);

    public bool MaySmaller => Scale > 1;

    public bool MayLarger => Scale < Frames.Length;

    [Needs(Permission.SeeProjects)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    public Markup Head => WallDrawing.Head(View, Frames[Scale - 1]);

    public IEnumerable<Markup> Drawings => WallSheets.Lines(View).Chunk(LinesInOne)
        .Select(lines => WallDrawing.Lines(View, Frames[Scale - 1], lines, ProjectLink));

    public Address ZoomTo(int zoom) => Query.On(WallLinks.Index).With("zoom", zoom);
}
