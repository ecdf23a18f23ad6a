using Maoding.Domain.Access;
using Maoding.Domain.Organization;
using Maoding.Domain.Progress;
using Maoding.Hosting;
using Maoding.Shared.Addresses;
using Microsoft.AspNetCore.Mvc;

namespace Maoding.Features.Progress.Reporting;

/// <summary>What a unit has to report now.</summary>
public sealed class IndexModel(ReportQueue queue, DelegationService delegations) : MaodingPage
{
    /// <summary>With the clerk: returned first, then by last day.</summary>
    public IReadOnlyList<OwedReport> Open { get; private set; } = [];

    /// <summary>On their way or accepted, of the latest period of each row.</summary>
    public IReadOnlyList<OwedReport> Given { get; private set; } = [];

    public IReadOnlyList<AskedParagraph> Paragraphs { get; private set; } = [];

    /// <summary>May sign for a unit today.</summary>
    public bool Signs { get; private set; }

    public bool IsHead => DelegationService.HeadedBy(Actor).Count > 0;

    /// <summary>The actor writes for several units.</summary>
    public bool HasUnits => Actor.Units.Count > 1;

    public int ToSign => Given.Count(o => o.Report!.State == ReportState.Submitted);

    [Needs(Permission.SeeRowWorkings)]
    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (Actor.Units.Count == 0 && Actor.Is(PostKind.Coordinator)) return Redirect(ReportLinks.Review);
        var owed = await queue.OwedAsync(Actor.Units, stop);
        Open = [.. owed.Where(o => o.IsOpen)];
        Given = [.. owed.Where(o => !o.IsOpen)];
        Paragraphs = await queue.ParagraphsAsync(Actor.Units, stop);
        Signs = (await delegations.SignsForAsync(Actor, stop)).Count > 0;
        return Page();
    }
}
