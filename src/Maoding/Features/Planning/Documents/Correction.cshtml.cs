using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

public sealed class CorrectionModel(CorrectionService corrections) : MaodingPage
{
    public CorrectionComparison Comparison { get; private set; } = null!;

    [Needs(Permission.ReviewFindings)]
    public Task OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => Try(
        async () =>
        {
            await corrections.ConfirmAsync(Actor, id, Once(DocumentLinks.Review(id)), stop);
            Notice("引文已转到更正版，旧版仍可查看。");
            return Redirect(DocumentLinks.Review(id));
        },
        () => LoadAsync(id, stop));

    private async Task LoadAsync(int id, CancellationToken stop)
    {
        Current.ShowYearOf(Directory.Ledger.OfDocument(id));
        Comparison = await corrections.CompareAsync(Actor, id, stop);
    }
}
