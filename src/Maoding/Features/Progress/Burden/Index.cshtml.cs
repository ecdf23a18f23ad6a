using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Burden;

/// <summary>减负: what each unit was asked for in a month.</summary>
public sealed class IndexModel(BurdenService burden) : MaodingPage
{
    /// <summary>yyyymm; the present month without.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    /// <summary>Null before the first plan.</summary>
    public Plan? Plan { get; private set; }

    public BurdenMonth Asked { get; private set; } = new(0, [], 0);

    /// <summary>The plan's months up to the present one.</summary>
    public IEnumerable<int> Months => Plan is null ? [] : Enumerable.Range(1, 12).Select(m => (Plan.Year * 100) + m).Where(m => m <= Period.MonthOf(Today));

    /// <summary>From the sums, not from the lines' means.</summary>
    public decimal? MeanDays => new BurdenLine(0, [.. Asked.Lines.SelectMany(l => l.Asks)], new Prefill(0, 0, 0, 0)).MeanDays;

    [Needs(Permission.SeeBurden)]
    public async Task OnGetAsync(CancellationToken stop)
    {
        Plan = Current.Plan;
        if (Plan is null) return;
        var month = Month is { } asked && Months.Contains(asked) ? asked : Months.DefaultIfEmpty((Plan.Year * 100) + 1).Last();
        Asked = await burden.ReadAsync(Actor, Plan, month, null, stop);
    }
}
