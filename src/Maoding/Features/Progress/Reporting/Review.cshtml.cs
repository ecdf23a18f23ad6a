using Maoding.Domain.Access;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>Signed reports for the coordinator, unit by unit.</summary>
public sealed class ReviewModel(ReportQueue queue, ReportService service) : MaodingPage
{
    public IReadOnlyList<WaitingReport> Waiting { get; private set; } = [];

    /// <summary>All that wait, more than are shown included.</summary>
    public int Count { get; private set; }

    /// <summary>By unit in official order.</summary>
    public IEnumerable<IGrouping<string, WaitingReport>> Units =>
        Waiting.OrderBy(w => _places.GetValueOrDefault(w.LeadUnitId ?? 0, int.MaxValue)).GroupBy(w => Directory.UnitName(w.LeadUnitId));

    [BindProperty]
    public List<string> Picked { get; set; } = [];

    private Dictionary<int, int> _places = [];

    [Needs(Permission.ReviewReports)]
    public Task OnGetAsync() => LoadAsync();

    [Needs(Permission.ReviewReports)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            List<ReportKey> keys = [.. Picked.Select(ReportKey.Parse).OfType<ReportKey>().Distinct()];
            await service.AcceptAsync(Actor, keys, Once(ReportLinks.Review), HttpContext.RequestAborted);
            Notice($"已审核 {keys.Count} 份。");
            return Redirect(ReportLinks.Review);
        },
        LoadAsync);

    private async Task LoadAsync()
    {
        _places = Directory.Units.Select((u, i) => (u.Id, i)).ToDictionary(u => u.Id, u => u.i);
        Waiting = await queue.ToAcceptAsync(HttpContext.RequestAborted);
        Count = Waiting.Count < ReportQueue.MostAtOnce ? Waiting.Count : await queue.CountToAcceptAsync(HttpContext.RequestAborted);
    }
}
