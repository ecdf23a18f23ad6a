using Maoding.Domain.Access;
using Maoding.Domain.Indicators;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Measuring.Indicators;

/// <summary>When the figures of one indicator come out.</summary>
public sealed class ReleasesModel(IndicatorReader reader, IndicatorService service) : MaodingPage
{
    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    [BindProperty]
    public int Month { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    public Indicator Indicator { get; private set; } = null!;

    public IReadOnlyList<ReleaseLine> Lines { get; private set; } = [];

    public bool MayEdit => May(Permission.EditIndicators) && !Indicator.IsRetired;

    [Needs(Permission.SeeFigures)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.EditIndicators)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            await service.SetReleaseAsync(Actor, Id, Month, On, Once(IndicatorLinks.Releases(Id)), HttpContext.RequestAborted);
            Notice(On is null ? "已恢复一般的发布日期。" : "已另定发布日期。");
            return Redirect(IndicatorLinks.Releases(Id));
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        Indicator = await reader.FindAsync(Id, HttpContext.RequestAborted) ?? throw IndicatorService.Missing();
        Lines = await reader.CalendarAsync(Indicator, HttpContext.RequestAborted);
    }
}
