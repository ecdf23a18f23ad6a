using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Organs;

/// <summary>领导分工 as a matrix of leaders and units, today or on another day.</summary>
public sealed class DivisionModel : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public DateOnly Day => On ?? Today;

    public bool MayEdit => May(Permission.EditDirectory);

    public IReadOnlyList<Post> Leaders => [.. Directory.Leaders];

    public IReadOnlyList<Unit> Units => [.. Directory.OpenUnits];

    public int Unassigned => Units.Count(u => !Covering.Any(d => d.UnitId == u.Id && d.Kind == DivisionKind.InCharge));

    private IEnumerable<Division> Covering => Directory.Divisions.Where(d => d.Covers(Day));

    /// <summary>Null where the two have nothing to do with each other.</summary>
    public DivisionKind? Of(int postId, int unitId) =>
        Covering.Where(d => d.PostId == postId && d.UnitId == unitId).OrderBy(d => d.Kind).Select(d => (DivisionKind?)d.Kind).FirstOrDefault();

    [Needs(Permission.SeeDirectory)]
    public void OnGet()
    {
    }
}
