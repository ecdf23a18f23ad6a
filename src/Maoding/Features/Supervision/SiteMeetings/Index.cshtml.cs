using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>现场办公: the meetings held.</summary>
public sealed class IndexModel(SiteMeetingReader reader) : MaodingPage
{
    private int _page = 1;

    public int? Leader { get; private set; }

    public IReadOnlyList<MeetingLine> Lines { get; private set; } = [];

    public int Count { get; private set; }

    public PagerModel Pager => new(
        _page > 1 ? Href(_page - 1) : null, _page * SiteMeetingReader.PageSize < Count ? Href(_page + 1) : null, $"共 {Count} 次，本页 {Lines.Count} 次");

    [Needs(Permission.SeeProblems)]
    public async Task OnGetAsync(int? leader, CancellationToken stop)
    {
        Leader = leader;
        // “page” is a route value of Razor Pages: the address's own is read from the query.
        _page = new AddressReader(Request.Query).Page;
        (Lines, Count) = await reader.ListAsync(Actor, leader, _page, stop);
    }

    private string Href(int page) => new Address(SiteMeetingLinks.Index).With("page", page).With("leader", Leader).ToString();
}
