using Maoding.Domain.Access;
using Maoding.Domain.Ledger;
using Maoding.Domain.Lights;
using Maoding.Features.Planning.Ledger;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Closings;

/// <summary>改灯: another light for a row in a closed month, with the reason.</summary>
public sealed class OverrideModel(RowReader rows, RowLights lights, MonthLightService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>yyyymm.</summary>
    [BindProperty(SupportsGet = true)]
    public int Month { get; set; }

    [BindProperty]
    public Light? Light { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Commitment Row { get; private set; } = null!;

    public RowMonthLine Line { get; private set; } = null!;

    [Needs(Permission.OverrideLight)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await LoadAsync(stop) ? Page() : NotFound();

    [Needs(Permission.OverrideLight)]
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await LoadAsync(stop)) return NotFound();
        return await Try(
            async () =>
            {
                var here = CloseLinks.Lights(Id);
                await service.OverrideAsync(Actor, Id, Month, Light ?? Domain.Lights.Light.None, Reason ?? "", Today, Once(here), stop);
                Notice($"{Month % 100}月的灯已改，理由显示在旁边。");
                return Redirect(here);
            },
            async () => await LoadAsync(stop));
    }

    private async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await rows.ReadAsync(Actor, Id, stop) is not { } details) return false;
        Row = details.Row;
        Current.ShowYearOf(details.Plan);
        if ((await lights.ReadAsync(Row, details.Plan, Today, stop)).Months.FirstOrDefault(m => m.Month.Month == Month) is not { } line) return false;
        Line = line;
        return true;
    }
}
