using Maoding.Domain.Access;
using Maoding.Domain.Editions;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Editions;
using Maoding.Shared.Lists;

namespace Maoding.Features.Planning.Editions;

/// <summary>定稿: the papers that left the house.</summary>
public sealed class IndexModel(EditionReader reader) : MaodingPage
{
    public EditionFilter Filter { get; private set; } = new();

    public EditionPage List { get; private set; } = new([], new HashSet<int>(), new ListPage(1, 0, 1));

    public IReadOnlyList<EditionKind> Kinds { get; private set; } = [];

    public PagerModel Pager => List.Page.Pager(number => (Filter with { Page = number }).Href(), "份");

    public bool IsFiltered => Filter with { Page = 1 } != new EditionFilter();

    [Needs(Permission.SeeEditions)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = EditionFilter.From(Request.Query);
        Kinds = reader.KindsFor(Actor);
        List = await reader.ListAsync(Actor, Filter, stop);
    }
}
