using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Maoding.Shared.Signing;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What a unit has to report now.</summary>
public sealed class IndexModel(ReportQueue queue, ReportDrafts drafts, ReportService service, DelegationService delegations) : MaodingPage
{
    /// <summary>With the clerk: returned first, then by last day.</summary>
    public IReadOnlyList<OwedReport> Open { get; private set; } = [];

    /// <summary>On their way or accepted, of the latest period of each row.</summary>
    public IReadOnlyList<OwedReport> Given { get; private set; } = [];

    /// <summary>What is missing to drafts, by report; empty where nothing is.</summary>
    public IReadOnlyDictionary<int, string> Gaps { get; private set; } = new Dictionary<int, string>();

    /// <summary>Keys with versions of the ticked ones.</summary>
    [BindProperty]
    public List<string> Picked { get; set; } = [];

    public IReadOnlyList<AskedParagraph> Paragraphs { get; private set; } = [];

    /// <summary>May sign for a unit today.</summary>
    public bool Signs { get; private set; }

    public bool IsHead => DelegationService.HeadedBy(Actor).Count > 0;

    /// <summary>The actor writes for several units.</summary>
    public bool HasUnits => Actor.Units.Count > 1;

    public int ToSign => Given.Count(o => o.Report!.State == ReportState.Submitted);

    [Needs(Permission.SeeRowWorkings)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (Actor.Units.Count == 0 && Actor.Is(PostKind.Coordinator)) return Redirect(ReportLinks.Review);
        await LoadAsync();
        return Page();
    }

    [Needs(Permission.FillReport)]
    public Task<IActionResult> OnPostAsync() => Try(
        async () =>
        {
            List<ReportKey> keys = [.. Picked.Select(ReportKey.Parse).OfType<ReportKey>().Distinct()];
            var sent = await service.SubmitManyAsync(Actor, keys, Once(ReportLinks.Index), HttpContext.RequestAborted);
            Notice(sent.Words);
            return Redirect(ReportLinks.Index);
        },
        LoadAsync);

    /// <summary>What is missing to a draft, empty where nothing is; null where nobody wrote yet.</summary>
    public string? GapOf(OwedReport owed) => owed.Report is { } report ? Gaps.GetValueOrDefault(report.Id) : null;

    /// <summary>Something was written that can be sent from the list.</summary>
    public bool HasDrafts => Gaps.Count > 0;

    /// <summary>Complete drafts are ticked until somebody ticks otherwise; what was returned is looked at first.</summary>
    public bool IsPicked(OwedReport owed, string gap) =>
        Picked.Count == 0 ? gap.Length == 0 && !owed.IsReturned : Picked.Contains($"{owed.Key}");

    private async Task LoadAsync()
    {
        var stop = HttpContext.RequestAborted;
        var owed = await queue.OwedAsync(Actor.Units, stop);
        Open = [.. owed.Where(o => o.IsOpen)];
        Given = [.. owed.Where(o => !o.IsOpen)];
        Gaps = await drafts.GapsAsync([.. Open.Select(o => o.Report?.Id).OfType<int>()], stop);
        Paragraphs = await queue.ParagraphsAsync(Actor.Units, stop);
        Signs = (await delegations.SignsForAsync(Actor, stop)).Count > 0;
    }
}
