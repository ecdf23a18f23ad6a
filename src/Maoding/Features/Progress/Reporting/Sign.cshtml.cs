using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Signing;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>A head, or whom a head let sign, signs a unit's reports in one act.</summary>
public sealed class SignModel(ReportQueue queue, ReportService service) : MaodingPage
{
    public IReadOnlyList<WaitingReport> Waiting { get; private set; } = [];

    /// <summary>Keys with versions of the ticked ones.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    public bool IsHead => DelegationService.HeadedBy(Actor).Count > 0;

    [Needs(Permission.SignReport)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.SignReport)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            List<ReportKey> keys = [.. Picked.Select(ReportKey.Parse).OfType<ReportKey>().Distinct()];
            await service.SignAsync(Actor, keys, Once(ReportLinks.Sign), HttpContext.RequestAborted);
            Notice($"已签发 {keys.Count} 份，报送督查室。");
            return Redirect(ReportLinks.Sign);
        },
        LoadAsync);

    private async Task LoadAsync() => Waiting = await queue.ToSignAsync(Actor, HttpContext.RequestAborted);
}
