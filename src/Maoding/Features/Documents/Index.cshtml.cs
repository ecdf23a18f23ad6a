using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Documents;

public sealed class IndexModel(DocumentService documents) : MaodingPage
{
    public IReadOnlyList<DocumentItem> Items { get; private set; } = [];

    [Needs(Permission.SeeDocuments)]
    public async Task OnGetAsync(CancellationToken stop) => Items = await documents.ListAsync(Actor, stop);

    public string TitleOf(int? id) => Items.FirstOrDefault(d => d.Id == id)?.Title ?? "";
}
