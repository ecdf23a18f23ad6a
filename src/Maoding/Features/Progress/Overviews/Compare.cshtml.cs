using Maoding.Domain.Access;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Overviews;

/// <summary>What moved since an earlier date, and who decided.</summary>
public sealed class CompareModel(CompareService compare) : MaodingPage
{
    /// <summary>A month before today without.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Today without.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Null while there is no plan.</summary>
    public CompareView? View { get; private set; }

    [Needs(Permission.SeeOverview)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Current.Plan is { } plan) View = await compare.ReadAsync(Actor, plan, From ?? Today.AddMonths(-1), To ?? Today, stop);
    }
}
