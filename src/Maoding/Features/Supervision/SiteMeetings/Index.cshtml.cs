using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared;
using Maoding.Shared.Addresses;
using Maoding.Shared.Lists;

namespace Maoding.Features.Supervision.SiteMeetings;

/// <summary>现场办公: the meetings held.</summary>
public sealed class IndexModel(SiteMeetingReader reader) : MaodingPage
{
    public SiteMeetingFilter Filter { get; private set; } = new();

    public MeetingPage List { get; private set; } = new([], new ListPage(1, 0, 1));

    public PagerModel Pager => List.Page.Pager(number => (Filter with { Page = number }).Href(), "次");

    [Needs(Permission.SeeProblems)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Filter = SiteMeetingFilter.From(Request.Query);
        List = await reader.ListAsync(Actor, Filter, stop);
    }
}
