using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

public sealed class NamesModel(NameService names) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public List<string> Names { get; set; } = [];

    [BindProperty]
    public List<int?> Units { get; set; } = [];

    [BindProperty]
    public List<string> Leaders { get; set; } = [];

    [BindProperty]
    public List<int?> Posts { get; set; } = [];

    public UnknownNames Unknown { get; private set; } = new([], []);

    [Needs(Permission.ReviewFindings)]
    public Task OnGetAsync(CancellationToken stop) => LoadAsync(stop);

    [Needs(Permission.ReviewFindings)]
    public Task<IActionResult> OnPostAsync(CancellationToken stop) => Try(
        async () =>
        {
            var (units, posts) = (Chosen(Names, Units), Chosen(Leaders, Posts));
            await names.AssignAsync(Actor, Id, units, posts, Once(DocumentLinks.Review(Id)), stop);
            Notice($"已对应 {units.Count + posts.Count} 个名称。");
            return Redirect(DocumentLinks.Review(Id));
        },
        () => LoadAsync(stop));

    private static Dictionary<string, int> Chosen(List<string> names, List<int?> keys) =>
        names.Zip(keys).Where(p => p.Second is not null).DistinctBy(p => p.First).ToDictionary(p => p.First, p => p.Second!.Value);

    private async Task LoadAsync(CancellationToken stop)
    {
        Current.ShowYearOf(Directory.Ledger.OfDocument(Id));
        Unknown = await names.UnknownAsync(Actor, Id, stop);
    }
}
