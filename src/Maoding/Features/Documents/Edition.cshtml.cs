using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Documents;

public sealed class EditionModel(EditionService editions) : MaodingPage
{
    public EditionComparison Comparison { get; private set; } = null!;

    [Needs(Permission.ReviewFindings)]
    public Task OnGetAsync(int id, CancellationToken stop) => LoadAsync(id, stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAsync(int id, CancellationToken stop) => Try(
        async () =>
        {
            await editions.ConfirmAsync(Actor, id, Once(DocumentLinks.Review(id)), stop);
            Notice("引文已转到更正版，旧版仍可查看。");
            return Redirect(DocumentLinks.Review(id));
        },
        () => LoadAsync(id, stop));

    private async Task LoadAsync(int id, CancellationToken stop) => Comparison = await editions.CompareAsync(Actor, id, stop);
}
