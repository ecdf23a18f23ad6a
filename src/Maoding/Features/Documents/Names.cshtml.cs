using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Documents;

public sealed class NamesModel(NameService names) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public List<string> Names { get; set; } = [];

    [BindProperty]
    public List<int?> Units { get; set; } = [];

    public IReadOnlyList<UnknownName> Unknown { get; private set; } = [];

    [Needs(Permission.ReviewFindings)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var chosen = Names.Zip(Units).Where(p => p.Second is not null).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second!.Value);
            await names.AssignAsync(Actor, Id, chosen, Once(DocumentLinks.Review(Id)), stop);
            Notice($"已对应 {chosen.Count} 个单位名称。");
            return Redirect(DocumentLinks.Review(Id));
        },
        () => LoadAsync(stop));

    private async Task LoadAsync(CancellationToken stop) => Unknown = await names.UnknownAsync(Actor, Id, stop);
}
