using Maoding.Domain.Access;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Burden;

/// <summary>What one unit was asked for in a month: the parts of its line.</summary>
public sealed class UnitModel(BurdenService burden) : MaodingPage
{
    /// <summary>yyyymm; the present month without.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Month { get; set; }

    public Domain.Organization.Unit Unit { get; private set; } = null!;

    public BurdenLine Line { get; private set; } = null!;

    [Needs(Permission.SeeBurden)]
    public async Task<IActionResult> OnGetAsync(int id, CancellationToken stop)
    {
        if (Directory.Unit(id) is not { } unit || Current.Plan is not { } plan) return NotFound();
        Unit = unit;
        Month = Month is { } asked && asked / 100 == plan.Year && asked % 100 is >= 1 and <= 12 ? asked : Period.MonthOf(Today);
        var month = await burden.ReadAsync(Actor, plan, Month.Value, id, stop);
        Line = month.Lines is [var line, ..] ? line : new BurdenLine(id, [], new Prefill(id, 0, 0, 0));
        return Page();
    }
}
