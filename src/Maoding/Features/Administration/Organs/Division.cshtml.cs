using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>领导分工 as a matrix of leaders and units, today or on another day.</summary>
public sealed class DivisionModel : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? Today;

    public bool MayEdit => May(Permission.EditDirectory);

    public IReadOnlyList<Post> Leaders => [.. Directory.Leaders];

    public IReadOnlyList<Unit> Units => [.. Directory.OpenUnits];

    public int Unassigned { get; private set; }

    private Dictionary<(int PostId, int UnitId), DivisionKind> Cells { get; } = [];

    /// <summary>Null where the two have nothing to do with each other.</summary>
    public DivisionKind? Of(int postId, int unitId) => Cells.TryGetValue((postId, unitId), out var kind) ? kind : null;

    [Needs(Permission.SeeDirectory)]
    public void OnGet()
    {
        foreach (var unit in Directory.OpenUnits)
        {
            var covering = Directory.DivisionsOf(unit.Id, Day).ToList();
            foreach (var division in covering) Cells.TryAdd((division.PostId, division.UnitId), division.Kind);
            if (!covering.Exists(d => d.Kind == DivisionKind.InCharge)) Unassigned++;
        }
    }
}
