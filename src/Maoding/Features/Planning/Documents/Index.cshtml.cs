using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Planning.Documents;

public sealed class IndexModel(DocumentService documents) : MaodingPage
{
    /// <summary>The year whose documents are shown; the newest when it has no plan.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    public IReadOnlyList<int> Years { get; private set; } = [];

    public IReadOnlyList<DocumentItem> Items { get; private set; } = [];

    [Needs(Permission.SeeDocuments)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Years = await documents.YearsAsync(stop);
        if (Year is { } year && !Years.Contains(year)) Year = null;
        Items = await documents.ListAsync(Actor, Year, stop);
    }
}
