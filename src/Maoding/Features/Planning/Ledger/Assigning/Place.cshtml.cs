using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Ledger.Assigning;

/// <summary>Where a draft row stands in the ledger.</summary>
public sealed class PlaceModel(PlaceService places) : MaodingPage
{
    /// <summary>Words of the row to be found.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public int Beside { get; set; }

    public Commitment Row { get; private set; } = null!;

    public IReadOnlyList<Commitment> Rows { get; private set; } = [];

    [Needs(Permission.AssignRows)]
    public Task OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, stop);

    [Needs(Permission.AssignRows)]
    public Task<IActionResult> OnPostAsync(int id, bool before, CancellationToken stop) => Try(
        async () =>
        {
            await places.MoveAsync(Actor, id, Version, Beside, before, Once(AssignLinks.Place(id)), stop);
            Notice("次序已调整。");
            return Redirect(AssignLinks.Place(id));
        },
        () => LoadAsync(id, stop));

    private async Task LoadAsync(int id, CancellationToken stop)
    {
        Row = await places.RowAsync(Actor, id, stop);
        Current.ShowYearOf(Row.PlanId);
        Rows = await places.BesideAsync(Row, (Q ?? "").Trim(), stop);
    }
}
