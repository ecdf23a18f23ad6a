using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Planning.Documents;

public sealed class IndexModel(DocumentService documents) : MaodingPage
{
    public IReadOnlyList<DocumentItem> Items { get; private set; } = [];

    [Needs(Permission.SeeDocuments)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Items = Current.Plan is { } plan ? await documents.ListAsync(Actor, [plan.Id], stop) : [];
    }
}
