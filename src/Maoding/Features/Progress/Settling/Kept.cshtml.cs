using Maoding.Domain.Access;
using Maoding.Domain.Settling;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Settling;

/// <summary>Which sentence of a document was kept.</summary>
public sealed class KeptModel(KeptReader reader) : MaodingPage
{
    public KeptView View { get; private set; } = null!;

    public int Count(Kept kept) => View.Sentences.Count(s => s.Kept == kept);

    [Needs(Permission.SeeOverview)]
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        if (await reader.ReadAsync(Actor, id, stop) is not { } view) return NotFound();
        View = view;
        Current.ShowYearOf(view.Document.PlanId);
        return Page();
    }
}
