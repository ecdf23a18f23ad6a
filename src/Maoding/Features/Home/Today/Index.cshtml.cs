using Maoding.Contracts;
using Maoding.Domain.Access;
using Maoding.Hosting;

namespace Maoding.Features.Home.Today;

/// <summary>今日: what waits for the person who looks.</summary>
public sealed class IndexModel(TodayService today) : MaodingPage
{
    public Gathered View { get; private set; } = new();

    [Needs(Permission.SeeToday)]
    public async Task OnGetAsync(CancellationToken stop) => View = await today.ReadAsync(Current, stop);
}
