using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Administration.Organs;

/// <summary>Units in official order with their functions, head, clerk and leader in charge.</summary>
public sealed class IndexModel(UnitService units) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public bool Closed { get; set; }

    public bool MayEdit => May(Permission.EditDirectory);

    public IEnumerable<IGrouping<UnitKind, Unit>> Groups => Directory.Units.Where(u => Closed || !u.IsClosed).GroupBy(u => u.Kind);

    public int ClosedCount => Directory.Units.Count(u => u.IsClosed);

    /// <summary>Who holds the unit's post of a kind today, with the phone.</summary>
    public IEnumerable<Person> Holders(int unitId, PostKind kind) => Directory.PostsOf(unitId)
        .Where(p => p.Kind == kind)
        .Select(p => Directory.Holder(p.Id, Today)).OfType<Person>();

    [Needs(Permission.SeeDirectory)]
    public void OnGet()
    {
    }

    [Needs(Permission.EditDirectory)]
    public async Task<IActionResult> OnPostMoveAsync(int id, int by, CancellationToken stop)
    {
        await units.MoveAsync(Actor, id, Math.Sign(by), stop);
        return Redirect($"{DirectoryLinks.Index}#u{id}");
    }
}
